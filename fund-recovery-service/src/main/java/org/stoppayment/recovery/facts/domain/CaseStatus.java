package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;

/**
 * When a case was reported, and whether it is filed, closed or withdrawn.
 *
 * @param key the case
 * @param revision of this fact
 * @param report the first report; empty when it was not told
 * @param filing the filing; empty when the case is not filed
 * @param isClosed true once it is closed
 * @param isWithdrawn true once it is withdrawn
 */
public record CaseStatus(
        CaseId key,
        int revision,
        Optional<Report> report,
        Optional<Filing> filing,
        boolean isClosed,
        boolean isWithdrawn)
        implements Fact<CaseId> {

    /**
     * The first report of a case.
     *
     * @param receivedAt when account-freeze took it
     * @param fraudType name of the kind of fraud, empty when not known
     * @param organisation of the desk that took it, empty when not known
     */
    public record Report(Instant receivedAt, String fraudType, String organisation) {}

    /**
     * 立案.
     *
     * @param number under which the case is filed
     * @param organisation that filed it
     * @param at when
     */
    public record Filing(String number, String organisation, Instant at) {}
}
