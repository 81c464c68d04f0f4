package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.pilothouse.demo.state.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pod in the shape that a real API server gives it, by hand: 50,000 of them are a list.
 */
final class PodJson {
    private final StringBuilder out = new StringBuilder(4_096);
    private final Pod pod;
    private final PodState state;

    private PodJson(Pod pod) {
        this.pod = pod;
        state = pod.state();
    }

    static byte[] of(Pod pod) {
        PodJson json = new PodJson(pod);
        json.metadata();
        json.spec();
        json.status();
        return json.out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private PodJson text(String before, String value) {
        out.append(before).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        out.append('"');
        return this;
    }

    private void time(String before, Instant at) {
        out.append(before).append('"').append(Tree.time(at)).append('"');
    }

    private void metadata() {
        text("{\"metadata\":{\"name\":", pod.name());
        text(",\"namespace\":", pod.namespace());
        text(",\"uid\":", pod.uid());
        out.append(",\"resourceVersion\":\"").append(pod.version()).append('"');
        out.append(",\"generation\":1");
        time(",\"creationTimestamp\":", pod.created());
        Instant deleting = pod.deleting();
        if (deleting != null) {
            time(",\"deletionTimestamp\":", deleting.plusSeconds(30));
            out.append(",\"deletionGracePeriodSeconds\":30");
        }
        out.append(pod.template().metadata).append(",\"managedFields\":");
        pod.template().managed(out, Tree.time(pod.created()));
        out.append('}');
    }

    private void spec() {
        out.append(",\"spec\":{");
        if (!state.node().isEmpty()) {
            text("\"nodeName\":", state.node()).out.append(',');
        }
        out.append(pod.template().spec, 1, pod.template().spec.length());
    }

    private void status() {
        text(",\"status\":{\"phase\":", state.phase().word());
        switch (state.phase()) {
            case UNSCHEDULED -> unscheduled();
            case EVICTED -> evicted();
            case CREATING,
                    UNREADY,
                    RUNNING,
                    BACK_OFF,
                    IMAGE_FAILED,
                    IMAGE_BACK_OFF,
                    CONFIG_ERROR,
                    INIT_BACK_OFF,
                    SUCCEEDED,
                    FAILED ->
                    scheduled();
            case LOST -> {
                text(",\"reason\":", "NodeLost");
                text(",\"message\":", state.words());
                scheduled();
            }
        }
        text(",\"qosClass\":", pod.template().quality).out.append('}');
    }

    private void unscheduled() {
        out.append(",\"conditions\":[");
        condition("PodScheduled", "Unschedulable", state.words());
        out.append(']');
    }

    private void evicted() {
        text(",\"reason\":", "Evicted");
        text(",\"message\":", state.words());
        started();
    }

    private void started() {
        Instant started = state.started();
        if (started != null) {
            time(",\"startTime\":", started);
        }
    }

    private void scheduled() {
        boolean ready = state.ready();
        boolean done = state.phase() == PodState.Phase.SUCCEEDED;
        out.append(",\"conditions\":[");
        boolean sandbox = state.phase() != PodState.Phase.CREATING && !state.phase().over();
        condition("PodReadyToStartContainers", sandbox ? null : "", "");
        out.append(',');
        boolean initialised = state.phase() != PodState.Phase.INIT_BACK_OFF;
        condition("Initialized", initialised ? null : "ContainersNotInitialized", incomplete());
        for (String type : new String[] {"Ready", "ContainersReady"}) {
            out.append(',');
            condition(
                    type,
                    ready ? null : done ? "PodCompleted" : "ContainersNotReady",
                    ready || done ? "" : unready());
        }
        out.append(',');
        condition("PodScheduled", null, "");
        out.append("],\"hostIP\":\"").append(Addresses.host(state.node())).append('"');
        out.append(",\"hostIPs\":[{\"ip\":\"").append(Addresses.host(state.node())).append("\"}]");
        if (state.phase() != PodState.Phase.CREATING) {
            String address = Addresses.pod(state.node(), state.address());
            out.append(",\"podIP\":\"").append(address).append('"');
            out.append(",\"podIPs\":[{\"ip\":\"").append(address).append("\"}]");
        }
        started();
        statuses(true);
        statuses(false);
    }

    private String unready() {
        return "containers with unready status: [" + names(false) + "]";
    }

    private String incomplete() {
        return "containers with incomplete status: [" + names(true) + "]";
    }

    private String names(boolean init) {
        return String.join(
                " ",
                pod.template().containers.stream()
                        .filter(c -> c.init() == init)
                        .map(Template.Container::name)
                        .toList());
    }

    /** True without a reason; a pod whose node is lost is not ready, and the node says so. */
    private void condition(String type, @Nullable String reason, String message) {
        text("{\"type\":", type);
        text(",\"status\":", reason == null ? "True" : "False");
        out.append(",\"observedGeneration\":1,\"lastProbeTime\":null");
        time(",\"lastTransitionTime\":", state.since());
        if (reason != null && !reason.isEmpty()) {
            text(",\"reason\":", reason);
            if (!message.isEmpty()) {
                text(",\"message\":", message);
            }
        }
        out.append('}');
    }

    private void statuses(boolean init) {
        boolean any = false;
        for (Template.Container container : pod.template().containers) {
            if (container.init() != init) {
                continue;
            }
            out.append(
                    any ? "," : init ? ",\"initContainerStatuses\":[" : ",\"containerStatuses\":[");
            container(container);
            any = true;
        }
        if (any) {
            out.append(']');
        }
    }

    private void container(Template.Container container) {
        boolean init = container.init();
        boolean trouble = init == (state.phase() == PodState.Phase.INIT_BACK_OFF);
        PodState.End last = trouble ? state.last() : null;
        text("{\"name\":", container.name());
        container(container, last, init && !trouble);
        boolean ready = init ? !trouble : state.ready();
        out.append(",\"ready\":").append(ready);
        out.append(",\"restartCount\":").append(trouble ? state.restarts() : 0);
        text(",\"image\":", container.image());
        boolean pulled =
                switch (state.phase()) {
                    case CREATING, IMAGE_FAILED, IMAGE_BACK_OFF -> init;
                    default -> true;
                };
        text(",\"imageID\":", pulled ? Addresses.digest(container.image()) : "");
        if (pulled) {
            text(
                    ",\"containerID\":",
                    "containerd://" + Addresses.hash(pod.name() + state.restarts()));
        }
        boolean runs =
                !init
                        && (state.phase() == PodState.Phase.RUNNING
                                || state.phase() == PodState.Phase.UNREADY
                                || state.phase() == PodState.Phase.LOST);
        out.append(",\"started\":").append(runs).append('}');
    }

    private void container(
            Template.Container container, PodState.@Nullable End last, boolean done) {
        out.append(",\"state\":{");
        if (done) {
            end(new PodState.End(0, "Completed", state.since(), state.since()));
        } else {
            current(container);
        }
        out.append("},\"lastState\":{");
        boolean over = state.phase() == PodState.Phase.FAILED || done;
        if (last != null && !over) {
            end(last);
        }
        out.append('}');
    }

    private void current(Template.Container container) {
        PodState.End last = state.last();
        switch (state.phase()) {
            case UNREADY, RUNNING, LOST -> {
                time("\"running\":{\"startedAt\":", state.since());
                out.append('}');
            }
            case BACK_OFF -> waiting("CrashLoopBackOff", state.words());
            case IMAGE_FAILED -> waiting("ErrImagePull", state.words());
            case IMAGE_BACK_OFF -> waiting("ImagePullBackOff", state.words());
            case CONFIG_ERROR -> waiting("CreateContainerConfigError", state.words());
            case INIT_BACK_OFF -> {
                if (container.init()) {
                    waiting("CrashLoopBackOff", state.words());
                } else {
                    waiting("PodInitializing", "");
                }
            }
            case SUCCEEDED, FAILED, EVICTED -> {
                if (last != null) {
                    end(last);
                }
            }
            case UNSCHEDULED, CREATING -> waiting("ContainerCreating", "");
        }
    }

    private void waiting(String reason, String message) {
        text("\"waiting\":{\"reason\":", reason);
        if (!message.isEmpty()) {
            text(",\"message\":", message);
        }
        out.append('}');
    }

    private void end(PodState.End end) {
        out.append("\"terminated\":{\"exitCode\":").append(end.code());
        text(",\"reason\":", end.reason());
        time(",\"startedAt\":", end.started());
        time(",\"finishedAt\":", end.finished());
        out.append('}');
    }
}
