package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.CaseId;

/**
 * What a case has come to.
 *
 * @param caseId the case
 * @param revision of this fact, from 1
 * @param filing empty when the case is not filed
 * @param isClosed true once it is closed
 * @param isWithdrawn true once it is withdrawn
 */
public record CaseStatus(CaseId caseId, int revision, Optional<Filing> filing, boolean isClosed, boolean isWithdrawn) {

    /**
     * 立案.
     *
     * @param number under which the case is filed
     * @param organisation that filed it
     * @param at when
     */
    public record Filing(String number, String organisation, Instant at) {}
}
