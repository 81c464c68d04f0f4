package dev.pilothouse.demo.state;

import java.util.List;
import java.util.Set;

/**
 * A kind as an API server serves it.
 *
 * @param traits its subresources (`status`, `scale`, `log`, `eviction`), `all` for the category of
 *     that name, `custom` for a kind that a definition brought, `computed` where nothing is stored
 */
public record Resource(
        String group,
        String version,
        String kind,
        String plural,
        List<String> shortNames,
        boolean namespaced,
        Set<String> traits) {
    /** `v1` or `apps/v1`. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** `pods` or `deployments.apps`, as error texts name it. */
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    public boolean has(String trait) {
        return traits.contains(trait);
    }

    @Override
    public int hashCode() {
        return plural.hashCode() * 31 + group.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resource that
                && that.plural.equals(plural)
                && that.group.equals(group)
                && that.version.equals(version);
    }

    @Override
    public String toString() {
        return qualified();
    }
}
