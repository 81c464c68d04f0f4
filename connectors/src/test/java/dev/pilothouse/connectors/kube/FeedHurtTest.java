package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.SyncState;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a broken server, a gateway or a login page can send: rows stay, the reason is said. */
@Timeout(60)
class FeedHurtTest {
    @TempDir Path folder;

    private FeedStage stage(FeedStage.Answer answer) throws Exception {
        return new FeedStage(folder, "token: sesame", answer);
    }

    /** One bad answer to the first list; then a good server, which must be found. */
    private void firstListIs(FeedStage.Answer bad, String said) throws Exception {
        FeedStage[] self = new FeedStage[1];
        try (FeedStage stage =
                stage(
                        (request, out) -> {
                            if (request.number() == 1) {
                                bad.to(request, out);
                            } else if (request.watch()) {
                                self[0].hold(out);
                            } else {
                                FeedStage.json(out, FeedStage.list(FeedStage.pod("one", "")));
                            }
                        })) {
            self[0] = stage;
            if (!said.isEmpty()) {
                stage.until("says " + said, () -> stage.says(said) || stage.shows("one"));
            }
            stage.until("the pod in the end", () -> stage.shows("one"));
            stage.until("live", () -> stage.state() instanceof SyncState.Live);
        }
    }

    @Test
    void aTruncatedGzipIsOneLostAnswer() throws Exception {
        byte[] whole = FeedStage.zipped(FeedStage.list(FeedStage.pod("x", "").repeat(1)));
        firstListIs(
                (request, out) -> {
                    FeedStage.head(
                            out,
                            "200 OK",
                            "Content-Type: application/json\r\nContent-Encoding: gzip");
                    out.write(Arrays.copyOf(whole, whole.length / 2));
                },
                "");
    }

    @Test
    void anEndlessHeadIsCutOff() throws Exception {
        firstListIs(
                (request, out) -> {
                    out.write(HttpHead.bytes("HTTP/1.1 200 OK\r\n"));
                    for (int i = 0; i < 200_000; i++) {
                        out.write(HttpHead.bytes("X-" + i + ": " + "y".repeat(40) + "\r\n"));
                    }
                },
                "was lost");
    }

    @Test
    void aChunkThatIsCutInTheMiddleLosesNothing() throws Exception {
        firstListIs(
                (request, out) -> {
                    FeedStage.head(
                            out,
                            "200 OK",
                            "Content-Type: application/json\r\nTransfer-Encoding: chunked");
                    out.write(HttpHead.bytes("400\r\n" + FeedStage.list().substring(0, 40)));
                },
                "was lost");
    }

    @Test
    void aLoginPageWithTwoHundredIsSaidAndTriedAgain() throws Exception {
        firstListIs(
                (request, out) ->
                        FeedStage.answer(
                                out, "200 OK", "Content-Type: text/html", "<html>Sign in</html>"),
                "web page");
    }

    @Test
    void anAnswerThatIsNoListNeverEmptiesTheTable() throws Exception {
        firstListIs(
                (request, out) -> FeedStage.json(out, "{\"kind\":\"Status\",\"items\":\"none\"}"),
                "not a list");
    }

    @Test
    void aRedirectNamesWhereItLeads() throws Exception {
        try (FeedStage stage =
                stage(
                        (request, out) ->
                                FeedStage.answer(
                                        out,
                                        "302 Found",
                                        "Location: https://login.example/x",
                                        ""))) {
            stage.until("the host", () -> stage.says("sends us to login.example"));
        }
    }

