package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilothouse.demo.state.Tree;
import java.util.List;

/** The words of logs. */
final class LogText {
    private static final List<String> LINES =
            List.of(
                    "{\"level\":\"info\",\"msg\":\"tool"
                            + " call\",\"tool\":\"search_orders\",\"ms\":41}",
                    "{\"level\":\"info\",\"msg\":\"model"
                            + " answered\",\"tokens_in\":2210,\"tokens_out\":187}",
                    "plan: 3 steps, budget 12000 tokens",
                    "{\"level\":\"warn\",\"msg\":\"retrying\",\"attempt\":2,\"tool\":\"refund_api\"}",
                    "retrieved 8 documents from index orders-2026",
                    "{\"level\":\"info\",\"msg\":\"session finished\",\"turns\":7}",
                    "{\"level\":\"info\",\"msg\":\"guardrail passed\",\"policy\":\"pii-v4\"}");
    private static final String HOSTILE =
            "\u001b[2J\u001b]0;owned\u0007 hostile \u202Etxet\u202C and \u009b31m colour";

    private static final String CRASH =
            """
            Traceback (most recent call last):
              File "/app/planner.py", line 212, in plan
                policy = prompts["refund_policy_v2"]
            KeyError: 'refund_policy_v2'
            {"level":"fatal","msg":"prompt does not fit this version"}\
            """;

    private LogText() {}

    static String line(String pod, long index) {
        if (pod.startsWith("triage") && index % 10 == 9) {
            return HOSTILE;
        }
        return LINES.get((int) Math.floorMod(pod.hashCode() + index, (long) LINES.size()));
    }

    /** What a container writes at its end. */
    static String farewell(JsonNode end) {
        String reason = Tree.text(end, "reason");
        if (reason.equals("OOMKilled")) {
            return "{\"level\":\"warn\",\"msg\":\"context cache is 498 MiB of 512 MiB\"}\n"
                    + "loading embeddings for 41 documents";
        }
        return end.path("exitCode").asInt() == 0
                ? "{\"level\":\"info\",\"msg\":\"drained, bye\"}"
                : CRASH;
    }
}
