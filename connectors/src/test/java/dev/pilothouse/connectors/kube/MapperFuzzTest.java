package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.store.FleetStores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Real objects with wrong types in random places: whatever comes, a mapper answers with a row. */
@Timeout(60)
class MapperFuzzTest {
    private static final Path SAMPLES = Path.of("../testbed/kubernetes");
    private static final int ROUNDS = 200;
    private static final long SEED = 20_261_127;

    private final FleetStores stores = FleetStores.create();
    private final Sinks sinks =
            new Sinks(new ClusterId("c"), stores, IdentityRules.defaults(), () -> {});
    private final Random random = new Random(SEED);

    @Test
    void noMapperFailsOnWrongTypes() throws Exception {
        List<Object> samples = samples();
        assertTrue(samples.size() > 20, "samples " + samples.size());
        for (Object sample : samples) {
            for (int round = 0; round < ROUNDS; round++) {
                String text = text(round == 0 ? sample : mutated(sample, 0));
                for (Kind kind : kinds(sample)) {
                    assertDoesNotThrow(
                            () -> sinks.of(kind).put(read(text)), () -> kind + " on " + text);
                }
            }
        }
    }

    /** Its own kind, and one that it is not. */
    private List<Kind> kinds(Object sample) {
        Object name = sample instanceof Map<?, ?> map ? map.get("kind") : null;
        List<Kind> stored =
                Stream.of(Kind.values())
                        .filter(kind -> kind != Kind.NAMESPACE && kind != Kind.CONFIG_MAP)
                        .toList();
        List<Kind> all =
                new ArrayList<>(
                        stored.stream().filter(kind -> kind.kindName().equals(name)).toList());
        all.add(stored.get(random.nextInt(stored.size())));
        return all;
    }

    private static List<Object> samples() throws IOException {
        List<Object> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(f -> f.toString().contains("/manifests"))
                            .filter(f -> f.toString().endsWith(".yaml"))
                            .sorted()
                            .toList()) {
                new Load(LoadSettings.builder().build())
                        .loadAllFromString(Files.readString(file))
                        .forEach(all::add);
            }
        }
        all.removeIf(object -> !(object instanceof Map<?, ?>));
        return all;
    }

    private @Nullable Object mutated(@Nullable Object value, int depth) {
        if (depth > 0 && random.nextInt(40) == 0) {
            return odd();
        }
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(key, mutated(inner, depth + 1)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(mutated(item, depth + 1)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private @Nullable Object odd() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "\u001b[2J\u202e" + "x".repeat(random.nextInt(20_000));
            case 3 -> Long.MIN_VALUE;
            case 4 -> 1e308;
            case 5 -> true;
            case 6 -> List.of(List.of(), Map.of(), 1, "a");
            case 7 -> Map.of("name", List.of(1), "", Map.of());
            case 8 -> "-1e999999999Gi";
            default -> "+999999999-12-31T23:59:59Z";
        };
    }

    private static Json read(String text) throws IOException {
        try (JsonParser parser = KubeHttp.JSON.createParser(text)) {
            parser.nextToken();
            return Json.pruned(parser);
        }
    }

    private static String text(@Nullable Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = KubeHttp.JSON.createGenerator(out)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    json.writeFieldName(String.valueOf(field.getKey()));
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }
}