    @Test
    void aHugeAnnotationDeepNestingAndWrongTypesCostOneObjectAtMost() throws Exception {
        String huge = ",\"annotations\":{\"big\":\"" + "z".repeat(10 << 20) + "\"}";
        String deep = ",\"deep\":" + "[".repeat(50_000) + "]".repeat(50_000);
        String odd = "{\"metadata\":[],\"spec\":7,\"status\":\"x\"}";
        String number = ",\"generation\":" + "9".repeat(4_000);
        FeedStage[] self = new FeedStage[1];
        try (FeedStage stage =
                stage(
                        (request, out) -> {
                            if (request.watch()) {
                                self[0].hold(out);
                            } else {
                                FeedStage.json(
                                        out,
                                        FeedStage.list(
                                                FeedStage.pod("huge", huge),
                                                FeedStage.pod("deep", deep),
                                                odd,
                                                "17",
                                                FeedStage.pod("number", number)));
                            }
                        })) {
            self[0] = stage;
            stage.until("three pods", () -> stage.shows("deep", "huge", "number"));
            stage.until(
                    "the odd one is counted",
                    () ->
                            stage.stores.feeds().values().stream()
                                    .mapToInt(FeedRow::unreadable)
                                    .anyMatch(count -> count == 1));
        }
    }

    @Test
    void aServerThatAlwaysAnswersNonsenseIsNotHammered() throws Exception {
        try (FeedStage stage = stage((request, out) -> FeedStage.json(out, "[1,2"))) {
            stage.until("four tries", () -> stage.asked.size() >= 4);
            long begun = System.nanoTime();
            int before = stage.asked.size();
            stage.until(
                    "two more seconds",
                    () -> System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(2));
            assertTrue(stage.asked.size() - before <= 3, () -> stage.asked.toString());
            assertTrue(stage.says("was lost") || stage.says("not a list"));
        }
    }

    @Test
    void aWatchThatEndsAtOnceIsNotAskedInALoop() throws Exception {
        try (FeedStage stage =
                stage(
                        (request, out) ->
                                FeedStage.json(
                                        out,
                                        request.watch()
                                                ? ""
                                                : FeedStage.list(FeedStage.pod("one", ""))))) {
            stage.until("four watches", () -> stage.asked.size() >= 5);
            long begun = System.nanoTime();
            int before = stage.asked.size();
            stage.until(
                    "two more seconds",
                    () -> System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(2));
            assertTrue(stage.asked.size() - before <= 3, () -> stage.asked.toString());
            assertTrue(stage.shows("one"));
        }
    }

    @Test
    void aRevokedTokenIsSaidAndTheNewOneInTheFileIsFoundWithoutAKey() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "old");
        FeedStage[] self = new FeedStage[1];
        try (FeedStage stage =
                new FeedStage(
                        folder,
                        "tokenFile: token",
                        (request, out) -> {
                            if (request.watch()
                                    && request.number() > 2
                                    && !request.authorization().equals("Bearer new")) {
                                refuse(out);
                            } else if (request.watch() && request.number() == 2) {
                                FeedStage.json(out, event("two", "8"));
                            } else if (request.watch()) {
                                self[0].hold(out);
                            } else {
                                FeedStage.json(out, FeedStage.list(FeedStage.pod("one", "")));
                            }
                        })) {
            self[0] = stage;
            stage.until("refused", () -> stage.says("does not accept our credentials"));
            assertTrue(stage.state() instanceof SyncState.Stale, "the rows are still shown");
            assertTrue(stage.shows("one", "two"));
            int before = stage.asked.size();
            Files.writeString(token, "new");
            stage.until("live again", () -> stage.state() instanceof SyncState.Live);
            String again = stage.asked.get(before);
            assertTrue(again.contains("watch=1") && again.contains("resourceVersion=8"), again);
            assertFalse(stage.state().toString().contains("old"));
            assertEquals(
                    1,
                    stage.asked.stream().filter(q -> q.contains("limit=" + Feed.CHUNK)).count(),
                    "nothing is listed anew");
        }
    }

    private static String event(String name, String version) {
        return "{\"type\":\"ADDED\",\"object\":"
                + FeedStage.pod(name, "").replace("\"5\"", "\"" + version + "\"")
                + "}\n";
    }

    private static void refuse(OutputStream out) throws java.io.IOException {
        FeedStage.answer(
                out,
                "401 Unauthorized",
                "Content-Type: application/json",
                "{\"kind\":\"Status\",\"reason\":\"Unauthorized\"}");
    }
}
