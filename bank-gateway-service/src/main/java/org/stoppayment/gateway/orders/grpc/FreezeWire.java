package org.stoppayment.gateway.orders.grpc;

import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.FreezeAmendment;
import org.stoppayment.gateway.orders.domain.FreezeChange;
import org.stoppayment.gateway.orders.domain.FreezeLift;
import org.stoppayment.gateway.orders.domain.FreezeOrder;
import org.stoppayment.gateway.orders.domain.FreezeRenewal;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/** Parses freezes and the orders about them; fails with all violations of an order at once. */
final class FreezeWire {

    private FreezeWire() {}

    static FreezeOrder freeze(SendFreezeRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        var account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var limit = limit(request, parser);
        int minReason = request.getMode() == FreezeMode.FREEZE_MODE_FULL ? 1 : 0;
        var reason = parser.text("reason", request.getReason(), minReason);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        var expires = parser.moment("expires_at", request.hasExpiresAt(), request.getExpiresAt());
        var basis = LegalBasisWire.parse(request.getLegalBasis(), parser.of("legal_basis"));
        var stop = request.getStopApplicationId().isEmpty()
                ? Optional.<ApplicationId>empty()
                : parser.id("stop_application_id", request.getStopApplicationId());
        return parser.orThrow(id.flatMap(order -> basis.map(grounds -> new FreezeOrder(
                order,
                caseId,
                account,
                limit,
                reason,
                at,
                expires,
                grounds,
                stop,
                PartyWire.operator(request.getOperator()),
                request.getResend()))));
    }

    /** The sum to hold; empty for the whole account. */
    private static Optional<Money> limit(SendFreezeRequest request, FieldParser parser) {
        switch (request.getMode()) {
            case FREEZE_MODE_LIMITED -> {
                return parser.amount("amount_fen", request.getAmountFen());
            }
            case FREEZE_MODE_FULL -> {
                if (request.hasAmountFen()) {
                    parser.violation("amount_fen", "INVALID", "none, with FULL");
                }
            }
            case FREEZE_MODE_UNSPECIFIED, UNRECOGNIZED -> parser.violation("mode", "REQUIRED", "LIMITED or FULL");
        }
        return Optional.empty();
    }

    static FreezeRenewal renewal(SendFreezeRenewalRequest request) {
        FieldParser parser = new FieldParser();
        var amendment = amendment(request.getAmendment(), parser);
        var expires = parser.moment("expires_at", request.hasExpiresAt(), request.getExpiresAt());
        return parser.orThrow(amendment.map(about -> new FreezeRenewal(about, expires)));
    }

    static FreezeLift lift(SendFreezeLiftRequest request) {
        FieldParser parser = new FieldParser();
        var amendment = amendment(request.getAmendment(), parser);
        return parser.orThrow(amendment.map(FreezeLift::new));
    }

    static FreezeChange change(SendFreezeChangeRequest request) {
        FieldParser parser = new FieldParser();
        var amendment = amendment(request.getAmendment(), parser);
        var limit = parser.amount("amount_fen", request.getAmountFen());
        return parser.orThrow(amendment.flatMap(about -> limit.map(sum -> new FreezeChange(about, sum))));
    }

    private static Optional<FreezeAmendment> amendment(
            org.stoppayment.proto.gateway.v1.FreezeAmendment wire, FieldParser request) {
        FieldParser parser = request.of("amendment");
        parser.institution(wire.getInstitutionCode());
        var id = parser.id("application_id", wire.getApplicationId());
        var original = parser.id("original_application_id", wire.getOriginalApplicationId());
        var caseId = parser.caseId(wire.getCaseId());
        var account = PartyWire.target(wire.getAccount(), wire.getInstitutionCode(), parser);
        var reason = parser.text("reason", wire.getReason(), 0);
        var at = parser.moment("applied_at", wire.hasAppliedAt(), wire.getAppliedAt());
        var basis = LegalBasisWire.parse(wire.getLegalBasis(), parser.of("legal_basis"));
        var operator = PartyWire.operator(wire.getOperator());
        return id.flatMap(order -> original.flatMap(freeze -> basis.map(
                grounds -> new FreezeAmendment(order, freeze, caseId, account, reason, at, grounds, operator))));
    }
}
