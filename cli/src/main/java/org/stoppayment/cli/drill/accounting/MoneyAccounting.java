package org.stoppayment.cli.drill.accounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.accounting.MoneyPart.Fate;
import org.stoppayment.cli.suite.Rules;

/**
 * Accounts for every fen of a case, from the institutions' own books: what the suite believes decides nothing here but why
 * something was not stopped.
 *
 * <ul>
 *   <li>Nobody in a ring has money of their own, so that all money in its accounts is the victim's.
 *   <li>The balance of an account with a live stop is {@link Fate#STOPPED}, whenever it came in; its moment is the stop's.
 *   <li>The balance of any other account is {@link Fate#STILL_THERE}.
 *   <li>Every cash withdrawal and every purchase that was made is a piece of its own, at the moment of its booking.
 *   <li>A transfer is no end: what it carried is with its payee.
 *   <li>Every piece that is not stopped has the cause that {@link LossClassifier} finds.
 * </ul>
 *
 * The pieces of a case sum to what its victim reported, to the fen; anything else throws.
 */
public final class MoneyAccounting {

    private MoneyAccounting() {}

    /** The pieces of a case, by account; the suite worked by those rules. */
    public static List<MoneyPart> of(CaseResult facts, Rules rules) {
        LossClassifier causes = new LossClassifier(facts, rules);
        List<MoneyPart> pieces = new ArrayList<>();
        for (int mule = 0; mule < facts.ring().mules().size(); mule++) {
            account(facts, causes, mule, pieces);
        }
        long sum = pieces.stream().mapToLong(MoneyPart::fen).reduce(0, Math::addExact);
        if (sum != facts.ring().reportedFen()) {
            throw new IllegalStateException("ring " + facts.ring().number() + ": " + sum
                    + " fen accounted for (expected: " + facts.ring().reportedFen() + ", what was reported)");
        }
        return List.copyOf(pieces);
    }

    private static void account(CaseResult facts, LossClassifier causes, int mule, List<MoneyPart> pieces) {
        SimulatedWorld.Account books = facts.books(mule);
        int level = facts.ring().mules().get(mule).level();
        for (SimulatedWorld.Outflow outflow : books.outflows()) {
            if (!outflow.kind().equals("TRANSFER")) {
                Fate fate = outflow.kind().equals("CASH") ? Fate.CASH : Fate.MERCHANT;
                pieces.add(new MoneyPart(
                        mule,
                        level,
                        fate,
                        causes.ofLeaving(mule, outflow.bookedAt()),
                        outflow.amountFen(),
                        outflow.bookedAt()));
            }
        }
        if (books.balanceFen() > 0) {
            pieces.add(
                    books.stopped()
                            ? new MoneyPart(mule, level, Fate.STOPPED, null, books.balanceFen(), stoppedAt(books))
                            : new MoneyPart(
                                    mule, level, Fate.STILL_THERE, causes.ofStaying(mule), books.balanceFen(), null));
        }
    }

    private static Instant stoppedAt(SimulatedWorld.Account books) {
        return books.lastStop()
                .map(SimulatedWorld.Stop::stoppedAt)
                .orElseThrow(() -> new IllegalStateException("a stopped account without a stop"));
    }
}
