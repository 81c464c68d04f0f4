package dev.pilothouse.cli;

import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.KeySheet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Print the keys of the terminal.",
        footer = {"", "Examples:", "  pilothouse keys", "  pilothouse keys --markdown"})
final class KeysCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Option(names = "--markdown", description = "as the page docs/keys.md")
    boolean markdown;

    KeysCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        KeyMap keys = KeyMap.defaults();
        if (markdown) {
            world.out().print(KeySheet.markdown(keys));
        } else {
            KeySheet.plain(keys, world.out()::println);
        }
        return ExitCode.OK;
    }
}
