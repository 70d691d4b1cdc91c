package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/** What victims pay and mules do with it, and how their banks tell of that: in any order, twice, late and in contradiction. */
public final class RandomMoney {

    /** A transfer that a victim reports. */
    public record Paid(String caseId, String transferId, Account payee, long fen, Instant at, String serial) {}

    private final Random random;
    private final List<Account> accounts;
    private final List<Account> victims;
    private final List<Paid> transfers = new ArrayList<>();
    private final Map<String, List<Outflow.Builder>> booked = new HashMap<>();

    /** Mules have {@code accounts}; the victims pay from theirs, and sometimes get money back. */
    public RandomMoney(Random random, List<Account> accounts, List<Account> victims) {
        this.random = random;
        this.accounts = accounts;
        this.victims = victims;
    }

    public Paid paid(String caseId) {
        Paid paid = new Paid(caseId, Report.newCase(), any(accounts), sum(), moment(), "v" + random.nextInt(3));
        transfers.add(paid);
        return paid;
    }

    public Optional<Paid> anyPaid() {
        return transfers.isEmpty() ? Optional.empty() : Optional.of(any(transfers));
    }

    /** Another transfer in the place of one that was wrong. */
    public Paid corrected(Paid old) {
        transfers.remove(old);
        return paid(old.caseId());
    }

    public void addOutflows(Feedback.Builder feedback, String account) {
        for (int i = random.nextInt(4); i > 0; i--) {
            feedback.addOutflows(outflow(account));
        }
    }

    public void addInflows(Feedback.Builder feedback, String accountNumber) {
        for (int i = random.nextInt(3); i > 0; i--) {
            feedback.addInflows(inflow(accountNumber));
        }
    }

    private Outflow.Builder outflow(String account) {
        List<Outflow.Builder> known = booked.computeIfAbsent(account, first -> new ArrayList<>());
        int luck = random.nextInt(100);
        if (luck < 20 && !known.isEmpty()) {
            return any(known);
        }
        if (luck < 24 && !known.isEmpty()) {
            return any(known).clone().setAmountFen(sum());
        }
        if (luck >= 90
                && !known.isEmpty()) { // another payee or time under a known serial, or another serial for a known
            // booking
            Outflow.Builder again = any(known).clone();
            if (luck < 93 && again.hasPayee()) {
                again.setPayee(payee());
            } else if (luck < 96) {
                again.setBookedAt(Outcomes.timestamp(moment()));
            } else {
                again.setSerial("r" + random.nextInt(100));
            }
            known.add(again);
            return again;
        }
        String serial = "s" + known.size();
        Outflow.Builder outflow = luck < 32
                ? Outcomes.spent(OutflowKind.OUTFLOW_KIND_CASH, serial, sum(), moment())
                : luck < 38
                        ? Outcomes.spent(OutflowKind.OUTFLOW_KIND_MERCHANT, serial, sum(), moment())
                        : Outcomes.outflow(serial, sum(), payee(), moment());
        outflow.setSequence(random.nextInt(2));
        known.add(outflow);
        return outflow;
    }

    private Account payee() {
        return random.nextInt(8) == 0 ? any(victims) : any(accounts);
    }

    /** Often the booking of a victim's transfer, a little off. */
    private Inflow.Builder inflow(String accountNumber) {
        List<Paid> into = transfers.stream()
                .filter(paid -> paid.payee().getNumber().equals(accountNumber))
                .toList();
        String serial = random.nextInt(3) == 0 ? "v" + random.nextInt(3) : "i" + random.nextInt(1000);
        if (into.isEmpty()) {
            return Outcomes.inflow(serial, sum(), moment());
        }
        Paid paid = any(into);
        return Outcomes.inflow(serial, paid.fen(), paid.at().plusSeconds(random.nextInt(1300) - 650));
    }

    private long sum() {
        return 1 + random.nextInt(random.nextBoolean() ? 200_000 : 12_000);
    }

    private Instant moment() {
        return Report.PAID_AT.minusNanos(Report.PAID_AT.getNano()).plusSeconds(60L * random.nextInt(25));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
