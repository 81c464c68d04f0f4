package dev.pilothouse.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A process, all that descend from it, and all of its session (proc(5)). */
public final class ProcessTree {
    /** USER_HZ is 100 on every Linux port that Java runs on. */
    private static final double TICKS = 100;

    private final long root;

    public ProcessTree(long root) {
        this.root = root;
    }

    private record Stat(long pid, long parent, long session, double cpu, int threads) {}

    /** What the tree has used so far and holds now. */
    public Usage usage() {
        Usage sum = Usage.NONE;
        for (Stat stat : members()) {
            Path folder = ProcFiles.PROC.resolve(Long.toString(stat.pid()));
            String status = ProcFiles.read(folder.resolve("status"));
            String memory = ProcFiles.read(folder.resolve("smaps_rollup"));
            sum =
                    sum.plus(
                            new Usage(
                                    ProcFiles.number(status, "VmRSS") / 1024.0,
                                    ProcFiles.number(memory, "Pss") / 1024.0,
                                    ProcFiles.number(status, "VmHWM") / 1024.0,
                                    stat.cpu(),
                                    switches(folder),
                                    stat.threads(),
                                    1));
        }
        return sum;
    }

    private static long switches(Path folder) {
        long sum = 0;
        try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
            for (Path task : tasks.toList()) {
                String status = ProcFiles.read(task.resolve("status"));
                sum +=
                        ProcFiles.number(status, "voluntary_ctxt_switches")
                                + ProcFiles.number(status, "nonvoluntary_ctxt_switches");
            }
        } catch (IOException e) {
            return sum; // it has ended meanwhile
        }
        return sum;
    }

    private List<Stat> members() {
        List<Stat> all;
        try (Stream<Path> folders = Files.list(ProcFiles.PROC)) {
            all =
                    folders.filter(f -> Character.isDigit(f.getFileName().toString().charAt(0)))
                            .flatMap(ProcessTree::stat)
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
        Set<Long> in = new HashSet<>(Set.of(root));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Stat stat : all) {
                if (stat.session() == root || in.contains(stat.parent())) {
                    grew |= in.add(stat.pid());
                }
            }
        }
        return all.stream().filter(stat -> in.contains(stat.pid())).toList();
    }

    /** The name stands in brackets and may hold blanks, so fields count from behind it. */
    private static Stream<Stat> stat(Path folder) {
        String text = ProcFiles.read(folder.resolve("stat"));
        int name = text.lastIndexOf(')');
        if (name < 0) {
            return Stream.empty();
        }
        String[] fields = text.substring(name + 2).split(" ");
        if (fields[0].equals("Z")) {
            return Stream.empty(); // ended, and only not yet asked for its exit code
        }
        double ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return Stream.of(
                new Stat(
                        Long.parseLong(folder.getFileName().toString()),
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[3]),
                        ticks / TICKS,
                        Integer.parseInt(fields[17])));
    }
}
