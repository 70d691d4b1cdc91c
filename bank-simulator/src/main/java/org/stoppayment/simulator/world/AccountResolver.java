package org.stoppayment.simulator.world;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.wire.AccountId;

/**
 * Finds the account that a deposit or a move means by its number alone: the world's own, else one loaded before. Where two
 * institutions keep the same number, {@code fromInstitutionCode} or {@code toInstitutionCode} says which.
 */
final class AccountResolver {

    private final Ledger ledger;
    private final Map<String, Set<AccountId>> own = new HashMap<>();

    AccountResolver(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds an account of the world; false when it has it already. */
    boolean add(AccountId id) {
        return own.computeIfAbsent(id.number(), number -> new LinkedHashSet<>()).add(id);
    }

    /** The account that {@code field} names; a finding and empty when there is none, or more than one. */
    Optional<AccountId> resolve(FieldReader fields, String field) {
        String number = AccountNumber.normalise(
                fields.required(field).text(1, AccountNumber.MAX_CHARACTERS).orElse(""));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> institutionCode =
                fields.optional(field + "InstitutionCode").text(1, 64);
        List<AccountId> meant = having(number, institutionCode);
        if (meant.size() != 1) {
            fields.reject(
                    field,
                    meant.isEmpty() ? "UNKNOWN" : "AMBIGUOUS",
                    Masking.mask(number),
                    "one account of this world or an earlier one"
                            + (meant.isEmpty() ? "" : "; say " + field + "InstitutionCode"));
            return Optional.empty();
        }
        return Optional.of(meant.get(0));
    }

    private List<AccountId> having(String number, Optional<String> institutionCode) {
        List<AccountId> ofTheWorld = own.getOrDefault(number, Set.of()).stream()
                .filter(id -> isAt(id, institutionCode))
                .toList();
        return !ofTheWorld.isEmpty()
                ? ofTheWorld
                : ledger.worldAccounts(number).stream()
                        .filter(id -> isAt(id, institutionCode))
                        .toList();
    }

    private static boolean isAt(AccountId id, Optional<String> institutionCode) {
        return institutionCode.isEmpty() || institutionCode.get().equals(id.institutionCode());
    }
}
