package dev.pilothouse.demo.sim;

import dev.pilothouse.demo.sim.PodState.End;
import dev.pilothouse.demo.sim.PodState.Failure;
import dev.pilothouse.demo.sim.PodState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Starts pods on their nodes and lets them fail, with the times and words of a real kubelet. In the
 * past, before anybody looks, pods are up at once: nobody sees how they came up.
 */
final class Kubelet {
    private static final String NAME = "kubelet";
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final Pods pods;
    private final Agenda agenda;
    private final Recorder events;
    private final SplittableRandom random;
    private final @Nullable Instant begun;

    /**
     * @param begun when people begin to look; null when what failed stays as it is
     */
    Kubelet(
            Pods pods,
            Agenda agenda,
            Recorder events,
            SplittableRandom random,
            @Nullable Instant begun) {
        this.pods = pods;
        this.agenda = agenda;
        this.events = events;
        this.random = random;
        this.begun = begun;
    }

    private Duration about(int milliseconds) {
        return Duration.ofMillis(milliseconds / 2 + random.nextInt(milliseconds));
    }

    /** Goes on with a pod later, unless it is gone or being deleted by then. */
    private void later(Duration wait, Pod pod, UnaryOperator<Pod> step) {
        agenda.after(
                wait,
                () -> {
                    Pod now = pods.now(pod);
                    if (now != null && now.deleting() == null) {
                        var _ = step.apply(now);
                    }
                });
    }

    private Pod enter(Pod pod, Phase phase, String words) {
        return pods.put(pod.with(pod.state().phase(phase, agenda.now(), words)));
    }

    /** A pod that was just given to a node. */
    void start(Pod pod) {
        Failure failure = pod.state().failure();
        if (failure == Failure.CONFIG) {
            later(about(1_000), pod, this::configError);
        } else if (failure == Failure.INITCRASH) {
            later(about(3_000), pod, this::initCrash);
        } else {
            later(about(1_000), pod, this::pull);
        }
    }

    private Pod pull(Pod pod) {
        Recorder.About about = Recorder.About.pod(pod, true);
        String image = pod.template().image();
        events.normal(about, NAME, "Pulling", "Pulling image \"" + image + "\"");
        if (pod.state().failure() == Failure.NOPULL) {
            later(about(2_000), pod, this::pullFails);
        } else {
            later(about(2_000), pod, this::run);
        }
        return pod;
    }

    private Pod pullFails(Pod pod) {
        Recorder.About about = Recorder.About.pod(pod, true);
        String image = pod.template().image();
        String error =
                "failed to pull and unpack image \""
                        + image
                        + "\": failed to resolve reference \""
                        + image
                        + "\": "
                        + image
                        + ": not found";
        events.warning(
                about,
                NAME,
                "Failed",
                "Failed to pull image \""
                        + image
                        + "\": rpc error: code = NotFound desc = "
                        + error);
        events.warning(about, NAME, "Failed", "Error: ErrImagePull");
        later(
                Duration.ofSeconds(10),
                pod,
                now -> {
                    events.normal(
                            about, NAME, "BackOff", "Back-off pulling image \"" + image + "\"");
                    events.warning(about, NAME, "Failed", "Error: ImagePullBackOff");
                    return enter(
                            now,
                            Phase.IMAGE_BACK_OFF,
                            "Back-off pulling image \"" + image + "\": ErrImagePull: " + error);
                });
        return enter(pod, Phase.IMAGE_FAILED, error);
    }

    private Pod configError(Pod pod) {
        String words = "secret \"gateway\" not found";
        events.warning(Recorder.About.pod(pod, true), NAME, "Failed", "Error: " + words);
        return enter(pod, Phase.CONFIG_ERROR, words);
    }

