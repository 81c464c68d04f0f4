package dev.pilothouse.fx;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the pictures of the documentation: the desktop on the simulated platform, light and dark.
 */
public final class DemoPictures {
    private DemoPictures() {}

    /** Takes the folder to write to. */
    public static void main(String[] args) throws IOException, ConsoleException {
        Path folder = Path.of(args.length == 0 ? "docs/screenshots" : args[0]);
        Path state = Files.createTempDirectory("pilothouse-pictures");
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system());
                Console console =
                        Wiring.console(
                                new ContextChoice(
                                        Optional.of(platform.kubeconfig().toString()),
                                        List.of(),
                                        true),
                                false,
                                new Host(Map.of(), state, "", Time.system()))) {
            console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(20));
            Screenshots shots =
                    Screenshots.start(
                            new DesktopOptions(
                                    new ConsoleViews(console),
                                    DesktopKeys.map(),
                                    state,
                                    DesktopOptions.Start.palette("dark"),
                                    "Pilothouse"));
            shots.write(shot("desktop-fleet-dark", "dark", ScreenKind.FLEET), folder);
            shots.write(shot("desktop-fleet-light", "light", ScreenKind.FLEET), folder);
            shots.write(shot("desktop-agent-dark", "dark", ScreenKind.FLEET, "enter"), folder);
            shots.write(shot("desktop-explain-light", "light", ScreenKind.FLEET, "x"), folder);
            shots.write(shot("desktop-palette-dark", "dark", ScreenKind.PODS, ":"), folder);
            shots.write(shot("desktop-pods-light", "light", ScreenKind.PODS), folder);
            shots.write(shot("desktop-logs-dark", "dark", ScreenKind.PODS, "j", "l"), folder);
            shots.stop();
        }
        System.exit(0);
    }

    private static Screenshots.Shot shot(
            String file, String palette, ScreenKind screen, String... keys) {
        List<Intent> pressed =
                keys.length == 0 ? List.of() : List.of(new Intent.Keys(List.of(keys)));
        return new Screenshots.Shot(
                file, palette, new TabMemory(screen, ""), pressed, Screenshots.Size.DESK);
    }
}
