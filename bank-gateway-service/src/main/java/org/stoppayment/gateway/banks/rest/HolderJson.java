package org.stoppayment.gateway.banks.rest;

import java.util.List;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.gateway.queries.domain.AccountBalance;
import org.stoppayment.gateway.queries.domain.AccountHold;
import org.stoppayment.gateway.queries.domain.AccountHolder;
import org.stoppayment.gateway.queries.domain.AccountState;
import org.stoppayment.gateway.queries.domain.HoldKind;
import org.stoppayment.gateway.queries.domain.HolderAccount;
import org.stoppayment.gateway.queries.domain.HolderAccounts;
import org.stoppayment.gateway.queries.domain.IdDocumentType;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;

/** Reads the contract's {@code Holder}, {@code Balance} and {@code HolderAccounts}. */
final class HolderJson {

    /** Maximum number of holds of an account, and of accounts of a holder. */
    private static final int MAX_ELEMENTS = 1_000;

    private static final int MAX_ID_DOCUMENT = 64;
    private static final int MAX_PHONE = 40;

    private final ElementReader elements;

    HolderJson(ElementReader elements) {
        this.elements = elements;
    }

    static AccountHolder holder(FieldReader fields) {
        return new AccountHolder(
                fields.required("name").text(1, ContractLimits.MAX_NAME),
                kind(fields.required("kind")),
                fields.required("idDocumentType").oneOf(IdDocumentType.values()),
                fields.required("idDocumentNumber").text(1, MAX_ID_DOCUMENT),
                fields.required("openedAt").momentWithAnyOffset(),
                fields.required("state").oneOf(AccountState.values()),
                fields.optional("phone").text(1, MAX_PHONE));
    }

    AccountBalance balance(FieldReader fields) {
        return new AccountBalance(
                sum(fields.required("balanceFen")),
                sum(fields.required("availableFen")),
                elements.readable(fields, "holds", MAX_ELEMENTS, HolderJson::hold));
    }

    HolderAccounts accounts(FieldReader fields) {
        if (!fields.has("accounts")) {
            fields.required("accounts").elements(); // names it as missing
        }
        List<HolderAccount> accounts = elements.readable(fields, "accounts", MAX_ELEMENTS, HolderJson::account);
        return new HolderAccounts(accounts, pageToken(fields));
    }

    private static Optional<AccountHold> hold(FieldReader fields) {
        String authority =
                fields.required("authority").text(1, ContractLimits.MAX_NAME).orElse("");
        Optional<Money> amount = sum(fields.optional("amountFen"));
        var since = fields.optional("since").momentWithAnyOffset();
        var until = fields.optional("until").momentWithAnyOffset();
        return fields.required("kind")
                .oneOf(HoldKind.values())
                .map(kind -> new AccountHold(kind, authority, amount, since, until));
    }

    private static Optional<HolderAccount> account(FieldReader fields) {
        AccountKind kind = kind(fields.required("kind"));
        Optional<AccountState> state = fields.required("state").oneOf(AccountState.values());
        Optional<Money> balance = sum(fields.optional("balanceFen"));
        var openedAt = fields.optional("openedAt").momentWithAnyOffset();
        return fields.required("number")
                .text(1, AccountNumber.MAX_CHARACTERS)
                .map(number -> new HolderAccount(number, kind, state, balance, openedAt));
    }

    private static AccountKind kind(FieldValue value) {
        return value.parse("a kind of account, such as BANK_PERSONAL", text -> AccountKind.ofName(text)
                        .filter(kind -> kind != AccountKind.UNSPECIFIED))
                .orElse(AccountKind.UNSPECIFIED);
    }

    /** A sum that may be 0. */
    static Optional<Money> sum(FieldValue value) {
        return value.wholeNumberInAnyForm(0, Money.MAX_FEN).map(Money::ofFen);
    }

    /** Asks for the next page; empty on the last one. */
    static String pageToken(FieldReader fields) {
        return fields.optional("nextPageToken").text(0, ContractLimits.MAX_NAME).orElse("");
    }
}
