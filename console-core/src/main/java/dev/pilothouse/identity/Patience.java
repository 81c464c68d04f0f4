package dev.pilothouse.identity;

import dev.pilothouse.model.Health;
import dev.pilothouse.model.PodRow;
import java.time.Duration;
import java.time.Instant;

/** Turns a start that takes too long into a problem. */
final class Patience {
    private Patience() {}

    static PodRow apply(PodRow pod, Instant now, Duration patience) {
        if (pod.health().level() != Health.Level.STARTING) {
            return pod;
        }
        Instant notReady = pod.notReadySince();
        Instant deleting = pod.deleting();
        Instant since = deleting != null ? deleting : notReady != null ? notReady : pod.created();
        if (!since.isBefore(now.minus(patience))) {
            return pod;
        }
        String word = deleting != null ? "stuck stopping" : pod.health().word();
        Health late = new Health(Health.Level.WARN, word, pod.health().why());
        return new PodRow(
                pod.key(),
                pod.uid(),
                pod.template(),
                pod.owner(),
                pod.node(),
                pod.created(),
                deleting,
                pod.phase(),
                late,
                pod.containers(),
                notReady);
    }
}