    private Pod run(Pod pod) {
        Recorder.About about = Recorder.About.pod(pod, true);
        String image = pod.template().image();
        if (pod.state().restarts() == 0) {
            int taken = 400 + random.nextInt(1_500);
            events.normal(
                    about,
                    NAME,
                    "Pulled",
                    "Successfully pulled image \""
                            + image
                            + "\" in "
                            + taken
                            + "ms ("
                            + taken
                            + "ms including waiting). Image size: 187342911 bytes.");
        } else {
            events.normal(
                    about,
                    NAME,
                    "Pulled",
                    "Container image \""
                            + image
                            + "\" already present on machine and can be accessed"
                            + " by the pod");
        }
        events.normal(about, NAME, "Created", "Container created");
        events.normal(about, NAME, "Started", "Container started");
        Pod now = enter(pod, Phase.UNREADY, "");
        switch (now.state().failure()) {
            case NONE -> later(about(3_000), now, this::ready);
            case NEVERREADY -> later(about(5_000), now, this::unhealthy);
            case CRASH, OOM -> later(about(5_000), now, this::crash);
            case JOBFAIL -> later(about(3_000), now, this::fail);
            case NOPULL, CONFIG, INITCRASH -> {
                // These never get as far as this.
            }
        }
        return now;
    }

    private Pod ready(Pod pod) {
        Pod now = enter(pod, Phase.RUNNING, "");
        if (pod.template().owner.kind().equals("Job")) {
            later(about(60_000), now, this::complete);
        }
        return now;
    }

    /** Brings a pod at once to where it would be after a while. */
    void settle(Pod pod) {
        Instant now = agenda.now();
        Recorder.About about = Recorder.About.pod(pod, false);
        switch (pod.state().failure()) {
            case NONE, JOBFAIL -> settleJob(enter(pod, Phase.RUNNING, ""));
            case NEVERREADY -> {
                events.warning(
                        about,
                        NAME,
                        "Unhealthy",
                        "Readiness probe failed: HTTP probe failed with statuscode: 503");
                enter(pod, Phase.UNREADY, "");
            }
            case NOPULL -> {
                events.warning(
                        about,
                        NAME,
                        "Failed",
                        "Failed to pull image: manifest unknown: manifest unknown");
                enter(
                        pod,
                        Phase.IMAGE_BACK_OFF,
                        "Back-off pulling image \""
                                + pod.template().image()
                                + "\": ErrImagePull: manifest unknown: not found");
            }
            case CONFIG -> configError(pod);
            case CRASH, OOM, INITCRASH -> {
                events.warning(about, NAME, "BackOff", "Back-off restarting failed container");
                boolean oom = pod.state().failure() == Failure.OOM;
                End end = new End(oom ? 137 : 1, oom ? "OOMKilled" : "Error", now, now);
                boolean init = pod.state().failure() == Failure.INITCRASH;
                Pod looping =
                        enter(
                                pod.with(pod.state().ended(end, 9)),
                                init ? Phase.INIT_BACK_OFF : Phase.BACK_OFF,
                                "back-off 5m0s restarting failed container");
                goOn(looping);
            }
        }
    }

    private void goOn(Pod looping) {
        if (begun != null) {
            Duration wait = Duration.between(agenda.now(), begun).plusSeconds(random.nextInt(300));
            later(wait, looping, this::again);
        }
    }

    private Pod again(Pod pod) {
        PodState state = pod.state();
        End last = state.last();
        Pod next = last == null ? pod : pod.with(state.ended(last, state.restarts() + 1));
        return state.failure() == Failure.INITCRASH ? initCrash(next) : run(next);
    }

    private void settleJob(Pod pod) {
        if (pod.template().owner.kind().equals("Job")) {
            boolean fails = pod.state().failure() == Failure.JOBFAIL;
            later(Duration.ofSeconds(2), pod, fails ? this::fail : this::complete);
        }
    }

    private Pod unhealthy(Pod pod) {
        events.warning(
                Recorder.About.pod(pod, true),
                NAME,
                "Unhealthy",
                "Readiness probe failed: HTTP probe failed with statuscode: 503");
        later(Duration.ofSeconds(10), pod, this::unhealthy);
        return pod;
    }

    private End end(Pod pod, boolean oom) {
        return new End(
                oom ? 137 : 1, oom ? "OOMKilled" : "Error", pod.state().since(), agenda.now());
    }

