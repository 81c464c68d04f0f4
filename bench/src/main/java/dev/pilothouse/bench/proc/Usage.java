package dev.pilothouse.bench.proc;

/**
 * What a process tree uses.
 *
 * @param rss resident memory in MiB, shared pages counted in each process
 * @param pss resident memory in MiB, shared pages counted once
 * @param peak highest resident memory so far in MiB (VmHWM)
 * @param cpu processor seconds so far, those of ended children included
 * @param switches context switches of all threads so far
 * @param threads threads now
 * @param processes processes now
 */
public record Usage(
        double rss,
        double pss,
        double peak,
        double cpu,
        long switches,
        int threads,
        int processes) {
    static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(
                rss + other.rss,
                pss + other.pss,
                peak + other.peak,
                cpu + other.cpu,
                switches + other.switches,
                threads + other.threads,
                processes + other.processes);
    }
}
