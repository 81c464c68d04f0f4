package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.text.CleanText;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * `auth-provider` of old kubeconfigs. The ones of the clouds are gone since Kubernetes 1.26; of
 * `oidc` the token is used while it lives, but not renewed.
 */
final class LegacyLogin {
    private LegacyLogin() {}

    static String authorization(Kubeconfig.Entry user, String userName, Time time)
            throws ConsoleException {
        Kubeconfig.Entry provider = user.at("auth-provider");
        String name = CleanText.line(provider.text("name"), 40);
        if (!name.equals("oidc")) {
            throw new ConsoleException(
                    "kube.login",
                    "User '"
                            + userName
                            + "' logs in with auth-provider '"
                            + name
                            + "', which Kubernetes has removed. Set up its exec plugin instead"
                            + plugin(name)
                            + ".");
        }
        String token = provider.at("config").text("id-token");
        if (token.isEmpty() || expired(token, time.now())) {
            throw new ConsoleException(
                    "kube.login",
                    "The OIDC token of user '"
                            + userName
                            + "' has "
                            + (token.isEmpty() ? "not been fetched" : "expired")
                            + ". Run any kubectl command to renew it, or use the exec plugin"
                            + " kubelogin.");
        }
        return "Bearer " + token;
    }

    private static String plugin(String name) {
        return switch (name) {
            case "gcp" -> ": gcloud components install gke-gcloud-auth-plugin";
            case "azure" -> ": kubelogin convert-kubeconfig";
            default -> "";
        };
    }

    /** By the `exp` claim; a token without one is tried. */
    private static boolean expired(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try (JsonParser parser =
                KubeHttp.JSON.createParser(Base64.getUrlDecoder().decode(parts[1]))) {
            long until =
                    parser.nextToken() == JsonToken.START_OBJECT
                            ? Json.whole(parser).number("exp", Long.MAX_VALUE)
                            : Long.MAX_VALUE;
            return until <= now.getEpochSecond();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
