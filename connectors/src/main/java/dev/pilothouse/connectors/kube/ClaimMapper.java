package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.ClaimRow;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims and their templates of `resource.k8s.io/v1`. */
final class ClaimMapper {
    private ClaimMapper() {}

    static ClaimRow of(ClusterId cluster, Kind kind, Json object) {
        Json spec =
                kind == Kind.RESOURCE_CLAIM_TEMPLATE
                        ? object.at("spec", "spec")
                        : object.at("spec");
        List<Json> results = object.at("status", "allocation").at("devices").list("results");
        Map<String, Long> devices = new TreeMap<>();
        for (Json request : spec.at("devices").list("requests")) {
            Json wanted = request.at("exactly");
            List<Json> choices = request.list("firstAvailable");
            if (wanted == Json.EMPTY && !choices.isEmpty()) {
                wanted = chosen(request, choices, results);
            }
            String name = wanted.text("deviceClassName");
            if (!name.isEmpty()) {
                devices.merge(
                        name,
                        count(wanted, allocated(request, results)),
                        (a, b) -> a < 0 || b < 0 ? ClaimRow.ALL : a + b);
            }
        }
        return new ClaimRow(Metadata.key(cluster, kind, object), devices);
    }

    /** The alternative that the scheduler took (`request/alternative`), else the first. */
    private static Json chosen(Json request, List<Json> choices, List<Json> results) {
        for (Json result : results) {
            for (Json choice : choices) {
                if (result.text("request")
                        .equals(request.text("name") + "/" + choice.text("name"))) {
                    return choice;
                }
            }
        }
        return choices.getFirst();
    }

    private static long allocated(Json request, List<Json> results) {
        String name = request.text("name");
        return results.stream()
                .map(result -> result.text("request"))
                .filter(of -> of.equals(name) || of.startsWith(name + "/"))
                .count();
    }

    private static long count(Json wanted, long allocated) {
        if (!wanted.text("allocationMode").equals("All")) {
            return Math.max(1, wanted.number("count", 1));
        }
        return allocated > 0 ? allocated : ClaimRow.ALL;
    }
}
