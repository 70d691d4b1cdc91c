package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.simulator.wire.StopOrder.ListedTransfer;

/** Reads the orders of the institution API; reports all violations at once. */
public final class OrderReader {

    /** The form of an application id. */
    public static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final AccountId NO_ACCOUNT = new AccountId("", "");
    private static final int MAX_TRANSFERS = 500;
    private static final Set<String> EMERGENCY_LEVELS = new TreeSet<>(Set.of("01", "02"));
    private static final Set<String> APPLICATION_TYPES = new TreeSet<>(Set.of("04", "05"));

    private final String institutionCode;
    private final FreezeReader freezes;
    private final RefundReader refunds;

    /** Reads the orders of one institution. */
    public OrderReader(String institutionCode) {
        this.institutionCode = institutionCode;
        this.freezes = new FreezeReader(this);
        this.refunds = new RefundReader(this);
    }

    /** An order of this kind; throws {@link InvalidInput}. */
    public Order order(Order.Kind kind, JsonNode body) {
        return switch (kind) {
            case STOP -> stop(body);
            case EXTENSION -> extension(body);
            case LIFT -> lift(body);
            case FREEZE -> freezes.freeze(body);
            case FREEZE_RENEWAL -> freezes.renewal(body);
            case FREEZE_LIFT -> freezes.lift(body);
            case FREEZE_CHANGE -> freezes.change(body);
            case REFUND -> refunds.refund(body);
        };
    }

    private StopOrder stop(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        Common common = commonFields(fields);
        List<ListedTransfer> transfers = fields.required("transfers").objects(MAX_TRANSFERS).stream()
                .map(this::transfer)
                .toList();
        boolean isProtective = fields.required("protective").flag().orElse(false);
        matching(fields.optional("originalApplicationId"), APPLICATION_ID);
        Optional<FieldReader> account = fields.required("account").object();
        AccountId id = ownAccount(account);
        Optional<String> name = holder(account);
        Optional<String> emergencyLevel = oneOf(fields, "emergencyLevel", EMERGENCY_LEVELS);
        Optional<String> applicationType = oneOf(fields, "applicationType", APPLICATION_TYPES);
        fields.throwIfInvalid();
        return new StopOrder(
                common.applicationId(),
                common.caseId(),
                id,
                name,
                transfers,
                isProtective,
                emergencyLevel,
                applicationType);
    }

    private ExtensionOrder extension(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        String applicationId = commonFields(fields).applicationId();
        String original = applicationId(fields, "originalApplicationId");
        AccountId id = ownAccount(fields.required("account").object());
        fields.required("expiresAt").moment();
        fields.throwIfInvalid();
        return new ExtensionOrder(applicationId, original, id);
    }

    private LiftOrder lift(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        String applicationId = commonFields(fields).applicationId();
        String original = applicationId(fields, "originalApplicationId");
        AccountId id = ownAccount(fields.required("account").object());
        fields.throwIfInvalid();
        return new LiftOrder(applicationId, original, id);
    }

    /** The ids of an order. */
    record Common(String applicationId, String caseId) {}

    static Common commonFields(FieldReader fields) {
        String caseId = fields.required("caseId").text(1, 64).orElse("");
        if (!caseId.isEmpty() && Ids.parse(caseId).isEmpty()) {
            fields.reject("caseId", "WRONG_FORM", Masking.mask(caseId), "a UUID");
        }
        fields.required("appliedAt").moment();
        fields.optional("reason").text(1, 200);
        return new Common(applicationId(fields, "applicationId"), caseId);
    }

    /** The name of the account's holder, when it is given. */
    static Optional<String> holder(Optional<FieldReader> account) {
        return account.flatMap(holder -> holder.optional("name").text(1, 200));
    }

    static String applicationId(FieldReader fields, String name) {
        return matching(fields.required(name), APPLICATION_ID).orElse("");
    }

    static Optional<String> matching(FieldValue value, Pattern pattern) {
        return value.parse(pattern.pattern(), text -> Optional.of(text)
                .filter(each -> pattern.matcher(each).matches()));
    }

    private static Optional<String> oneOf(FieldReader fields, String field, Set<String> codes) {
        return fields.optional(field)
                .parse("one of " + codes, text -> Optional.of(text).filter(codes::contains));
    }

    AccountId ownAccount(Optional<FieldReader> account) {
        return account.map(this::ownAccount).orElse(NO_ACCOUNT);
    }

    private AccountId ownAccount(FieldReader account) {
        AccountId id = account(account);
        if (!id.institutionCode().isEmpty() && !id.institutionCode().equals(institutionCode)) {
            account.reject("institutionCode", "NOT_OURS", Masking.mask(id.institutionCode()), institutionCode);
        }
        return id;
    }

    static AccountId account(FieldReader account) {
        String code = account.required("institutionCode").text(1, 64).orElse("");
        String number = AccountNumber.normalise(
                account.required("number").text(1, AccountNumber.MAX_CHARACTERS).orElse(""));
        if (!number.isEmpty() && !AccountNumber.hasForm(number)) {
            account.reject("number", "WRONG_FORM", Masking.mask(number), "letters, digits, @._+");
        }
        account.optional("kind").text(1, 40).ifPresent(kind -> checkKind(account, kind));
        return new AccountId(code, number);
    }

    private static void checkKind(FieldReader account, String kind) {
        boolean isKnown = AccountKind.ofName(kind)
                .filter(known -> known != AccountKind.UNSPECIFIED)
                .isPresent();
        if (!isKnown) {
            account.reject("kind", "UNKNOWN", Masking.mask(kind), "BANK_PERSONAL, BANK_CORPORATE, …");
        }
    }

    private ListedTransfer transfer(FieldReader transfer) {
        matching(transfer.optional("currency"), CURRENCY);
        return new ListedTransfer(
                transfer.optional("amountFen").int64(0, Money.MAX_FEN),
                transfer.optional("transferredAt").moment(),
                transfer.optional("serial").text(1, 100));
    }
}
