package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and columns for filter tests. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final List<Schema.Field> FIELDS =
            fields(
                    Map.entry("name", ColumnType.TEXT),
                    Map.entry("status", ColumnType.STATE),
                    Map.entry("restarts", ColumnType.COUNT),
                    Map.entry("age", ColumnType.AGE),
                    Map.entry("memory", ColumnType.BYTES),
                    Map.entry("cpu", ColumnType.CORES),
                    Map.entry("ready", ColumnType.SHARE),
                    Map.entry("version", ColumnType.TEXT),
                    Map.entry("gpu", ColumnType.TEXT),
                    Map.entry("tokens", ColumnType.COUNT),
                    Map.entry("cost", ColumnType.MONEY),
                    Map.entry("exposed", ColumnType.FLAG));

    static final Schema SCHEMA = new Schema(FIELDS, ZoneOffset.UTC);

    private Samples() {}

    @SafeVarargs
    private static List<Schema.Field> fields(Map.Entry<String, ColumnType>... columns) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Map.Entry<String, ColumnType> column : columns) {
            String title = column.getKey().equals("status") ? "STATE" : column.getKey();
            fields.add(new Schema.Field(fields.size(), column.getKey(), title, column.getValue()));
        }
        return fields;
    }

    static boolean matches(String filter, Subject row) throws FilterException {
        return Filter.parse(filter, SCHEMA).pass(row.now()).matches(row);
    }

    /** A row; values that are not given are absent. */
    record Row(Map<String, Value> values, List<String> texts, Map<String, String> labels)
            implements Subject {
        @Override
        public Value value(Schema.Field field) {
            return values.getOrDefault(field.id(), Value.NONE);
        }

        @Override
        public String text() {
            return SearchText.of(texts);
        }

        @Override
        public @Nullable String label(String key) {
            return labels.get(key);
        }

        @Override
        public Instant now() {
            return NOW;
        }
    }
}
