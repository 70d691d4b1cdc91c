package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.recovery.attribution.domain.AccountShares.Kind;
import org.stoppayment.recovery.attribution.domain.AccountShares.Step;
import org.stoppayment.recovery.attribution.domain.FlowId.Source;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** One account while the flows are replayed. Money that no institution told of is added where the bookings need it. */
final class AccountReplay {

    private final AccountRef.Key account;
    private final StatementCheck statement;
    private final AccountPool pool;
    private final List<Step> steps = new ArrayList<>();
    private final List<FlowShares> untold = new ArrayList<>();
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
        open(inflow.flow().at());
        enter(inflow);
        countAfterBalance(inflow.flow().creditedAt(), inflow.shares().total());
        boolean isNearer = inflow.level() < level;
        level = Math.min(level, inflow.level());
        return isNearer;
    }

    FlowShares pay(Flow flow) {
        open(flow.at());
        long lacking = flow.fen() - pool.total();
        if (lacking > 0) {
            hasPaidMoreThanItHad = true;
            // What a victim reported to have paid was the victim's own, unless it is known whose it was.
            Owner owner = flow.reportedBy().isPresent() ? Owner.HOLDER : Owner.UNKNOWN;
            enter(untoldInflow(owner, flow.at(), flow.sequence(), lacking));
        }
        FlowShares outflow = take(flow);
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
            untold.add(take(new Flow(
                    new FlowId(Source.UNTOLD_OUT, account, "", 1),
                    Optional.of(account),
                    Optional.empty(),
                    beyond,
                    last,
                    last,
                    Long.MAX_VALUE,
                    Optional.empty(),
                    Optional.empty())));
        }
    }

    /** Flows that no fact tells of. */
    List<FlowShares> untold() {
        return untold;
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
            Flow opening = fromOutside(
                    new FlowId(Source.OPENING, account, "", 1),
                    at,
                    Long.MIN_VALUE,
                    Shares.of(Owner.HOLDER, statement.openingFen()),
                    Provenance.HOLDERS);
            enter(inflow(opening));
        }
        if (statement.missingFen() > 0) {
            enter(untoldInflow(Owner.UNKNOWN, at, Long.MIN_VALUE, statement.missingFen()));
        }
    }

    private void enter(FlowShares inflow) {
        pool.receive(inflow.shares(), inflow.provenance());
        steps.add(new Step(Kind.IN, inflow, pool.total()));
    }

    private FlowShares take(Flow flow) {
        AccountPool.Payment payment = flow.refundTo()
                .map(caseId -> pool.payBack(Owner.victim(caseId), flow.fen()))
                .orElseGet(() -> pool.pay(flow.fen()));
        FlowShares outflow = new FlowShares(flow, payment.shares(), payment.provenance(), Attribution.next(level));
        steps.add(new Step(Kind.OUT, outflow, pool.total()));
        return outflow;
    }

    private FlowShares untoldInflow(Owner owner, Instant at, long sequence, long fen) {
        int ordinal = untold.size() + 1;
        return inflow(fromOutside(
                new FlowId(Source.UNTOLD_IN, account, "", ordinal),
                at,
                sequence,
                Shares.of(owner, fen),
                Provenance.UNTOLD));
    }

    private Flow fromOutside(FlowId id, Instant at, long sequence, Shares shares, Provenance provenance) {
        return new Flow(
                id,
                Optional.empty(),
                Optional.of(account),
                shares.total(),
                at,
                at,
                sequence,
                Optional.of(new Flow.Origin(shares, provenance, AccountShares.UNREACHED)),
                Optional.empty());
    }

    private FlowShares inflow(Flow flow) {
        Flow.Origin origin = flow.origin().orElseThrow();
        FlowShares inflow = new FlowShares(flow, origin.shares(), origin.provenance(), AccountShares.UNREACHED);
        untold.add(inflow);
        return inflow;
    }

    private void countAfterBalance(Instant at, long fen) {
        if (statement.balance().map(balance -> at.isAfter(balance.asOf())).orElse(false)) {
            afterBalance = Math.addExact(afterBalance, fen);
        }
    }
}
