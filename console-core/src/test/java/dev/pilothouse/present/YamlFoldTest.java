package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFoldTest {
    @Test
    void managedFieldsBecomeOneLine() {
        String yaml =
                """
                kind: Pod
                metadata:
                  managedFields:
                  - apiVersion: v1
                    fieldsV1:
                      f:spec: {}
                  name: a
                spec: {}
                """;
        List<TextFrame.Line> lines = yaml.lines().map(TextFrame.Line::of).toList();
        assertEquals(
                """
                kind: Pod
                metadata:
                  managedFields: … 3 lines
                  name: a
                spec: {}\
                """,
                String.join(
                        "\n",
                        YamlFold.managedFields(lines).stream()
                                .map(TextFrame.Line::plain)
                                .toList()));
    }
}
