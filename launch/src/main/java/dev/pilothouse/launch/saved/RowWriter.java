package dev.pilothouse.launch.saved;

import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.Termination;
import dev.pilothouse.model.WorkloadRow;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one cluster, component by component, in the order of their records. */
final class RowWriter {
    private final ByteWriter out;

    RowWriter(ByteWriter out) {
        this.out = out;
    }

    void pod(PodRow row) {
        key(row.key());
        out.text(row.uid());
        template(row.template());
        owner(row.owner());
        out.text(row.node());
        out.instant(row.created());
        out.instant(row.deleting());
        out.text(row.phase());
        health(row.health());
        out.list(row.containers(), this::container);
        out.instant(row.notReadySince());
    }

    void workload(WorkloadRow row) {
        key(row.key());
        out.text(row.uid());
        out.instant(row.created());
        owner(row.owner());
        out.map(row.labels());
        out.map(row.annotations());
        template(row.template());
        replicas(row.replicas());
        out.flag(row.paused());
        out.flag(row.observed());
        out.text(row.revision());
        out.list(row.conditions(), this::condition);
        managed(row.managed());
        health(row.health());
    }

    void revision(RevisionRow row) {
        key(row.key());
        out.text(row.uid());
        out.instant(row.created());
        owner(row.owner());
        out.number(row.number());
        template(row.template());
        replicas(row.replicas());
        out.text(row.changeCause());
    }

    void node(NodeRow row) {
        key(row.key());
        out.text(row.uid());
        out.instant(row.created());
        out.texts(row.roles());
        out.text(row.kubeletVersion());
        out.text(row.runtime());
        out.text(row.address());
        resources(row.capacity());
        out.number(row.pods());
        out.flag(row.unschedulable());
        out.texts(row.taints());
        out.list(row.conditions(), this::condition);
        out.map(row.labels());
        health(row.health());
    }

    void custom(CustomRow row) {
        key(row.key());
        out.text(row.uid());
        out.instant(row.created());
        owner(row.owner());
        out.map(row.labels());
        out.map(row.annotations());
        template(row.template());
        replicas(row.replicas());
        out.text(row.revision());
        out.text(row.model());
        out.text(row.detail());
        out.list(row.conditions(), this::condition);
        managed(row.managed());
        health(row.health());
    }

    void runtimeClass(RuntimeClassRow row) {
        key(row.key());
        out.text(row.handler());
    }

    /** The cluster is the file's. */
    private void key(ObjectKey key) {
        out.choice(key.kind());
        out.text(key.namespace());
        out.text(key.name());
    }

    private void owner(@Nullable OwnerRef owner) {
        out.shared(
                owner,
                some -> {
                    out.text(some.apiVersion());
                    out.text(some.kind());
                    out.text(some.name());
                    out.text(some.uid());
                });
    }

    private void template(PodTemplate template) {
        out.shared(
                template,
                some -> {
                    out.map(some.labels());
                    out.map(some.annotations());
                    out.list(some.containers(), this::spec);
                    out.list(some.initContainers(), this::spec);
                    out.text(some.runtimeClass());
                    out.texts(some.resourceClaims());
                    out.texts(some.configRefs());
                    out.texts(some.weakeners());
                });
    }

    private void spec(ContainerSpec spec) {
        out.text(spec.name());
        out.text(spec.image());
        resources(spec.requests());
        resources(spec.limits());
        out.map(spec.env());
    }

    private void resources(Resources resources) {
        out.number(resources.cpuMillis());
        out.number(resources.memoryBytes());
        out.map(resources.devices(), ByteWriter::number);
    }

    private void replicas(Replicas replicas) {
        out.number(replicas.desired());
        out.number(replicas.current());
        out.number(replicas.updated());
        out.number(replicas.ready());
        out.number(replicas.available());
    }

    private void condition(Condition condition) {
        out.text(condition.type());
        out.text(condition.status());
        out.text(condition.reason());
        out.text(condition.message());
        out.instant(condition.since());
    }

    private void managed(Managed managed) {
        out.choice(managed.manager());
        out.text(managed.name());
        out.text(managed.evidence());
    }

    private void health(Health health) {
        out.shared(
                health,
                some -> {
                    out.choice(some.level());
                    out.text(some.word());
                    out.text(some.why());
                });
    }

    private void container(ContainerState state) {
        out.text(state.name());
        out.flag(state.init());
        out.flag(state.ready());
        out.number(state.restarts());
        current(state.current());
        out.flag(state.last() != null);
        if (state.last() != null) {
            termination(state.last());
        }
    }

    private void current(ContainerState.Current current) {
        switch (current) {
            case ContainerState.Current.Unknown ignored -> out.number(0);
            case ContainerState.Current.Running running -> {
                out.number(1);
                out.instant(running.since());
            }
            case ContainerState.Current.Waiting(String reason, var message) -> {
                out.number(2);
                out.text(reason);
                out.text(message);
            }
            case ContainerState.Current.Ended(Termination termination) -> {
                out.number(3);
                termination(termination);
            }
        }
    }

    private void termination(Termination termination) {
        out.number(termination.exitCode());
        out.text(termination.reason());
        out.text(termination.message());
        out.instant(termination.finished());
    }
}
