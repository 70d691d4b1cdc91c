package org.stoppayment.freeze.objections.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What holds an account for a case, as far as the holder may be told. It has no data of victims or of other persons.
 *
 * @param kind what it is
 * @param caseId of the case
 * @param applicationId of the stop or the freeze
 * @param since when it took effect
 * @param until when it ends unless it is renewed, taken over by a freeze or released before
 * @param limit sum that it holds at most; empty when it holds the whole account
 * @param authority organisation that holds it
 * @param reason why
 * @param filingNumber 立案号 of a freeze, empty otherwise
 */
public record Hold(
        HoldKind kind,
        CaseId caseId,
        ApplicationId applicationId,
        Instant since,
        Instant until,
        Optional<Money> limit,
        String authority,
        HoldReason reason,
        String filingNumber) {

    private static final String GROUND_OF_STOPS = "银发〔2016〕86号";
    private static final String GROUND_OF_FREEZES = "程序规定 Art. 237-243";

    /** The legal ground, as a code. */
    public String legalGround() {
        return switch (kind) {
            case STOP -> GROUND_OF_STOPS;
            case FREEZE -> GROUND_OF_FREEZES;
        };
    }
}
