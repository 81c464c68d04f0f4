package dev.pilothouse.model;

import org.jspecify.annotations.Nullable;

/**
 * A pod with what other sources say of it.
 *
 * @param agent null when no rule makes it part of an agent
 * @param version label of its version, such as `r14`; empty when unknown
 * @param usage null when not collected
 * @param devices words for the devices it requests; empty for none
 */
public record PodView(
        PodRow pod,
        @Nullable AgentId agent,
        String version,
        AgentRow.Safety safety,
        @Nullable UsageRow usage,
        String devices) {}
