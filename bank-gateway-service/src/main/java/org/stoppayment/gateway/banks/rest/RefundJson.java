package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.RefundReturn;
import org.stoppayment.gateway.feedback.domain.RefundStatus;
import org.stoppayment.gateway.orders.domain.RefundOrder;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;

/** Writes the contract's {@code RefundOrder} and reads its {@code RefundStatus}. */
final class RefundJson {

    private static final String RECEIPT_ID = "receiptId";

    private static final Pattern RECEIPT = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private RefundJson() {}

    static byte[] of(RefundOrder order) {
        return OrderFields.object(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("caseId", order.caseId().toString());
            OrderFields.account(json, "account", order.account());
            json.writeStringField("freezeApplicationId", order.freeze().value());
            OrderFields.account(json, "payee", order.payee());
            json.writeNumberField("amountFen", order.amount().fen());
            json.writeStringField("planId", order.plan().id().toString());
            json.writeStringField("planDigest", order.plan().digest());
            OrderFields.writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            FreezeJson.legalBasis(json, order.basis());
            OrderFields.operator(json, order.operator());
        });
    }

    /** What was paid; also when nothing of it can be read: then the feedback is about a refund all the same. */
    static Optional<RefundStatus> read(FieldReader feedback, Optional<ApplicationId> id) {
        if (!feedback.has("refund")) {
            return Optional.empty();
        }
        return Optional.of(feedback.optional("refund")
                .object()
                .map(refund -> status(refund, id))
                .orElse(RefundStatus.UNREADABLE));
    }

    private static RefundStatus status(FieldReader refund, Optional<ApplicationId> id) {
        return new RefundStatus(
                receiptId(refund, id),
                moment(refund, "paidAt"),
                money(refund, "amountFen", 1),
                money(refund, "frozenFen", 0),
                returned(refund));
    }

    /** The id of the order proves nothing: everybody knows it. */
    private static Optional<String> receiptId(FieldReader refund, Optional<ApplicationId> order) {
        Optional<String> receipt = refund.optional(RECEIPT_ID)
                .parse(
                        "1..64 visible ASCII characters",
                        text -> RECEIPT.matcher(text).matches() ? Optional.of(text) : Optional.empty());
        if (order.flatMap(id -> receipt.filter(id.value()::equalsIgnoreCase)).isPresent()) {
            refund.reject(RECEIPT_ID, "INVALID", "the applicationId", "the institution's own id of the payment");
            return Optional.empty();
        }
        return receipt;
    }

    private static Optional<RefundReturn> returned(FieldReader refund) {
        if (!refund.has("returned")) {
            return Optional.empty();
        }
        return Optional.of(refund.optional("returned")
                .object()
                .map(back -> new RefundReturn(
                        moment(back, "returnedAt"),
                        money(back, "amountFen", 1),
                        back.optional("reason").text(1, ContractLimits.MAX_NAME).orElse(""),
                        money(back, "frozenFen", 0)))
                .orElse(RefundReturn.UNREADABLE));
    }

    private static Optional<Instant> moment(FieldReader fields, String name) {
        Optional<Instant> moment = fields.optional(name).momentWithAnyOffset();
        if (moment.filter(ContractLimits.EARLIEST_STOP::isAfter).isPresent()) {
            fields.rejectMoment(name, "a moment since " + ContractLimits.EARLIEST_STOP);
            return Optional.empty();
        }
        return moment;
    }

    private static Optional<Money> money(FieldReader fields, String name, long min) {
        return fields.optional(name).wholeNumberInAnyForm(min, Money.MAX_FEN).map(Money::ofFen);
    }
}
