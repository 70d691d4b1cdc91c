package org.stoppayment.freeze.holds.grpc;

import java.util.Optional;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.FreezeMode;

/** Parses and renders what a measure rests on. */
public final class LegalBasisWire {

    private LegalBasisWire() {}

    /** The basis as a message. */
    public static org.stoppayment.proto.common.v1.LegalBasis render(LegalBasis basis) {
        return org.stoppayment.proto.common.v1.LegalBasis.newBuilder()
                .setFilingNumber(basis.filingNumber())
                .setOrganisation(basis.organisation())
                .setDocumentDigest(basis.documentDigest())
                .setApprover(render(basis.approver()))
                .build();
    }

    /** Who approved it. */
    public static org.stoppayment.proto.common.v1.Approver render(Approver approver) {
        return org.stoppayment.proto.common.v1.Approver.newBuilder()
                .setOrganisation(approver.officer().organisation())
                .setBadgeNumber(approver.officer().badgeNumber())
                .setLevel(
                        switch (approver.level()) {
                            case COUNTY -> ApprovalLevel.APPROVAL_LEVEL_COUNTY;
                            case CITY -> ApprovalLevel.APPROVAL_LEVEL_CITY;
                        })
                .build();
    }

    /** Document and approval, as given. */
    public static Measure measure(String documentDigest, org.stoppayment.proto.common.v1.Approver approver) {
        return new Measure(
                documentDigest,
                new Officer(approver.getOrganisation(), approver.getBadgeNumber()),
                level(approver.getLevel()));
    }

    static FreezeMode mode(HoldMode mode) {
        return switch (mode) {
            case LIMITED -> FreezeMode.FREEZE_MODE_LIMITED;
            case FULL -> FreezeMode.FREEZE_MODE_FULL;
        };
    }

    private static Optional<org.stoppayment.freeze.rules.domain.ApprovalLevel> level(ApprovalLevel level) {
        return switch (level) {
            case APPROVAL_LEVEL_COUNTY -> Optional.of(org.stoppayment.freeze.rules.domain.ApprovalLevel.COUNTY);
            case APPROVAL_LEVEL_CITY -> Optional.of(org.stoppayment.freeze.rules.domain.ApprovalLevel.CITY);
            case APPROVAL_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
