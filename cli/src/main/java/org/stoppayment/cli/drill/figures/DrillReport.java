package org.stoppayment.cli.drill.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.plan.DrillOptions;

/**
 * The report of a drill: sums in fen, times in milliseconds from the call of the case, shares in percent. Contains no account
 * numbers and no names. {@link ReportCalculator} calculates it.
 *
 * @param options the options of the drill, as on the command line
 * @param startedAt start time, UTC
 * @param seconds duration
 * @param cases the reports
 * @param money where the money ended, in total
 * @param levels figures by level of mules
 * @param muleDelays figures by how long the mules keep the money
 * @param losses what was not stopped, by cause; the largest first
 * @param race what was stopped and gone over time
 */
public record DrillReport(
        Options options,
        Instant startedAt,
        long seconds,
        Cases cases,
        Money money,
        List<Level> levels,
        List<MuleDelay> muleDelays,
        List<Loss> losses,
        List<Moment> race) {

    public DrillReport {
        levels = List.copyOf(levels);
        muleDelays = List.copyOf(muleDelays);
        losses = List.copyOf(losses);
        race = List.copyOf(race);
    }

    /** The options, as on the command line. */
    public record Options(
            int cases,
            String rate,
            String muleDelay,
            String bankDelay,
            String callAfter,
            String levels,
            int institutionFaultPercent,
            int mistakePercent,
            long seed) {

        static Options of(DrillOptions options) {
            return new Options(
                    options.cases(),
                    options.rate().toString(),
                    options.muleDelay().toString(),
                    options.bankDelay().toString(),
                    options.callAfter().toString(),
                    options.levels().toString(),
                    options.faults().institutionPercent(),
                    options.faults().mistakePercent(),
                    options.seed());
        }
    }

    /**
     * The reports.
     *
     * @param sent reports sent
     * @param accepted reports accepted
     * @param over cases that were settled, with no money that can still move, before the timeout
     * @param acceptedP50Millis from the call until the report was accepted; null when none was accepted
     * @param acceptedP99Millis the same
     * @param latestSentMillis how late the latest report was sent
     */
    public record Cases(
            int sent,
            int accepted,
            int over,
            @Nullable Long acceptedP50Millis,
            @Nullable Long acceptedP99Millis,
            long latestSentMillis) {}

    /**
     * Where the money ended. {@code reportedFen} is the sum of {@code stoppedFen}, {@code cashFen}, {@code merchantFen} and
     * {@code stillThereFen}.
     *
     * @param reportedFen what the victims reported
     * @param goneBeforeCallFen what had left in cash or for goods before the call
     * @param stoppableFen the rest, which could still be stopped at the call
     * @param stoppedFen what is in stopped accounts
     * @param stoppedOfStoppablePercent share of what could be stopped; null when nothing could
     * @param stoppedOfReportedPercent share of all
     * @param cashFen what left in cash, before or after the call
     * @param merchantFen what left for goods, before or after the call
     * @param stillThereFen what is in accounts that are not stopped
     * @param suiteSaysHeldFen what the suite reports as held; differs from {@code stoppedFen} only by what came into accounts
     *     after their stop
     */
    public record Money(
            long reportedFen,
            long goneBeforeCallFen,
            long stoppableFen,
            long stoppedFen,
            @Nullable BigDecimal stoppedOfStoppablePercent,
            @Nullable BigDecimal stoppedOfReportedPercent,
            long cashFen,
            long merchantFen,
            long stillThereFen,
            long suiteSaysHeldFen) {

        /** What was reported and not stopped: the sum of {@code cashFen}, {@code merchantFen} and {@code stillThereFen}. */
        public long notStoppedFen() {
            return Math.subtractExact(reportedFen, stoppedFen);
        }
    }

    /**
     * A level of mules. {@code receivedFen} is the sum of the six sums after it.
     *
     * @param level 1 for the accounts that the victims paid
     * @param accounts accounts of this level that money reached
     * @param stops how many of them were stopped
     * @param receivedFen what they received
     * @param onwardFen what they paid on to the next level
     * @param stoppedFen what is stopped in them
     * @param goneBeforeCallFen what left from them in cash or for goods before the call
     * @param cashFen what left from them in cash after it
     * @param merchantFen what left from them for goods after it
     * @param stillThereFen what is in them and not stopped
     * @param stoppedPercent share of what could be stopped in them: not paid on, and not gone before the call; null when that
     *     is nothing
     * @param p50Millis from the call to the stop of an account; null when none was stopped
     * @param p95Millis the same
     * @param p99Millis the same
     */
    public record Level(
            int level,
            int accounts,
            int stops,
            long receivedFen,
            long onwardFen,
            long stoppedFen,
            long goneBeforeCallFen,
            long cashFen,
            long merchantFen,
            long stillThereFen,
            @Nullable BigDecimal stoppedPercent,
            @Nullable Long p50Millis,
            @Nullable Long p95Millis,
            @Nullable Long p99Millis) {}

    /** Rings whose mules keep the money for less than {@code belowMillis}, null for any longer; sums as in {@link Money}. */
    public record MuleDelay(
            long fromMillis,
            @Nullable Long belowMillis,
            int cases,
            long reportedFen,
            long stoppableFen,
            long stoppedFen,
            @Nullable BigDecimal stoppedOfStoppablePercent) {

        /** The label of the group, such as {@code 5 .. 10 s}. */
        public String label() {
            return belowMillis == null
                    ? fromMillis / 1_000 + " s or more"
                    : fromMillis / 1_000 + " .. " + belowMillis / 1_000 + " s";
        }
    }

    /** What was not stopped for one cause; {@code sumFen} is the sum of the other three. */
    public record Loss(LossCause cause, long cashFen, long merchantFen, long stillThereFen, long sumFen) {}

    /** The sums of all cases that were stopped, and gone, by that time after the call. */
    public record Moment(long millis, long stoppedFen, long goneFen) {}
}
