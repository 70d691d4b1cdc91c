package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;

/**
 * Notes to which account a victim's money is returned, when it cannot go back to the account that paid. It bears the victim's name, and is no
 * account that the fraud used.
 */
@ApplicationScoped
public class ChoosingRefundAccount {

    private static final int MAX_NAME = 100;

    private final Victims victims;
    private final ViewingVictims viewing;
    private final InstantSource clock;

    ChoosingRefundAccount(Victims victims, ViewingVictims viewing, InstantSource clock) {
        this.victims = victims;
        this.viewing = viewing;
        this.clock = clock;
    }

    /**
     * The victim afterwards.
     *
     * @param account another account of the victim; empty for the account that paid
     * @param evidenceDigest SHA-256 of the document that shows whose account it is
     */
    public Uni<Victim> choose(
            String caseId, Optional<RefundAccount> account, String reason, String evidenceDigest, Officer officer) {
        OfficerChecks checks =
                new OfficerChecks().id("caseId", caseId).reason(reason).officer("operator", officer);
        account.ifPresent(given -> {
            checkAccount(checks, given);
            checks.digest("evidenceDigest", evidenceDigest);
        });
        checks.refuse();
        CaseId id = CaseId.of(caseId);
        return viewing.view(id)
                .chain(victim -> account.map(given -> set(victim, given, reason, evidenceDigest, officer))
                        .orElseGet(() -> victims.clearRefundAccount(id)))
                .chain(() -> viewing.view(id));
    }

    private static void checkAccount(OfficerChecks checks, RefundAccount account) {
        if (!InstitutionCode.isValid(account.institutionCode())) {
            checks.reject(
                    "account.institutionCode",
                    "FORM",
                    account.institutionCode().length() + " characters",
                    "the code of an institution");
        }
        checks.text("account.number", account.number(), AccountNumber.MAX_CHARACTERS)
                .text("account.name", account.name(), MAX_NAME);
    }

    private Uni<Void> set(Victim victim, RefundAccount account, String reason, String evidenceDigest, Officer officer) {
        if (!victim.name().equals(account.name())) { // nor one that nobody can compare
            throw new ServiceException.Refusal(
                    "NAME_DIFFERS", "account.name: *** (expected: the name of the victim, as the report gives it)");
        }
        return victims.reachedByVictimsMoney(victim.caseId(), account.key()).chain(isReached -> {
            if (isReached) {
                throw new ServiceException.Refusal(
                        "ACCOUNT_OF_FRAUD",
                        "account: " + account + " (expected: an account that no victim's money reached)");
            }
            return victims.setRefundAccount(
                    victim.caseId(),
                    account,
                    reason,
                    evidenceDigest.toLowerCase(Locale.ROOT),
                    officer,
                    clock.instant());
        });
    }
}
