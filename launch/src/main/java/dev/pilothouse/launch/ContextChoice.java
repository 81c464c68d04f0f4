package dev.pilothouse.launch;

import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which clusters the user asked for.
 *
 * @param kubeconfig a file to use instead of KUBECONFIG and the one in the home folder
 * @param contexts contexts to open; empty for the current one
 * @param all whether every context is opened, whatever `contexts` says
 */
public record ContextChoice(Optional<String> kubeconfig, List<String> contexts, boolean all) {
    public ContextChoice {
        contexts = List.copyOf(contexts);
    }

    Kubeconfig read(Host host) throws ConsoleException {
        List<Path> files = Kubeconfig.files(kubeconfig, host.environment(), host.home());
        return Kubeconfig.read(files);
    }

    /**
     * @return the names to open; empty when the kubeconfig has no context
     * @throws ConsoleException `kube.context` for a name that the kubeconfig does not have
     */
    Set<String> open(Kubeconfig kubeconfig) throws ConsoleException {
        List<String> known = kubeconfig.contextNames();
        for (String wanted : contexts) {
            if (!known.contains(wanted)) {
                throw unknown(wanted, known);
            }
        }
        if (all || known.isEmpty()) {
            return new HashSet<>(known);
        }
        if (!contexts.isEmpty()) {
            return new HashSet<>(contexts);
        }
        return Set.of(
                known.contains(kubeconfig.current()) ? kubeconfig.current() : known.getFirst());
    }

    private static ConsoleException unknown(String wanted, List<String> known) {
        return new ConsoleException(
                "kube.context",
                "There is no context '"
                        + wanted
                        + "'. "
                        + (known.isEmpty()
                                ? "The kubeconfig has no contexts."
                                : "Contexts: " + String.join(", ", known) + "."));
    }
}
