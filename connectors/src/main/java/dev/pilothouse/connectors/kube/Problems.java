package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** Failures in words for the user. */
final class Problems {
    private Problems() {}

    static Problem of(Exception failure, String server) {
        return switch (failure) {
            case ConsoleException known -> known.problem();
            case KubeException refused -> refused(refused, server);
            case RouteException broken -> broken.problem();
            case SSLException tls -> TlsProblems.of(tls, server);
            case HttpConnectTimeoutException ignored ->
                    new Problem(
                            "kube.network",
                            server
                                    + " does not answer. Check the network or VPN; trying again by"
                                    + " itself.");
            case HttpTimeoutException ignored ->
                    new Problem(
                            "kube.slow",
                            server + " took too long to answer; trying again by itself.");
            case UnknownHostException ignored ->
                    new Problem(
                            "kube.network",
                            "The name of "
                                    + server
                                    + " cannot be resolved. Check the network, VPN or DNS.");
            case ConnectException e
                    when cause(e) instanceof java.nio.channels.UnresolvedAddressException ->
                    new Problem(
                            "kube.network",
                            "The name of "
                                    + server
                                    + " cannot be resolved. Check the network, VPN or DNS.");
            case ConnectException ignored ->
                    new Problem(
                            "kube.network",
                            server + " refuses connections; trying again by itself.");
            case IOException e ->
                    new Problem(
                            "kube.network",
                            "The connection to "
                                    + server
                                    + " was lost"
                                    + (said(e).isEmpty() ? "" : " (" + said(e) + ")")
                                    + "; trying again by itself.");
            default ->
                    new Problem(
                            "kube.unknown",
                            "Something went wrong talking to "
                                    + server
                                    + " ("
                                    + failure.getClass().getSimpleName()
                                    + ").");
        };
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    /** The host of an address from outside; `elsewhere` when it has none. */
    static String host(String address) {
        try {
            String host = java.net.URI.create(address).getHost();
            return host == null ? "elsewhere" : dev.pilothouse.text.CleanText.line(host, 100);
        } catch (IllegalArgumentException e) {
            return "elsewhere";
        }
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : dev.pilothouse.text.CleanText.line(message, 200);
    }

    private static Problem refused(KubeException e, String server) {
        return switch (e.status()) {
            case 401 ->
                    new Problem(
                            "kube.unauthorized",
                            "The server does not accept our credentials. Log in anew, then press"
                                    + " L.");
            case 403 -> new Problem("kube.forbidden", "Not allowed: " + said(e) + ".");
            case 404 ->
                    new Problem("kube.absent", "The server does not have this: " + said(e) + ".");
            case 429 ->
                    new Problem(
                            "kube.throttled",
                            "The server asks us to slow down; trying again by itself.");
            case 301, 302, 303, 307, 308 ->
                    new Problem(
                            "kube.page",
                            server
                                    + " sends us to "
                                    + e.getMessage()
                                    + " instead of answering: a login page or a gateway is in the"
                                    + " way. Log in there, or correct server in the kubeconfig.");
            default ->
                    new Problem(
                            "kube.server",
                            "The server answered " + e.status() + ": " + said(e) + ".");
        };
    }
}
