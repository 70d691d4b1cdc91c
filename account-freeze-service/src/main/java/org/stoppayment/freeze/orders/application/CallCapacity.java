package org.stoppayment.freeze.orders.application;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many more resends and inquiries institutions may be given now.
 *
 * @param byInstitution for those that something is known of
 * @param others for each of the others
 */
public record CallCapacity(Map<String, Integer> byInstitution, int others) {

    public CallCapacity {
        byInstitution = Map.copyOf(byInstitution);
    }

    /** Institutions that may be given none. */
    Set<String> full() {
        return byInstitution.entrySet().stream()
                .filter(capacity -> capacity.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
