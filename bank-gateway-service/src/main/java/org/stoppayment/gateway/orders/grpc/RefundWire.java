package org.stoppayment.gateway.orders.grpc;

import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.orders.domain.RefundOrder;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;

/** Parses refunds; fails with all violations at once. */
final class RefundWire {

    private RefundWire() {}

    static RefundOrder refund(SendRefundRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        var account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var freeze = parser.id("freeze_application_id", request.getFreezeApplicationId());
        var payee = payee(request.getPayee(), parser.of("payee"));
        var amount = parser.amount("amount_fen", request.getAmountFen());
        var plan = new RefundOrder.Plan(
                parser.uuid("plan_id", request.getPlanId()), parser.digest("plan_digest", request.getPlanDigest()));
        var reason = parser.text("reason", request.getReason(), 0);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        var basis = LegalBasisWire.parse(request.getLegalBasis(), parser.of("legal_basis"));
        var operator = PartyWire.operator(request.getOperator());
        return parser.orThrow(
                id.flatMap(order -> freeze.flatMap(held -> amount.flatMap(sum -> basis.map(grounds -> new RefundOrder(
                        order,
                        caseId,
                        account,
                        held,
                        payee,
                        sum,
                        plan,
                        reason,
                        at,
                        grounds,
                        operator,
                        request.getResend()))))));
    }

    /** The account to pay: money is never sent to one that is not named in full. */
    private static Account payee(org.stoppayment.proto.common.v1.Account wire, FieldParser parser) {
        if (!InstitutionCode.isValid(wire.getInstitutionCode())) {
            parser.violation("institution_code", "INVALID", "code of an institution");
        }
        if (!AccountNumber.hasForm(wire.getNumber())) {
            parser.violation("number", "INVALID", AccountNumber.FORM_IN_WORDS);
        }
        parser.text("name", wire.getName(), 1);
        return PartyWire.account(wire);
    }
}
