package org.stoppayment.recovery.attribution.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.attribution.application.StoredShares.Computed;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Shows whose money accounts hold. */
@ApplicationScoped
public class ViewingShares {

    private final StoredShares stored;

    ViewingShares(StoredShares stored) {
        this.stored = stored;
    }

    /** What an account holds, and how it came; fails with {@link ServiceException.NotFound} when nothing is known of it. */
    public Uni<View> view(AccountRef.Key account) {
        return computed(account).chain(computed -> path(account).map(path -> new View(computed, path)));
    }

    /** What an account holds; fails with {@link ServiceException.NotFound} when nothing is known of it. */
    public Uni<Computed> computed(AccountRef.Key account) {
        return stored.find(account)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("account", account.toString())));
    }

    /** How the money of an account came there. */
    public Uni<MoneyPath> path(AccountRef.Key account) {
        return stored.path(account);
    }

    /** The accounts that hold money of a case. */
    public Uni<List<Computed>> ofCase(String caseId) {
        return stored.ofCase(new CaseId(Ids.parseField("caseId", caseId)));
    }

    /**
     * What an account holds.
     *
     * @param computed by owner
     * @param path how it came
     */
    public record View(Computed computed, MoneyPath path) {}
}
