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
 * Finds the account of a deposit or a move by its number: an account of the same world, else one of an earlier world. When two
 * institutions have the number, {@code fromInstitutionCode} or {@code toInstitutionCode} decides.
 */
final class AccountResolver {

    private final Ledger ledger;
    private final Map<String, Set<AccountId>> ofThisWorld = new HashMap<>();

    AccountResolver(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds an account of the world; false when it was added before. */
    boolean add(AccountId id) {
        return ofThisWorld
                .computeIfAbsent(id.number(), number -> new LinkedHashSet<>())
                .add(id);
    }

    /** The account that {@code field} refers to; a violation, and empty, unless there is exactly one. */
    Optional<AccountId> resolve(FieldReader fields, String field) {
        String number = AccountNumber.normalise(
                fields.required(field).text(1, AccountNumber.MAX_CHARACTERS).orElse(""));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> institutionCode =
                fields.optional(field + "InstitutionCode").text(1, 64);
        List<AccountId> candidates = find(number, institutionCode);
        if (candidates.size() != 1) {
            fields.reject(
                    field,
                    candidates.isEmpty() ? "UNKNOWN" : "AMBIGUOUS",
                    Masking.mask(number),
                    "one account of this world or an earlier one"
                            + (candidates.isEmpty() ? "" : "; say " + field + "InstitutionCode"));
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    private List<AccountId> find(String number, Optional<String> institutionCode) {
        List<AccountId> own = ofThisWorld.getOrDefault(number, Set.of()).stream()
                .filter(id -> isAt(id, institutionCode))
                .toList();
        return !own.isEmpty()
                ? own
                : ledger.worldAccounts(number).stream()
                        .filter(id -> isAt(id, institutionCode))
                        .toList();
    }

    private static boolean isAt(AccountId id, Optional<String> institutionCode) {
        return institutionCode.isEmpty() || institutionCode.get().equals(id.institutionCode());
    }
}
