package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a credential plugin is told in KUBERNETES_EXEC_INFO; the cluster only when it asks for it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/client-authentication.v1/">client.authentication.k8s.io</a>
 */
final class ExecInfo {
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    private ExecInfo() {}

    static String json(Kubeconfig.Entry exec, Kubeconfig.Entry cluster) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = KubeHttp.JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("apiVersion", exec.text("apiVersion"));
            out.writeStringField("kind", "ExecCredential");
            out.writeObjectFieldStart("spec");
            out.writeBooleanField("interactive", false);
            if (exec.flag("provideClusterInfo")) {
                out.writeObjectFieldStart("cluster");
                cluster(out, cluster);
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void cluster(JsonGenerator out, Kubeconfig.Entry cluster) throws IOException {
        for (String name : List.of("server", "tls-server-name", "proxy-url")) {
            if (!cluster.text(name).isEmpty()) {
                out.writeStringField(name, cluster.text(name));
            }
        }
        if (cluster.flag("insecure-skip-tls-verify")) {
            out.writeBooleanField("insecure-skip-tls-verify", true);
        }
        String authority = authority(cluster);
        if (!authority.isEmpty()) {
            out.writeStringField("certificate-authority-data", authority);
        }
        for (Object item : cluster.list("extensions")) {
            if (item instanceof Map<?, ?> extension && EXTENSION.equals(extension.get("name"))) {
                out.writeFieldName("config");
                value(out, extension.get("extension"));
            }
        }
    }

    private static String authority(Kubeconfig.Entry cluster) throws IOException {
        String data = cluster.text("certificate-authority-data");
        Path file = cluster.path("certificate-authority");
        if (!data.isEmpty() || file == null || !Files.isReadable(file)) {
            return data;
        }
        byte[] pem = Files.readAllBytes(file);
        return new String(Base64.getEncoder().encode(pem), StandardCharsets.US_ASCII);
    }

    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    out.writeFieldName(String.valueOf(field.getKey()));
                    value(out, field.getValue());
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Object item : list) {
                    value(out, item);
                }
                out.writeEndArray();
            }
            case null -> out.writeNull();
            default -> out.writeString(value.toString());
        }
    }
}
