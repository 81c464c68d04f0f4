package dev.pilothouse.cli;

import dev.pilothouse.config.Fault;
import dev.pilothouse.config.SettingsFile;
import dev.pilothouse.config.SettingsText;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.UserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The settings from the command line; each thing it can do is a command of its own. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Show, check and begin the settings file.",
        footer = {
            "",
            "Examples:",
            "  pilothouse config init                   write a commented example",
            "  pilothouse config print                  what is in force, and why",
            "  pilothouse config validate               each mistake with line and column",
            "  pilothouse config schema > schema.json   for editors that check YAML"
        })
final class ConfigCommand implements Runnable {
    private final Pilothouse.Surroundings world;
    private final Shared shared;
    private final Looks looks;

    ConfigCommand(Pilothouse.Surroundings world, Shared shared, Looks looks) {
        this.world = world;
        this.shared = shared;
        this.looks = looks;
    }

    /** Without a word after it there is nothing to do. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                new CommandLine(this), "'config' needs path, print, validate, schema or init");
    }

    private Path file() {
        return SettingsFile.find(
                shared.config(), world.environment(), world.host().directories().config());
    }

    @Command(
            name = "path",
            mixinStandardHelpOptions = true,
            description = "Print where the settings file is, whether it exists or not.",
            footer = {"", "Examples:", "  $EDITOR $(pilothouse config path)"})
    int path() {
        world.out().println(file());
        return ExitCode.OK;
    }

    @Command(
            name = "print",
            mixinStandardHelpOptions = true,
            description = "Print the settings in force as YAML, each with where it comes from.",
            footer = {"", "Examples:", "  pilothouse config print --palette light"})
    int print() throws ConsoleException {
        UserSettings settings = Opened.settings(shared, looks, world);
        world.out().print(SettingsText.print(settings.loaded()));
        return settings.loaded().faults().isEmpty() ? ExitCode.OK : ExitCode.ERROR;
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description =
                    "Check a settings file; prints each mistake as FILE:LINE:COLUMN and exits with"
                            + " 1 when there is one.",
            footer = {"", "Examples:", "  pilothouse config validate ./config.yaml"})
    int validate(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description = "instead of the file that is in use")
                    @Nullable String name)
            throws ConsoleException {
        Path file = name == null ? file() : Path.of(name);
        if (!Files.exists(file)) {
            throw new ConsoleException(
                    "config.none",
                    "There is no file " + file + ". Begin one with: pilothouse config init");
        }
        List<Fault> faults = SettingsFile.validate(file);
        faults.forEach(fault -> world.out().println(fault.words(file)));
        if (faults.isEmpty()) {
            world.err().println("pilothouse: " + file + " is good.");
        }
        return faults.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Print a JSON Schema of the settings, for editors.",
            footer = {"", "Examples:", "  pilothouse config schema > pilothouse.schema.json"})
    int schema() {
        world.out().print(SettingsText.jsonSchema());
        return ExitCode.OK;
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Write a commented example as the settings file, never over another.",
            footer = {"", "Examples:", "  pilothouse config init"})
    int init() throws ConsoleException {
        Path file = file();
        SettingsFile.init(file);
        world.out().println(file);
        return ExitCode.OK;
    }
}
