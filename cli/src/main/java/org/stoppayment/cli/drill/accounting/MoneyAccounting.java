package org.stoppayment.cli.drill.accounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.accounting.MoneyPart.Outcome;
import org.stoppayment.cli.suite.Rules;

/**
 * Accounts for every fen of a case by the institutions' books. The suite's view decides only why money was not stopped.
 *
 * <ul>
 *   <li>Mules have no money of their own, so that all money in their accounts is the victim's.
 *   <li>The balance of an account with a live stop is {@link Outcome#STOPPED}, whenever it came in; its moment is the stop's.
 *   <li>The balance of any other account is {@link Outcome#STILL_THERE}.
 *   <li>Every cash withdrawal and every purchase that was made is a separate part, at the time of its booking.
 *   <li>A transfer is not a part: its money is counted at the payee.
 *   <li>Every part that is not stopped has a cause, found by {@link LossClassifier}.
 * </ul>
 *
 * The parts of a case sum to the reported amount, to the fen; otherwise it throws.
 */
public final class MoneyAccounting {

    private MoneyAccounting() {}

    /** The parts of a case, by account; {@code rules} are those of the suite. */
    public static List<MoneyPart> of(CaseResult result, Rules rules) {
        LossClassifier classifier = new LossClassifier(result, rules);
        List<MoneyPart> parts = new ArrayList<>();
        for (int mule = 0; mule < result.ring().mules().size(); mule++) {
            account(result, classifier, mule, parts);
        }
        long sum = parts.stream().mapToLong(MoneyPart::fen).reduce(0, Math::addExact);
        if (sum != result.ring().reportedFen()) {
            throw new IllegalStateException("ring " + result.ring().number() + ": " + sum
                    + " fen accounted for (expected: " + result.ring().reportedFen() + ", what was reported)");
        }
        return List.copyOf(parts);
    }

    private static void account(CaseResult result, LossClassifier classifier, int mule, List<MoneyPart> parts) {
        SimulatedWorld.Account books = result.books(mule);
        int level = result.ring().mules().get(mule).level();
        for (SimulatedWorld.Outflow outflow : books.outflows()) {
            if (!outflow.isTransfer()) {
                Outcome outcome = outflow.kind().equals("CASH") ? Outcome.CASH : Outcome.MERCHANT;
                parts.add(new MoneyPart(
                        mule,
                        level,
                        outcome,
                        classifier.causeOfOutflow(mule, outflow.bookedAt()),
                        outflow.amountFen(),
                        outflow.bookedAt()));
            }
        }
        if (books.balanceFen() > 0) {
            parts.add(
                    books.stopped()
                            ? new MoneyPart(mule, level, Outcome.STOPPED, null, books.balanceFen(), stoppedAt(books))
                            : new MoneyPart(
                                    mule,
                                    level,
                                    Outcome.STILL_THERE,
                                    classifier.causeOfBalance(mule),
                                    books.balanceFen(),
                                    null));
        }
    }

    private static Instant stoppedAt(SimulatedWorld.Account books) {
        return books.lastStop()
                .map(SimulatedWorld.Stop::stoppedAt)
                .orElseThrow(() -> new IllegalStateException("a stopped account without a stop"));
    }
}
