package dev.pilothouse.identity;

import dev.pilothouse.model.ClaimRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.store.FleetStores;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What pods claim by dynamic resource allocation. */
final class Claims {
    private final FleetStores raw;

    Claims(FleetStores raw) {
        this.raw = raw;
    }

    /** Devices by class, and claims whose content is not known. */
    static final class Sum {
        final TreeMap<String, Long> devices = new TreeMap<>();
        int unknown;

        private void add(ClaimRow claim) {
            claim.devices()
                    .forEach(
                            (name, count) ->
                                    devices.merge(
                                            name,
                                            count,
                                            (a, b) -> a < 0 || b < 0 ? ClaimRow.ALL : a + b));
        }
    }

    /**
     * Adds a pod's claims. A claim that several pods share holds its devices once, so those in
     * `seen` are passed over.
     */
    void add(PodRow pod, Sum sum, Set<ObjectKey> seen) {
        for (String reference : pod.template().resourceClaims()) {
            ObjectKey key = key(pod, reference);
            if (key.kind() == Kind.RESOURCE_CLAIM && !seen.add(key)) {
                continue;
            }
            Optional<ClaimRow> claim = raw.claims().get(key);
            if (claim.isPresent()) {
                sum.add(claim.get());
            } else {
                sum.unknown++;
            }
        }
    }

    private static ObjectKey key(PodRow pod, String reference) {
        int slash = reference.indexOf('/');
        boolean template = reference.startsWith("resourceclaimtemplate/");
        return new ObjectKey(
                pod.key().cluster(),
                template ? Kind.RESOURCE_CLAIM_TEMPLATE : Kind.RESOURCE_CLAIM,
                pod.key().namespace(),
                reference.substring(slash + 1));
    }
}
