package org.stoppayment.gateway.orders.grpc;

import java.util.Optional;
import org.stoppayment.gateway.orders.domain.ApprovalLevel;
import org.stoppayment.gateway.orders.domain.Approver;
import org.stoppayment.gateway.orders.domain.LegalBasis;

/** Parses what a freeze or a refund rests on. */
final class LegalBasisWire {

    private LegalBasisWire() {}

    /** What the order rests on; empty when the level of the approval is missing. */
    static Optional<LegalBasis> parse(org.stoppayment.proto.common.v1.LegalBasis wire, FieldParser parser) {
        String filingNumber = parser.text("filing_number", wire.getFilingNumber(), 1);
        String organisation = parser.text("organisation", wire.getOrganisation(), 1);
        String digest = parser.digest("document_digest", wire.getDocumentDigest());
        return approver(wire.getApprover(), parser.of("approver"))
                .map(approver -> new LegalBasis(filingNumber, organisation, digest, approver));
    }

    private static Optional<Approver> approver(org.stoppayment.proto.common.v1.Approver wire, FieldParser parser) {
        String organisation = parser.text("organisation", wire.getOrganisation(), 1);
        String badgeNumber = parser.text("badge_number", wire.getBadgeNumber(), 1);
        Optional<ApprovalLevel> level =
                switch (wire.getLevel()) {
                    case APPROVAL_LEVEL_COUNTY -> Optional.of(ApprovalLevel.COUNTY);
                    case APPROVAL_LEVEL_CITY -> Optional.of(ApprovalLevel.CITY);
                    case APPROVAL_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
                };
        if (level.isEmpty()) {
            parser.violation("level", "REQUIRED", "COUNTY or CITY");
        }
        return level.map(known -> new Approver(organisation, badgeNumber, known));
    }
}
