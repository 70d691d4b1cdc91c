package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.wire.StopOrder.ListedTransfer;

/** Reads orders as the institutions' contract has them, and refuses with every finding at once. */
public final class OrderReader {

    /** What an application id looks like. */
    public static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MAX_TRANSFERS = 500;
    private static final Set<String> EMERGENCY_LEVELS = new TreeSet<>(Set.of("01", "02"));
    private static final Set<String> APPLICATION_TYPES = new TreeSet<>(Set.of("04", "05"));

    private final String institutionCode;

    /** Reads the orders of one institution. */
    public OrderReader(String institutionCode) {
        this.institutionCode = institutionCode;
    }

    /** A stop order; throws {@link InvalidInput}. */
    public StopOrder stop(JsonNode body) {
        Fields fields = Fields.of(body);
        String applicationId = common(fields);
        List<ListedTransfer> transfers = fields.requiredObjects("transfers", MAX_TRANSFERS).stream()
                .map(this::transfer)
                .toList();
        boolean isProtective = fields.requiredTruth("protective");
        if (fields.has("originalApplicationId")) {
            fields.requiredText("originalApplicationId", APPLICATION_ID);
        }
        Fields account = fields.requiredObject("account");
        AccountId id = own(account);
        Optional<String> name = account.text("name", 200);
        Optional<String> emergencyLevel = oneOf(fields, "emergencyLevel", EMERGENCY_LEVELS);
        Optional<String> applicationType = oneOf(fields, "applicationType", APPLICATION_TYPES);
        fields.refuseFindings();
        return new StopOrder(applicationId, id, name, transfers, isProtective, emergencyLevel, applicationType);
    }

    /** An extension order; throws {@link InvalidInput}. */
    public ExtensionOrder extension(JsonNode body) {
        Fields fields = Fields.of(body);
        String applicationId = common(fields);
        String original = fields.requiredText("originalApplicationId", APPLICATION_ID);
        AccountId id = own(fields.requiredObject("account"));
        fields.requiredMoment("expiresAt");
        fields.refuseFindings();
        return new ExtensionOrder(applicationId, original, id);
    }

    /** A lift order; throws {@link InvalidInput}. */
    public LiftOrder lift(JsonNode body) {
        Fields fields = Fields.of(body);
        String applicationId = common(fields);
        String original = fields.requiredText("originalApplicationId", APPLICATION_ID);
        AccountId id = own(fields.requiredObject("account"));
        fields.refuseFindings();
        return new LiftOrder(applicationId, original, id);
    }

    private static String common(Fields fields) {
        String caseId = fields.requiredText("caseId", 64);
        if (!caseId.isEmpty() && Ids.parse(caseId).isEmpty()) {
            fields.note("caseId", "WRONG_FORM", "caseId: " + Masking.mask(caseId) + " (expected: a UUID)");
        }
        fields.requiredMoment("appliedAt");
        fields.text("reason", 200);
        return fields.requiredText("applicationId", APPLICATION_ID);
    }

    private static Optional<String> oneOf(Fields fields, String field, Set<String> codes) {
        Optional<String> code = fields.text(field, 40);
        if (code.isPresent() && !codes.contains(code.get())) {
            fields.note(field, "UNKNOWN", field + ": unknown (expected: one of " + codes + ")");
        }
        return code;
    }

    private AccountId own(Fields account) {
        AccountId id = account(account);
        if (!id.institutionCode().isEmpty() && !id.institutionCode().equals(institutionCode)) {
            account.note(
                    "institutionCode",
                    "NOT_OURS",
                    "institutionCode: " + Masking.mask(id.institutionCode()) + " (expected: " + institutionCode + ")");
        }
        return id;
    }

    private static AccountId account(Fields account) {
        String code = account.requiredText("institutionCode", 64);
        String number = AccountNumber.normalise(account.requiredText("number", AccountNumber.MAX_CHARACTERS));
        if (!number.isEmpty() && !AccountNumber.hasForm(number)) {
            account.note(
                    "number", "WRONG_FORM", "number: " + Masking.mask(number) + " (expected: letters, digits, @._+)");
        }
        account.text("kind", 40).ifPresent(kind -> checkKind(account, kind));
        return new AccountId(code, number);
    }

    private static void checkKind(Fields account, String kind) {
        for (AccountKind known : AccountKind.values()) {
            if (known.name().equals(kind) && known != AccountKind.UNSPECIFIED) {
                return;
            }
        }
        account.note(
                "kind", "UNKNOWN", "kind: " + Masking.mask(kind) + " (expected: BANK_PERSONAL, BANK_CORPORATE, …)");
    }

    private ListedTransfer transfer(Fields transfer) {
        if (transfer.has("currency")) {
            transfer.requiredText("currency", CURRENCY);
        }
        return new ListedTransfer(
                transfer.whole("amountFen", 0, Money.MAX_FEN),
                transfer.moment("transferredAt"),
                transfer.text("serial", 100));
    }
}
