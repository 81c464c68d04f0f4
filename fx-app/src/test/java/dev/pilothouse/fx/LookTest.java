package dev.pilothouse.fx;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.ScreenKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void picturesOfAllKindsOfBodies() throws Exception {
        Path folder = Path.of("target", "pictures");
        DesktopOptions options =
                new DesktopOptions(
                        (kind, filter) ->
                                switch (kind) {
                                    case LOGS ->
                                            new FakeView(Samples.frame(1, kind, Samples.logs()));
                                    case AGENT ->
                                            new FakeView(Samples.frame(1, kind, Samples.agent()));
                                    case SELF ->
                                            new FakeView(
                                                    Samples.frame(
                                                            1,
                                                            ScreenKind.FLEET,
                                                            Samples.table(
                                                                    Samples.FLEET,
                                                                    Samples.fleet(),
                                                                    1),
                                                            Samples.palette()));
                                    default ->
                                            new FakeView(
                                                    Samples.frame(
                                                            1,
                                                            kind,
                                                            Samples.table(
                                                                    Samples.FLEET,
                                                                    Samples.fleet(),
                                                                    1)));
                                },
                        KeyMap.defaults(),
                        folder,
                        "light",
                        "Pilothouse");
        Screenshots shots = Screenshots.with(Toolkit.fx(), options);
        for (String palette : List.of("light", "dark")) {
            for (ScreenKind kind :
                    List.of(ScreenKind.FLEET, ScreenKind.AGENT, ScreenKind.LOGS, ScreenKind.SELF)) {
                shots.write(
                        new Screenshots.Shot(
                                kind.word() + "-" + palette,
                                palette,
                                new TabMemory(kind, ""),
                                List.of(),
                                Screenshots.Size.DESK),
                        folder);
            }
        }
    }
}
