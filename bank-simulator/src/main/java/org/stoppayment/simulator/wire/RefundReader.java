package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ids.Ids;

/** Reads refunds; reports all violations at once. */
final class RefundReader {

    private final OrderReader orders;

    RefundReader(OrderReader orders) {
        this.orders = orders;
    }

    /** A refund; throws {@link InvalidInput}. */
    RefundOrder refund(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        OrderReader.Common common = OrderReader.commonFields(fields);
        Optional<FieldReader> account = fields.required("account").object();
        AccountId held = orders.ownAccount(account);
        Optional<String> name = OrderReader.holder(account);
        String freeze = OrderReader.applicationId(fields, "freezeApplicationId");
        Optional<FieldReader> payee = fields.required("payee").object();
        Optional<AccountId> payeeId = payee.map(OrderReader::account);
        Optional<String> payeeName =
                payee.flatMap(holder -> holder.required("name").text(1, 200));
        Optional<Long> amountFen = fields.required("amountFen").int64(1, Money.MAX_FEN);
        checkPlan(fields);
        FreezeReader.checkLegalBasis(fields);
        fields.throwIfInvalid();
        return new RefundOrder(
                common.applicationId(),
                held,
                name,
                freeze,
                payeeId.orElseThrow(),
                payeeName.orElseThrow(),
                amountFen.orElseThrow());
    }

    private static void checkPlan(FieldReader fields) {
        String planId = fields.required("planId").text(1, 64).orElse("");
        if (!planId.isEmpty() && Ids.parse(planId).isEmpty()) {
            fields.reject("planId", "WRONG_FORM", Masking.mask(planId), "a UUID");
        }
        OrderReader.matching(fields.required("planDigest"), FreezeReader.DIGEST);
    }
}