    private Pod crash(Pod pod) {
        PodState state = pod.state();
        End end = end(pod, state.failure() == Failure.OOM);
        if (state.restarts() == 0) {
            // The first time a container is started again at once.
            Pod again = pods.put(pod.with(state.ended(end, 1)));
            later(Duration.ofMillis(500), again, this::run);
            return again;
        }
        return backOff(pod.with(state.ended(end, state.restarts())), Phase.BACK_OFF, "");
    }

    private Pod initCrash(Pod pod) {
        End end = end(pod, false);
        return backOff(
                pod.with(pod.state().ended(end, pod.state().restarts())),
                Phase.INIT_BACK_OFF,
                pod.template().containers.getFirst().name());
    }

    private Pod backOff(Pod pod, Phase phase, String init) {
        int restarts = pod.state().restarts();
        Duration wait = Duration.ofSeconds(10L << Math.min(restarts < 1 ? 0 : restarts - 1, 5));
        wait = wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
        String container = init.isEmpty() ? pod.template().main() : init;
        String whole = pod.name() + "_" + pod.namespace() + "(" + pod.uid() + ")";
        events.warning(
                Recorder.About.pod(pod, true),
                NAME,
                "BackOff",
                "Back-off restarting failed container " + container + " in pod " + whole);
        Pod now =
                enter(
                        pod,
                        phase,
                        "back-off "
                                + words(wait)
                                + " restarting failed container="
                                + container
                                + " pod="
                                + whole);
        later(wait, now, this::again);
        return now;
    }

    private static String words(Duration wait) {
        long minutes = wait.toMinutes();
        return (minutes > 0 ? minutes + "m" : "") + wait.toSecondsPart() + "s";
    }

    /** Lets a pod that runs fail from now on, or be well again. */
    void afflict(Pod pod, Failure failure) {
        Pod sick = pods.put(pod.with(pod.state().failing(failure)));
        switch (failure) {
            case CRASH, OOM -> {
                if (sick.state().phase() == Phase.RUNNING
                        || sick.state().phase() == Phase.UNREADY) {
                    crash(sick);
                }
            }
            case NEVERREADY -> unhealthy(enter(sick, Phase.UNREADY, ""));
            case NONE -> enter(sick, Phase.RUNNING, "");
            case NOPULL, CONFIG, INITCRASH, JOBFAIL -> {
                // Only a pod that starts can fail like this.
            }
        }
    }

    Pod complete(Pod pod) {
        PodState state = pod.state();
        End end = new End(0, "Completed", state.since(), agenda.now());
        return enter(pod.with(state.ended(end, state.restarts())), Phase.SUCCEEDED, "");
    }

    private Pod fail(Pod pod) {
        PodState state = pod.state();
        return enter(pod.with(state.ended(end(pod, false), state.restarts())), Phase.FAILED, "");
    }

    void evict(Pod pod, String words) {
        events.warning(Recorder.About.pod(pod, false), NAME, "Evicted", words);
        enter(pod, Phase.EVICTED, words);
    }

    /** A container that ended once and runs again. */
    void restart(Pod pod) {
        PodState state = pod.state();
        Pod again = pods.put(pod.with(state.ended(end(pod, false), state.restarts() + 1)));
        enter(again, Phase.RUNNING, "");
    }

    /** A container that came to its end in peace and runs again: one change, nothing to worry. */
    void touch(Pod pod) {
        PodState state = pod.state();
        End end = new End(0, "Completed", state.since(), agenda.now());
        pods.put(pod.with(state.ended(end, state.restarts() + 1)));
    }

    /** The node of a pod is not heard of any more. */
    void lose(Pod pod) {
        if (!pod.state().phase().over()) {
            enter(
                    pod,
                    Phase.LOST,
                    "Node "
                            + pod.state().node()
                            + " which was running pod "
                            + pod.name()
                            + " is unresponsive");
        }
    }

    void find(Pod pod) {
        if (pod.state().phase() == Phase.LOST) {
            enter(pod, Phase.RUNNING, "");
        }
    }
}
