package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.Health;

/** The state of most pods is one of few; they share it. */
final class SharedHealth {
    private static final Health RUNNING = Health.ok("running");

    private SharedHealth() {}

    static Health of(Health health) {
        return health.equals(RUNNING) ? RUNNING : health;
    }
}
