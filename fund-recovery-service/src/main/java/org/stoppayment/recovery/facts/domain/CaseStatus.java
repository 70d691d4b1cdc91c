package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.CaseId;

/**
 * Whether a case is filed, closed or withdrawn.
 *
 * @param key the case
 * @param revision of this fact
 * @param filing the filing; empty when the case is not filed
 * @param isClosed true once it is closed
 * @param isWithdrawn true once it is withdrawn
 */
public record CaseStatus(CaseId key, int revision, Optional<Filing> filing, boolean isClosed, boolean isWithdrawn)
        implements Fact<CaseId> {

    /**
     * 立案.
     *
     * @param number under which the case is filed
     * @param organisation that filed it
     * @param at when
     */
    public record Filing(String number, String organisation, Instant at) {}
}
