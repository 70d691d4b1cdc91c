package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers.Window;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Makes the dissuasion list (劝阻名单) from reported inflows: due work of any replica, once the feedback is durable. Screens the whole
 * account each time, so late feedback adds entries and nothing is listed twice.
 */
@ApplicationScoped
public class ListingUnreportedVictims {

    private static final Logger LOG = Logger.getLogger(ListingUnreportedVictims.class);
    private static final int MAX_AT_ONCE = 500;
    private static final int MAX_ACCOUNTS_AT_ONCE = 2;

    private final StoppedAccounts accounts;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    ListingUnreportedVictims(StoppedAccounts accounts, RuleSets ruleSets, InstantSource clock) {
        this.accounts = accounts;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** Screens all due accounts. One that fails stays due. */
    public Uni<Void> list() {
        Instant now = clock.instant();
        return accounts.due(now, MAX_AT_ONCE)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(account -> tryScreen(account, now))
                        .merge(MAX_ACCOUNTS_AT_ONCE)
                        .collect()
                        .asList())
                .chain(done -> done.isEmpty() || done.contains(false)
                        ? Uni.createFrom().voidItem()
                        : list());
    }

    private Uni<Boolean> tryScreen(AccountRef.Key account, Instant now) {
        return accounts.screen(account, now, this::unreported)
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf("Inflows of %s stay due (%s)", account, SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<UnreportedPayers> unreported(StoppedAccount account) {
        return Multi.createFrom()
                .iterable(account.stops())
                .onItem()
                .transformToUniAndConcatenate(stop -> ruleSets.named(stop.ruleSet())
                        .map(rules -> new Window(stop.at().minus(rules.lists().dissuasionWindow()), stop.at())))
                .collect()
                .asList()
                .map(windows -> UnreportedPayers.of(account, windows, tolerance()));
    }

    private Duration tolerance() {
        return ruleSets.current().tracing().tolerance();
    }
}
