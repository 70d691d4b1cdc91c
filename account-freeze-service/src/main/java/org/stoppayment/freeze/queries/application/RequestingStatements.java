package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.queries.application.CaseAccounts.CaseAccount;
import org.stoppayment.freeze.queries.application.HeldAccounts.Due;
import org.stoppayment.freeze.queries.application.HeldAccounts.Held;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.Question;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Asks for the statements of held accounts, without a person: of each of which the whole statement since money first came is not known, and
 * of each on which more was booked than it lists: money is known to have come, or the balance is another. Without it fund-recovery cannot tell whose money is left there.
 * Asks for balances too, so that fund-recovery can compare its books. Any number of replicas may run it at once.
 */
@ApplicationScoped
public class RequestingStatements {

    private static final Logger LOG = Logger.getLogger(RequestingStatements.class);
    private static final int MAX_AT_ONCE = 20;

    /** Fewer than queries may have in flight: what officers ask is not delayed. */
    private static final int MAX_IN_FLIGHT_PER_INSTITUTION = 10;

    /** Then it waits until something new is told of the account. */
    private static final int MAX_STATEMENTS = 3;

    /** The clock of the account's institution may be behind that of the payer's. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** How far a statement reaches back when nobody told when the money came. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final HeldAccounts held;
    private final CaseAccounts accounts;
    private final RequestedQueries requested;
    private final SendingQueries sending;
    private final RequestsConfig config;
    private final SendingConfig leases;
    private final InstantSource clock;

    RequestingStatements(
            HeldAccounts held,
            CaseAccounts accounts,
            RequestedQueries requested,
            SendingQueries sending,
            RequestsConfig config,
            SendingConfig leases,
            InstantSource clock) {
        this.held = held;
        this.accounts = accounts;
        this.requested = requested;
        this.sending = sending;
        this.config = config;
        this.leases = leases;
        this.clock = clock;
    }

    /** Asks for what is due. */
    public Uni<Void> request() {
        return requestStatements().chain(this::requestBalances);
    }

    private Uni<Void> requestStatements() {
        return config.statementDelay().isZero()
                ? Uni.createFrom().voidItem()
                : held.claimStatements(
                                clock.instant(),
                                leases.lease(),
                                MAX_AT_ONCE,
                                sending.full(MAX_IN_FLIGHT_PER_INSTITUTION))
                        .chain(due -> Sequence.of(due, this::statement)
                                .chain(() -> isFull(due)
                                        ? requestStatements()
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> requestBalances() {
        return config.balanceInterval().isZero()
                ? Uni.createFrom().voidItem()
                : held.claimBalances(
                                clock.instant(),
                                leases.lease(),
                                MAX_AT_ONCE,
                                sending.full(MAX_IN_FLIGHT_PER_INSTITUTION))
                        .chain(due -> Sequence.of(due, this::balance)
                                .chain(() -> isFull(due)
                                        ? requestBalances()
                                        : Uni.createFrom().voidItem()));
    }

    private static boolean isFull(List<Due> due) {
        return due.size() == MAX_AT_ONCE;
    }

    private Uni<Void> statement(Due due) {
        return logged(
                due,
                isFull(due)
                        ? held.setStatementDue(due, Optional.of(soon()), due.statementsAsked())
                        : held.find(due.account(), clock.instant())
                                .chain(found -> found.map(known -> statement(due, known))
                                        .orElseGet(() -> noMoreStatements(due))));
    }

    private Uni<Void> statement(Due due, Held known) {
        if (known.isAsked()) {
            return held.setStatementDue(
                    due, Optional.of(clock.instant().plus(config.statementDelay())), due.statementsAsked());
        }
        return accounts.find(known.asking(), due.account())
                .chain(found -> found.filter(account -> due.statementsAsked() < MAX_STATEMENTS)
                        .filter(account -> isNeeded(account, known))
                        .map(account -> ask(due, known, account))
                        .orElseGet(() -> noMoreStatements(due)));
    }

    private static boolean isNeeded(CaseAccount account, Held known) {
        boolean reachesBack = known.statementSince()
                .filter(since -> first(account, known)
                        .filter(first -> first.isBefore(since))
                        .isEmpty())
                .isPresent();
        return !reachesBack || known.isUnlisted() || known.isBalanceOther();
    }

    private Uni<Void> ask(Due due, Held known, CaseAccount account) {
        Instant since = DatabaseTime.truncated(
                first(account, known).map(first -> first.minus(TOLERANCE)).orElseGet(() -> account.reportedAt()
                        .minus(LOOK_BACK)));
        return requested
                .place(known, account, Question.transactions(since, account.isCoveredSince(since)))
                .chain(() -> held.setStatementDue(
                        due, Optional.of(clock.instant().plus(config.statementRetry())), due.statementsAsked() + 1));
    }

    /** When money first came, or the account was first booked on, as far as is known. */
    private static Optional<Instant> first(CaseAccount account, Held known) {
        return Stream.of(account.accountMoneySince(), account.moneySince(), known.firstBooking())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Uni<Void> noMoreStatements(Due due) {
        return held.setStatementDue(due, Optional.empty(), due.statementsAsked());
    }

    private Uni<Void> balance(Due due) {
        return logged(
                due,
                isFull(due)
                        ? held.setBalanceDue(due, Optional.of(soon()))
                        : held.find(due.account(), clock.instant())
                                .chain(found -> found.map(known -> balance(due, known))
                                        .orElseGet(() -> held.setBalanceDue(due, Optional.empty()))));
    }

    private Uni<Void> balance(Due due, Held known) {
        return accounts.find(known.asking(), due.account())
                .chain(found -> found.map(account -> requested.place(known, account, Question.of(QueryKind.BALANCE)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> held.setBalanceDue(due, Optional.of(clock.instant().plus(config.balanceInterval()))));
    }

    private boolean isFull(Due due) {
        return sending.full(MAX_IN_FLIGHT_PER_INSTITUTION)
                .contains(due.account().institutionCode());
    }

    private Instant soon() {
        return clock.instant().plusSeconds(1);
    }

    /** A failure leaves the account due when its lease ends. */
    private static Uni<Void> logged(Due due, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> LOG.warnf(
                        "a held account of %s stays due (%s)",
                        due.account().institutionCode(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
