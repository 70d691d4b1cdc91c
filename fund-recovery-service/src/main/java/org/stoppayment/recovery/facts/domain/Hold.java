package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A stop or a freeze.
 *
 * @param key the order or freeze
 * @param revision of this fact
 * @param caseId the case that ordered it
 * @param account the account
 * @param measure stop or freeze
 * @param isInEffect true while it holds money
 * @param held what it holds
 * @param returned what was paid back to victims out of a freeze; no part of what it holds
 * @param beganAt when it took effect
 * @param expiresAt when its term ends
 * @param approvalLevel level of the approval of a freeze; empty for a stop
 */
public record Hold(
        ApplicationId key,
        int revision,
        CaseId caseId,
        AccountRef account,
        Measure measure,
        boolean isInEffect,
        Money held,
        Money returned,
        Instant beganAt,
        Instant expiresAt,
        Optional<ApprovalLevel> approvalLevel)
        implements Fact<ApplicationId> {

    /** What holds the money. */
    public enum Measure {
        /** 止付: an emergency stop. */
        STOP,
        /** 冻结: a freeze. */
        FREEZE
    }

    /** Who approved a freeze. */
    public enum ApprovalLevel {
        /** 县级: of a county. */
        COUNTY,
        /** 设区的市一级: of a city, or higher. */
        CITY
    }
}
