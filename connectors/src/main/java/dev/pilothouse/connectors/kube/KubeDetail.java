package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import dev.pilothouse.source.ObjectDetail;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** One object at a time, over the same connection as the watches. */
final class KubeDetail implements ObjectDetail {
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final int LONGEST = 4 << 20;

    private final KubeHttp http;
    private final FleetStores stores;

    KubeDetail(KubeHttp http, FleetStores stores) {
        this.http = http;
        this.stores = stores;
    }

    @Override
    public String yaml(ObjectKey key) throws ConsoleException {
        Json object = read(path(key), key.words());
        if (object.fields().get("metadata") instanceof Map<?, ?> metadata) {
            if (metadata.get("annotations") instanceof Map<?, ?> annotations) {
                annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
            }
        }
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setSplitLines(false)
                        .build();
        return CleanText.lines(
                new Dump(settings).dumpToString(Redaction.of(object.fields())), LONGEST);
    }

    @Override
    public String describe(ObjectKey key) throws ConsoleException {
        Json object = read(path(key), key.words());
        return CleanText.lines(new Describe(stores).text(key, object), LONGEST);
    }

    private Json read(String path, String what) throws ConsoleException {
        try (InputStream body = http.get(path, CALL);
                JsonParser parser = KubeHttp.JSON.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Json.whole(parser) : Json.EMPTY;
        } catch (KubeException e) {
            if (e.status() == 404) {
                throw new ConsoleException("kube.absent", "There is no " + what + " any more.");
            }
            throw new ConsoleException(Problems.of(e, http.address()), e);
        } catch (IOException e) {
            throw new ConsoleException(Problems.of(e, http.address()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsoleException("kube.interrupted", "Reading " + what + " was interrupted.");
        }
    }

    static String path(ObjectKey key) {
        Kind kind = key.kind();
        String base = kind.group().isEmpty() ? "/api/v1" : "/apis/" + kind.apiVersion();
        return base
                + (kind.namespaced() ? "/namespaces/" + key.namespace() : "")
                + "/"
                + kind.plural()
                + "/"
                + key.name();
    }

    @Override
    public LogStream logs(LogRequest request, LogSink sink) throws ConsoleException {
        List<String> query = new ArrayList<>(List.of("timestamps=true"));
        String container = container(request);
        if (!container.isEmpty()) {
            query.add("container=" + container);
        }
        if (request.previous()) {
            query.add("previous=true");
        }
        if (request.follow()) {
            query.add("follow=true");
        }
        if (request.tail() >= 0) {
            query.add("tailLines=" + request.tail());
        }
        if (request.since() != null) {
            query.add("sinceTime=" + request.since());
        }
        KubeLogStream stream =
                new KubeLogStream(
                        http,
                        path(request.pod()) + "/log?" + String.join("&", query),
                        request,
                        container,
                        sink);
        stream.open();
        return stream;
    }

    /**
     * The API asks for a name when a pod has several containers; kubectl's annotation, else the
     * first, is what people mean.
     */
    private String container(LogRequest request) {
        if (request.container() != null) {
            return request.container();
        }
        PodRow pod = stores.pods().get(request.pod()).orElse(null);
        if (pod == null || pod.template().containers().isEmpty()) {
            return "";
        }
        String marked = pod.template().annotations().get("kubectl.kubernetes.io/default-container");
        return marked != null
                ? marked
                : pod.template().containers().stream()
                        .map(ContainerSpec::name)
                        .findFirst()
                        .orElse("");
    }
}
