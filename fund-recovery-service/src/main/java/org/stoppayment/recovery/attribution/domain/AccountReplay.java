package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.recovery.attribution.domain.AccountShares.Kind;
import org.stoppayment.recovery.attribution.domain.AccountShares.Step;
import org.stoppayment.recovery.attribution.domain.FlowShares.Reason;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** One account while the flows are replayed. Money that no institution told of is added where the bookings need it. */
final class AccountReplay {

    private final AccountRef.Key account;
    private final StatementCheck statement;
    private final AccountPool pool;
    private final List<Step> steps = new ArrayList<>();
    private int level = AccountShares.UNREACHED;
    private boolean isOpen;
    private boolean hasPaidMoreThanItHad;
    private long afterBalance; // in - out since the told balance

    AccountReplay(AccountRef.Key account, StatementCheck statement, boolean lacksBookings) {
        this.account = account;
        this.statement = statement;
        this.pool = new AccountPool(lacksBookings);
    }

    /** True when the account has come nearer to a victim. */
    boolean receive(FlowShares inflow) {
        open(inflow.at());
        enter(inflow);
        countAfterBalance(inflow.at(), inflow.shares().total());
        boolean isNearer = inflow.level() < level;
        level = Math.min(level, inflow.level());
        return isNearer;
    }

    FlowShares pay(Flow flow) {
        open(flow.at());
        long lacking = flow.fen() - pool.total();
        if (lacking > 0) {
            hasPaidMoreThanItHad = true;
            enter(untold(Reason.UNTOLD_INFLOW, flow.at(), lacking));
        }
        FlowShares outflow = take(Reason.TOLD, Optional.of(flow), flow.at(), flow.fen());
        countAfterBalance(flow.at(), -flow.fen());
        return flow.reportedBy()
                .map(caseId -> outflow.reportedBy(Owner.victim(caseId)))
                .orElse(outflow);
    }

    /** After the last flow: what is on the account beyond its balance has left it, and nobody told where to. */
    void close(Instant last) {
        open(last);
        if (statement.balance().isEmpty()) {
            return;
        }
        long beyond = pool.total()
                - Math.max(0, Math.addExact(statement.balance().get().fen(), afterBalance));
        if (beyond > 0) {
            take(Reason.UNTOLD_OUTFLOW, Optional.empty(), last, beyond);
        }
    }

    AccountShares shares() {
        return new AccountShares(
                account,
                pool.money(),
                pool.provenance(),
                pool.isDetermined(),
                statement,
                pool.inflows(),
                level,
                List.copyOf(steps));
    }

    int level() {
        return level;
    }

    boolean hasPaidMoreThanItHad() {
        return hasPaidMoreThanItHad;
    }

    private void open(Instant at) {
        if (isOpen) {
            return;
        }
        isOpen = true;
        if (statement.openingFen() > 0) {
            enter(new FlowShares(
                    Reason.OPENING,
                    Optional.empty(),
                    at,
                    Shares.of(Owner.HOLDER, statement.openingFen()),
                    new Provenance(true, false),
                    AccountShares.UNREACHED));
        }
        if (statement.missingFen() > 0) {
            enter(untold(Reason.UNTOLD_INFLOW, at, statement.missingFen()));
        }
    }

    private void enter(FlowShares inflow) {
        pool.receive(inflow.shares(), inflow.provenance());
        steps.add(new Step(Kind.IN, inflow, pool.total()));
    }

    private FlowShares take(Reason reason, Optional<Flow> flow, Instant at, long fen) {
        AccountPool.Payment payment = pool.pay(fen);
        FlowShares outflow =
                new FlowShares(reason, flow, at, payment.shares(), payment.provenance(), Attribution.next(level));
        steps.add(new Step(Kind.OUT, outflow, pool.total()));
        return outflow;
    }

    private static FlowShares untold(Reason reason, Instant at, long fen) {
        return new FlowShares(
                reason,
                Optional.empty(),
                at,
                Shares.of(Owner.UNKNOWN, fen),
                Provenance.UNTOLD,
                AccountShares.UNREACHED);
    }

    private void countAfterBalance(Instant at, long fen) {
        if (statement.balance().map(balance -> at.isAfter(balance.asOf())).orElse(false)) {
            afterBalance = Math.addExact(afterBalance, fen);
        }
    }
}
