package org.stoppayment.gateway.registry.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is different in a registry that was read again.
 *
 * @param added codes of institutions that are new
 * @param changed codes of institutions that are described otherwise than before
 * @param removed codes of institutions that are gone
 */
public record RegistryChange(List<String> added, List<String> changed, List<String> removed) {

    public RegistryChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** The difference of two registries, by the codes of their institutions. */
    public static RegistryChange between(Map<String, Institution> before, Map<String, Institution> after) {
        return new RegistryChange(
                without(after.keySet(), before.keySet()),
                after.entrySet().stream()
                        .filter(entry -> before.containsKey(entry.getKey())
                                && !entry.getValue().equals(before.get(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .toList(),
                without(before.keySet(), after.keySet()));
    }

    /** True when nothing is different. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** True unless the institution with this code is new, changed or gone. */
    public boolean isUnchanged(String code) {
        return !added.contains(code) && !changed.contains(code) && !removed.contains(code);
    }

    private static List<String> without(Set<String> codes, Set<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).toList();
    }
}
