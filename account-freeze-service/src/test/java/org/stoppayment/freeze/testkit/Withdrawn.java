package org.stoppayment.freeze.testkit;

import java.time.Instant;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.CaseWithdrawn;

/** The withdrawal of a case, as intake announces it. */
public final class Withdrawn {

    private Withdrawn() {}

    /** The event of a case that had {@code submissions} before. */
    public static Event of(String caseId, int submissions) {
        return of(caseId, submissions, Instant.parse("2026-03-01T04:30:00Z"));
    }

    /** The event of a case that had {@code submissions} before and was withdrawn at {@code at}. */
    public static Event of(String caseId, int submissions, Instant at) {
        return of(
                caseId,
                submissions,
                at,
                Operator.newBuilder()
                        .setOrganisation("Zhangzhou 110")
                        .setBadgeNumber("badge-5")
                        .build());
    }

    /** The same, by {@code operator}, who may be nobody. */
    public static Event of(String caseId, int submissions, Instant at, Operator operator) {
        return Event.newBuilder()
                .setEventId(Report.newCase())
                .setType(CaseWithdrawn.getDescriptor().getFullName())
                .setCaseId(caseId)
                .setOccurredAt(Outcomes.timestamp(at))
                .setData(CaseWithdrawn.newBuilder()
                        .setCaseId(caseId)
                        .setSubmissions(submissions)
                        .setWithdrawnAt(Outcomes.timestamp(at))
                        .setReason("the payment was made on purpose")
                        .setReference("withdrawal 8")
                        .setOperator(operator)
                        .build()
                        .toByteString())
                .build();
    }
}
