package dev.pilothouse.launch.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FleetCodecTest {
    private static final String OWNER = "prod\nhttps://10.0.0.1\nada";

    /** Shape of all saved records and enums at {@link FleetCodec#VERSION} 1. */
    private static final int SHAPE_OF_VERSION_1 = -2078703431;

    private static byte[] file(int pods) {
        return FleetCodec.encode(Samples.fleet(pods), OWNER);
    }

    private static SavedFleet read(byte[] file) throws IOException {
        return FleetCodec.decode(file, Samples.CLUSTER, OWNER);
    }

    @Test
    void everyComponentComesBack() throws IOException {
        assertEquals(Samples.fleet(20), read(file(20)));
    }

    @Test
    void whatPodsShareIsOneObjectAgain() throws IOException {
        SavedFleet fleet = read(file(20));
        assertSame(fleet.pods().get(0).template(), fleet.pods().get(1).template());
        assertSame(fleet.pods().get(0).health(), fleet.pods().get(1).health());
        assertSame(fleet.pods().get(0).node(), fleet.pods().get(1).node());
    }

    @Test
    void equalContentsAreEqualBytesAndAPodTakesFewOfThem() {
        assertArrayEquals(file(5), file(5));
        int each = (file(2_100).length - file(100).length) / 2_000;
        assertTrue(each < 250, each + " bytes a pod");
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() {
        byte[] whole = file(3);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> read(cut), () -> "cut at " + cut.length);
        }
    }

    @Test
    void aFileWithAnyByteChangedIsRefused() {
        byte[] whole = file(3);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            int where = at;
            assertThrows(IOException.class, () -> read(changed), () -> "byte " + where);
        }
    }

    @Test
    void theRowsOfAnotherServerOrUserAreRefused() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> FleetCodec.decode(file(1), Samples.CLUSTER, "prod\nelsewhere"));
        assertTrue(
                String.valueOf(e.getMessage()).contains("another server or user"), e.getMessage());
    }

    @Test
    void aChangedRecordNeedsANewVersion() {
        Map<String, String> shapes = new TreeMap<>();
        shape(SavedFleet.class, shapes);
        assertEquals(
                SHAPE_OF_VERSION_1,
                shapes.hashCode(),
                "A saved record changed its shape. Mend RowWriter and RowReader, raise"
                        + " FleetCodec.VERSION, and take the new number over here. "
                        + shapes);
    }

    private static void shape(Class<?> type, Map<String, String> shapes) {
        if (!type.getName().startsWith("dev.pilothouse") || shapes.containsKey(type.getName())) {
            return;
        }
        StringBuilder text = new StringBuilder();
        shapes.put(type.getName(), "");
        if (type.isEnum()) {
            text.append(Arrays.toString(type.getEnumConstants()));
        } else if (type.isSealed()) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                text.append(one.getName()).append(' ');
                shape(one, shapes);
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(component.getGenericType().getTypeName()).append(' ');
                text.append(component.getName()).append(", ");
                shape(component.getType(), shapes);
                elements(component, shapes);
            }
        }
        shapes.put(type.getName(), text.toString());
    }

    private static void elements(RecordComponent component, Map<String, String> shapes) {
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType type) {
            for (var argument : type.getActualTypeArguments()) {
                if (argument instanceof Class<?> element) {
                    shape(element, shapes);
                }
            }
        }
    }
}
