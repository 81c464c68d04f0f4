package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.Launch;
import dev.pilothouse.launch.LaunchOptions;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a console from the desktop's own command line. */
final class Wiring {
    private Wiring() {}

    /** What the launcher was given. */
    record Arguments(@Nullable String kubeconfig, List<String> contexts, boolean all) {
        /**
         * @throws ConsoleException `cli.usage` for anything that is not known
         */
        static Arguments read(String[] args) throws ConsoleException {
            String kubeconfig = null;
            List<String> contexts = new ArrayList<>();
            boolean all = false;
            for (int i = 0; i < args.length; i++) {
                boolean more = i + 1 < args.length;
                if (args[i].equals("--all-contexts")) {
                    all = true;
                } else if (args[i].equals("--kubeconfig") && more) {
                    kubeconfig = args[++i];
                } else if (args[i].equals("--context") && more) {
                    contexts.add(args[++i]);
                } else {
                    throw new ConsoleException(
                            "cli.usage",
                            "The desktop does not know '"
                                    + args[i]
                                    + "'. It takes --kubeconfig FILE, --context NAME and"
                                    + " --all-contexts.");
                }
            }
            return new Arguments(kubeconfig, List.copyOf(contexts), all);
        }
    }

    /** The clusters are opened at once; none is waited for. */
    static Console console(Arguments arguments, Host host) throws ConsoleException {
        ContextChoice choice =
                new ContextChoice(
                        Optional.ofNullable(arguments.kubeconfig()),
                        arguments.contexts(),
                        arguments.all());
        LaunchOptions options = LaunchOptions.defaults().keys(DesktopKeys.map()).acceptNoClusters();
        return Launch.console(choice, options, host, ScreenKind.FLEET);
    }
}
