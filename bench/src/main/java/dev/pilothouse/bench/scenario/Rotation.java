package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.terminal.NotSeen;
import java.io.IOException;
import java.util.List;

/**
 * Runs programs in rounds, each round beginning with another one, so that none has the best seat.
 */
final class Rotation {
    private final Lab lab;
    private final List<Program> programs;

    Rotation(Lab lab, List<Program> programs) {
        this.lab = lab;
        this.programs = programs;
    }

    /** What is done with a program in a round. */
    @FunctionalInterface
    interface Turn {
        void take(Program program, int round) throws IOException, NotSeen, InterruptedException;
    }

    void run(String scenario, int rounds, Turn turn) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            lab.lookAround(scenario, round);
            for (int i = 0; i < programs.size(); i++) {
                one(scenario, programs.get((i + round) % programs.size()), round, turn);
            }
        }
    }

    private void one(String scenario, Program program, int round, Turn turn)
            throws IOException, InterruptedException {
        lab.say().accept("%s, round %d: %s".formatted(scenario, round + 1, program.name()));
        try {
            turn.take(program, round);
        } catch (NotSeen e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            lab.results()
                    .note(
                            "%s, round %d: %s failed: %s"
                                    .formatted(scenario, round + 1, program.name(), reason));
            lab.say().accept(String.valueOf(e.getMessage()));
        }
    }
}
