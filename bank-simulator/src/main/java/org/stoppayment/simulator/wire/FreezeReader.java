package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** Reads the orders about freezes; reports all violations at once. */
final class FreezeReader {

    static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_TEXT = 200;

    /** How much of an account a freeze holds, named as in the contract. */
    private enum Mode {
        LIMITED,
        FULL
    }

    /** The level of an approval, named as in the contract. */
    private enum Level {
        COUNTY,
        CITY
    }

    private final OrderReader orders;

    FreezeReader(OrderReader orders) {
        this.orders = orders;
    }

    /** A freeze; throws {@link InvalidInput}. */
    FreezeOrder freeze(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        OrderReader.Common common = OrderReader.commonFields(fields);
        Optional<FieldReader> account = fields.required("account").object();
        AccountId id = orders.ownAccount(account);
        Optional<String> name = OrderReader.holder(account);
        Optional<Long> limitFen = limit(fields);
        Optional<Instant> expiresAt = fields.required("expiresAt").moment();
        Optional<String> stop = OrderReader.matching(fields.optional("stopApplicationId"), OrderReader.APPLICATION_ID);
        checkLegalBasis(fields);
        fields.throwIfInvalid();
        return new FreezeOrder(
                common.applicationId(), common.caseId(), id, name, limitFen, expiresAt.orElseThrow(), stop);
    }

    /** A renewal; throws {@link InvalidInput}. */
    FreezeRenewal renewal(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        Amendment amendment = amendment(fields);
        Optional<Instant> expiresAt = fields.required("expiresAt").moment();
        fields.throwIfInvalid();
        return new FreezeRenewal(
                amendment.applicationId(), amendment.original(), amendment.account(), expiresAt.orElseThrow());
    }

    /** A lift of a freeze; throws {@link InvalidInput}. */
    FreezeLift lift(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        Amendment amendment = amendment(fields);
        fields.throwIfInvalid();
        return new FreezeLift(amendment.applicationId(), amendment.original(), amendment.account());
    }

    /** A change of the sum of a freeze; throws {@link InvalidInput}. */
    FreezeChange change(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        Amendment amendment = amendment(fields);
        Optional<Long> limitFen = fields.required("amountFen").int64(1, Money.MAX_FEN);
        fields.throwIfInvalid();
        return new FreezeChange(
                amendment.applicationId(), amendment.original(), amendment.account(), limitFen.orElseThrow());
    }

    private record Amendment(String applicationId, String original, AccountId account) {}

    private Amendment amendment(FieldReader fields) {
        OrderReader.Common common = OrderReader.commonFields(fields);
        String original = OrderReader.applicationId(fields, "originalApplicationId");
        AccountId account = orders.ownAccount(fields.required("account").object());
        checkLegalBasis(fields);
        return new Amendment(common.applicationId(), original, account);
    }

    /** The sum to hold: required with LIMITED; with FULL there is none, and a reason is required. */
    private static Optional<Long> limit(FieldReader fields) {
        Optional<Mode> mode = fields.required("mode").oneOf(Mode.values());
        if (mode.filter(Mode.LIMITED::equals).isPresent()) {
            return fields.required("amountFen").int64(1, Money.MAX_FEN);
        }
        if (mode.isEmpty()) {
            return Optional.empty();
        }
        if (fields.has("amountFen")) {
            fields.reject("amountFen", "WRONG_FORM", "***", "none, with FULL");
        }
        if (!fields.has("reason")) {
            fields.reject("reason", "MISSING", "none", "a reason, with FULL");
        }
        return Optional.empty();
    }

    static void checkLegalBasis(FieldReader fields) {
        fields.required("legalBasis").object().ifPresent(basis -> {
            basis.required("filingNumber").text(1, MAX_TEXT);
            basis.required("organisation").text(1, MAX_TEXT);
            OrderReader.matching(basis.required("documentDigest"), DIGEST);
            basis.required("approver").object().ifPresent(approver -> {
                approver.required("organisation").text(1, MAX_TEXT);
                approver.required("badgeNumber").text(1, MAX_TEXT);
                approver.required("level").oneOf(Level.values());
            });
        });
    }
}
