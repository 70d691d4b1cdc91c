package org.stoppayment.freeze.mules.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.mules.domain.Mule;
import org.stoppayment.freeze.mules.domain.MuleHistory;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Shows the registry of mules (断卡). */
@ApplicationScoped
public class ViewingMules {

    private static final String SEPARATOR = "/";

    private final Mules mules;
    private final RuleSets ruleSets;

    ViewingMules(Mules mules, RuleSets ruleSets) {
        this.mules = mules;
        this.ruleSets = ruleSets;
    }

    /**
     * A page of the registry, by institution and number.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken {@link #token} of the last mule of the previous page, empty for the first page
     */
    public Uni<Page<Mule>> list(int pageSize, String pageToken) {
        List<Violation> violations = new ArrayList<>(Paging.violations(pageSize));
        Optional<AccountRef.Key> after = pageToken.isEmpty() ? Optional.empty() : account(pageToken);
        if (!pageToken.isEmpty() && after.isEmpty()) {
            violations.add(new Violation(
                    "pageToken",
                    "NOT_A_TOKEN",
                    "value: " + pageToken.length() + " characters (expected: a nextPageToken)"));
        }
        OfficerInput.refuse(violations);
        int rows = Paging.rows(pageSize);
        return mules.list(ruleSets.current().lists(), after, rows + 1).map(found -> Paging.page(found, rows));
    }

    /** The token of the page after a mule. */
    public static String token(Mule mule) {
        AccountRef account = mule.account();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (account.institutionCode() + SEPARATOR + account.number()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<AccountRef.Key> account(String token) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(SEPARATOR, 2);
            return parts.length == 2 && parts[1].indexOf('\0') < 0
                    ? Optional.of(new AccountRef.Key(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    /**
     * The mules with a number, and their histories; fails with {@link ServiceException.NotFound} when none is known.
     *
     * @param institutionCode empty for any
     */
    public Uni<List<MuleHistory>> histories(String accountNumber, String institutionCode) {
        String number = AccountNumber.normalise(accountNumber);
        if (!AccountNumber.hasForm(number)) {
            throw new ServiceException.InvalidInput(
                    "accountNumber",
                    "FORM",
                    "value: " + Masking.mask(number) + " (expected: 1..64 letters, digits or @._+)");
        }
        return mules.histories(
                        ruleSets.current().lists(),
                        number,
                        institutionCode.isEmpty() ? Optional.empty() : Optional.of(institutionCode))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new ServiceException.NotFound("accountNumber", Masking.mask(number));
                    }
                });
    }
}
