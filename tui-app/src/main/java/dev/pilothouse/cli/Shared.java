package dev.pilothouse.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks at clusters. */
final class Shared {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Use this kubeconfig instead of KUBECONFIG or ~/.kube/config.")
    @Nullable String kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description =
                    "Open this context instead of the current one; may be given several times.")
    List<String> contexts = List.of();

    @Option(names = "--all-contexts", description = "Open every context of the kubeconfig.")
    boolean allContexts;

    Optional<String> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }
}
