package dev.pilothouse.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Options of every command that looks at clusters. They are handed down, so that they mean the same
 * before and after the word of a command: `--context X get pods` is `get pods --context X`. There
 * is one object of them for a whole command line.
 */
final class Shared {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Use this settings file instead of PILOTHOUSE_CONFIG or the usual one.")
    @Nullable String config;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Use this kubeconfig instead of KUBECONFIG or ~/.kube/config.")
    @Nullable String kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "Open this context instead of the current one; may be given several times.")
    List<String> contexts = List.of();

    @Option(
            names = "--all-contexts",
            scope = ScopeType.INHERIT,
            description = "Open every context of the kubeconfig.")
    boolean allContexts;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            scope = ScopeType.INHERIT,
            description = "Only this namespace.")
    @Nullable String namespace;

    @Option(
            names = {"-A", "--all-namespaces"},
            scope = ScopeType.INHERIT,
            description = "All namespaces, which is also what is meant without it.")
    boolean allNamespaces;

    @Option(
            names = "--no-saved-state",
            scope = ScopeType.INHERIT,
            description =
                    "A face neither shows the rows of the last run at first, nor saves its own.")
    boolean noSavedState;

    /** The settings file; empty for the usual one. */
    String config() {
        return config == null ? "" : config;
    }

    Optional<String> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }

    /** The namespace to keep to; empty for all. */
    String namespace() {
        return allNamespaces || namespace == null ? "" : namespace;
    }
}
