package dev.pilothouse.identity;

import java.util.List;
import java.util.Set;

/**
 * What marks an agent, and where its facts stand. Kubernetes has no standard for either, so all of
 * it can be configured.
 *
 * @param agentName labels whose value is the agent's name; several workloads with one value are one
 *     agent
 * @param agentMarks `key=value` labels that mark an agent named as its workload
 * @param team labels that name a team
 * @param prompt environment variables and annotations that hold a prompt version
 * @param model environment variables and annotations that hold a model
 * @param imagePatterns parts of an image name that mark an agent
 * @param excluded namespaces that hold no agents
 * @param untrusted `key=value` labels of pods that run untrusted code
 */
public record IdentityRules(
        List<String> agentName,
        List<String> agentMarks,
        List<String> team,
        List<String> prompt,
        List<String> model,
        List<String> imagePatterns,
        Set<String> excluded,
        List<String> untrusted) {
    public IdentityRules {
        agentName = List.copyOf(agentName);
        agentMarks = List.copyOf(agentMarks);
        team = List.copyOf(team);
        prompt = List.copyOf(prompt);
        model = List.copyOf(model);
        imagePatterns = List.copyOf(imagePatterns);
        excluded = Set.copyOf(excluded);
        untrusted = List.copyOf(untrusted);
    }

    public static IdentityRules defaults() {
        return new IdentityRules(
                List.of("pilothouse.dev/agent", "kagent"),
                List.of(
                        "app.kubernetes.io/component=agent",
                        "app.kubernetes.io/component=mcp-server",
                        "app=kagent"),
                List.of("pilothouse.dev/team", "team", "app.kubernetes.io/part-of"),
                List.of("PROMPT_VERSION", "AGENT_PROMPT_VERSION", "pilothouse.dev/prompt-version"),
                List.of(
                        "MODEL",
                        "MODEL_NAME",
                        "LLM_MODEL",
                        "OPENAI_MODEL",
                        "ANTHROPIC_MODEL",
                        "pilothouse.dev/model"),
                List.of(),
                Set.of("kube-system", "kube-public", "kube-node-lease"),
                List.of("agent-trust=untrusted", "pilothouse.dev/trust=untrusted"));
    }

    /** Names of the environment variables whose values a connector may keep. */
    public boolean mayKeepEnv(String name) {
        return prompt.contains(name)
                || model.contains(name)
                || name.equals("OTEL_SERVICE_NAME")
                || name.equals("AGENT_VERSION");
    }
}
