package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What the cursor is on, as far as commands care.
 *
 * @param look the screen that enter opens, such as `logs`; empty for the usual one
 */
record Selection(
        @Nullable AgentId agent,
        @Nullable ObjectKey object,
        @Nullable ClusterId cluster,
        String name,
        String look) {
    static final Selection NOTHING = new Selection(null, null, null, "", "");

    static Selection of(AgentId agent) {
        return new Selection(agent, null, agent.cluster(), agent.name(), "");
    }

    static Selection of(ObjectKey object) {
        return new Selection(null, object, object.cluster(), object.name(), "");
    }
}
