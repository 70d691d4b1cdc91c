package org.stoppayment.cli.drill.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.plan.Ring.Move;
import org.stoppayment.cli.drill.plan.Ring.MoveKind;
import org.stoppayment.cli.drill.plan.Ring.Mule;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.cli.suite.Registry.Institution;

/** Generates a ring: the payments of the victims, and the moves of the mules until the money is spent or in cash. */
final class RingGenerator {

    private static final int MAX_PAYMENTS = 3;
    private static final int MAX_MULES = 25;
    private static final int MAX_COLLECTORS = 2;
    private static final long PAYMENT_INTERVAL_MILLIS = 10_000;
    private static final long[] MAGNITUDES_FEN = {10_000_00, 10_000_00, 10_000_00, 100_000_00, 1_000_00};
    private static final long MAX_SLIVER_FEN = 99_99;

    private final DrillOptions options;
    private final int number;
    private final int victims;
    private final int firstCase;
    private final SeededRandom draw;
    private final PartyGenerator parties;
    private final int depth;
    private final long paceMillis;
    private final List<Payment> payments = new ArrayList<>();
    private final List<Mule> mules = new ArrayList<>();
    private final List<Money> received = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();

    /** The money that a mule received, and the time of the last payment. */
    private record Money(long fen, long atMillis) {}

    /** A ring with so many victims; the first of them is the case {@code firstCase} of the drill. */
    RingGenerator(DrillOptions options, List<Institution> banks, int number, int victims, int firstCase) {
        this.options = options;
        this.number = number;
        this.victims = victims;
        this.firstCase = firstCase;
        this.draw = SeededRandom.of(options.seed(), "ring", number);
        this.parties = new PartyGenerator(draw, banks, number);
        this.depth = draw.between(options.levels().min(), options.levels().max());
        this.paceMillis = draw.in(options.muleDelay());
    }

    Ring generate() {
        Ring.Party victim = parties.victim();
        List<Ring.Victim> others = new ArrayList<>();
        for (int other = 1; other < victims; other++) {
            others.add(new Ring.Victim(parties.victim(), dueMillis(other) - dueMillis(0)));
        }
        if (others.isEmpty()) {
            pay();
        } else {
            payTogether();
        }
        for (int mule = 0; mule < mules.size(); mule++) {
            passOn(mule);
        }
        return new Ring(number, dueMillis(0), paceMillis, victim, others, payments, mules, moves);
    }

    private long dueMillis(int victim) {
        return options.rate().dueMillis(firstCase + victim);
    }

    private void pay() {
        int count = draw.between(1, MAX_PAYMENTS);
        long lastAt = -draw.in(options.callAfter());
        for (int i = 0; i < count; i++) {
            boolean samePayee = i > 0 && draw.percent(25);
            int mule = samePayee ? mules.size() - 1 : add(1, null);
            payment(0, mule, lastAt - (count - 1 - i) * PAYMENT_INTERVAL_MILLIS);
        }
    }

    /** Every victim pays every collector: one or two accounts of the first level. */
    private void payTogether() {
        int collectors = draw.between(1, MAX_COLLECTORS);
        for (int i = 0; i < collectors; i++) {
            add(1, null);
        }
        int count = victims * collectors;
        long lastAt = -draw.in(options.callAfter());
        for (int i = 0; i < count; i++) {
            payment(i % victims, i / victims, lastAt - (count - 1 - i) * PAYMENT_INTERVAL_MILLIS / victims);
        }
    }

    private void payment(int victim, int mule, long atMillis) {
        long amountFen = draw.between(10, 99) * MAGNITUDES_FEN[draw.between(0, MAGNITUDES_FEN.length - 1)] / 10;
        String name = mules.get(mule).account().name();
        boolean mistaken = draw.percent(options.faults().mistakePercent());
        payments.add(new Payment(
                mule,
                amountFen,
                atMillis,
                serial("V", payments.size()),
                mistaken ? PartyGenerator.misheard(name) : name,
                victim));
        receive(mule, amountFen, atMillis);
    }

    /** The mule keeps the money for about the pace of the ring, then splits it. */
    private void passOn(int mule) {
        Money money = received.get(mule);
        long waitMillis = options.muleDelay().clip(paceMillis * draw.between(80, 120) / 100);
        long atMillis = money.atMillis() + waitMillis;
        long fen = money.fen() - fee(money.fen());
        boolean isLast = mules.get(mule).level() >= depth;
        if (!isLast && draw.percent(6) && fen > 10 * MAX_SLIVER_FEN && mules.size() < MAX_MULES) {
            long sliver = draw.between(1_00, MAX_SLIVER_FEN);
            transfer(mule, sliver, atMillis);
            fen -= sliver;
        }
        int parts = isLast ? draw.between(1, 2) : draw.between(1, 3);
        for (long part : split(fen, parts)) {
            if (part > 0) {
                send(mule, part, atMillis, isLast);
            }
        }
    }

    /** One mule in four keeps 2 to 8 percent. */
    private long fee(long fen) {
        return draw.percent(25) ? fen * draw.between(2, 8) / 100 : 0;
    }

    private void send(int mule, long fen, long atMillis, boolean isLast) {
        int roll = draw.between(0, 99);
        if (!isLast && roll < 82 && mules.size() < MAX_MULES) {
            transfer(mule, fen, atMillis);
        } else {
            MoveKind kind = roll % 4 == 0 ? MoveKind.MERCHANT : MoveKind.CASH;
            moves.add(new Move(mule, kind, null, fen, atMillis, serial("M", moves.size())));
        }
    }

    private void transfer(int mule, long fen, long atMillis) {
        int to = add(mules.get(mule).level() + 1, mule);
        moves.add(new Move(mule, MoveKind.TRANSFER, to, fen, atMillis, serial("M", moves.size())));
        receive(to, fen, atMillis);
    }

    /** Splits a sum into parts of random size. */
    private List<Long> split(long fen, int parts) {
        List<Long> split = new ArrayList<>();
        long rest = fen;
        for (int left = parts; left > 1; left--) {
            long part = rest / left * draw.between(50, 150) / 100;
            split.add(part);
            rest -= part;
        }
        split.add(rest);
        return split;
    }

    private int add(int level, @Nullable Integer payer) {
        mules.add(new Mule(level, payer, parties.mule()));
        received.add(new Money(0, Long.MIN_VALUE));
        return mules.size() - 1;
    }

    private void receive(int mule, long fen, long atMillis) {
        Money before = received.get(mule);
        received.set(mule, new Money(before.fen() + fen, Math.max(before.atMillis(), atMillis)));
    }

    private String serial(String letter, int index) {
        return String.format(Locale.ROOT, "DRILL%d-%04d-%s%d", options.seed(), number, letter, index);
    }
}
