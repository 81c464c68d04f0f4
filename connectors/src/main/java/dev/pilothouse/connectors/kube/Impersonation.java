package dev.pilothouse.connectors.kube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Headers for `as`, `as-uid`, `as-groups` and `as-user-extra` of a kubeconfig's user.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/">impersonation</a>
 */
final class Impersonation {
    private Impersonation() {}

    /** Names and values in turn. */
    static List<String> headers(Kubeconfig.Entry user) {
        List<String> headers = new ArrayList<>();
        add(headers, "Impersonate-User", user.text("as"));
        add(headers, "Impersonate-Uid", user.text("as-uid"));
        user.list("as-groups")
                .forEach(group -> add(headers, "Impersonate-Group", group.toString()));
        for (Map.Entry<?, ?> extra : user.at("as-user-extra").fields().entrySet()) {
            String name =
                    "Impersonate-Extra-"
                            + URLEncoder.encode(
                                    String.valueOf(extra.getKey()), StandardCharsets.UTF_8);
            if (extra.getValue() instanceof List<?> values) {
                values.forEach(value -> add(headers, name, String.valueOf(value)));
            }
        }
        return List.copyOf(headers);
    }

    private static void add(List<String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(name);
            headers.add(value);
        }
    }
}
