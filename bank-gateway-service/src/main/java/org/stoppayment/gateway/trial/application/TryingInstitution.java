package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.kernel.ids.Ids;

/** Tries an institution with test orders, which belong to no case. */
@ApplicationScoped
public class TryingInstitution {

    private final Institutions institutions;
    private final TrialLines lines;
    private final TestOrders orders;
    private final Ids ids;
    private final InstantSource time;

    TryingInstitution(Institutions institutions, TrialLines lines, TestOrders orders, Ids ids, InstantSource time) {
        this.institutions = institutions;
        this.lines = lines;
        this.orders = orders;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Sends a stop, an inquiry, an extension and a lift, a freeze, its renewal, another sum, a refund and its lift, and a query, and tells each
     * step when it is over.
     *
     * @param institutionCode code of the institution
     * @param account the test account; empty for one of the institution's first BIN
     * @param payee the account to which a refund is tried; empty: none is
     * @throws NotFound when the registry has no such institution
     */
    public Multi<StepReport> run(String institutionCode, Optional<Account> account, Optional<Account> payee) {
        Institution institution =
                institutions.find(institutionCode).orElseThrow(() -> new NotFound("institution", institutionCode));
        return new Trial(
                        institution,
                        new TrialAccounts(account.orElseGet(() -> TestAccount.of(institution)), payee),
                        lines.open(institution),
                        orders,
                        ids,
                        time)
                .run();
    }
}
