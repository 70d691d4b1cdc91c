package org.stoppayment.cli.command.refund.batch.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;

/**
 * What victims get by a batch, as rows of cells: one for each payout, then one for each state of plans, and last one for all plans but those that
 * have ended without being paid. The last ones have {@code TOTAL} in place of the batch. Masking is up to the caller.
 */
public final class PayoutTable {

    private static final String TOTAL = "TOTAL";
    private static final Set<RefundBatchLineState> UNPAID = EnumSet.of(
            RefundBatchLineState.REFUND_BATCH_LINE_STATE_SUPERSEDED,
            RefundBatchLineState.REFUND_BATCH_LINE_STATE_WITHDRAWN,
            RefundBatchLineState.REFUND_BATCH_LINE_STATE_IN_OTHER_BATCH);

    private final RefundBatch batch;
    private final List<RefundBatchPayout> payouts;
    private final Vocabulary vocabulary;

    /** The table of a batch. */
    public PayoutTable(RefundBatch batch, List<RefundBatchPayout> payouts, Vocabulary vocabulary) {
        this.batch = batch;
        this.payouts = List.copyOf(payouts);
        this.vocabulary = vocabulary;
    }

    /** The rows: a cell for each {@link PayoutColumn}, a text or a {@link BigDecimal}. */
    List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        payouts.forEach(payout -> rows.add(cells(payout)));
        Map<RefundBatchLineState, List<RefundBatchPayout>> byState = new TreeMap<>();
        payouts.forEach(payout -> byState.computeIfAbsent(payout.getLine().getState(), first -> new ArrayList<>())
                .add(payout));
        byState.forEach((state, some) -> rows.add(total(Vocabulary.shortName(state), some)));
        rows.add(total("", counted()));
        return rows;
    }

    /** What the plans pay that have not ended without being paid, in fen. */
    public long payFen() {
        return counted().stream().mapToLong(RefundBatchPayout::getAmountFen).reduce(0, Math::addExact);
    }

    private List<RefundBatchPayout> counted() {
        return payouts.stream()
                .filter(payout -> !UNPAID.contains(payout.getLine().getState()))
                .toList();
    }

    private List<Object> cells(RefundBatchPayout payout) {
        return Stream.of(PayoutColumn.values())
                .map(column -> switch (column) {
                    case BATCH -> batch.getBatchId();
                    case BATCH_STATE -> Vocabulary.shortName(batch.getState());
                    default -> column.of(payout, vocabulary);
                })
                .toList();
    }

    private static List<Object> total(String state, List<RefundBatchPayout> some) {
        Map<PayoutColumn, Object> cells = new EnumMap<>(PayoutColumn.class);
        cells.put(PayoutColumn.BATCH, TOTAL);
        cells.put(PayoutColumn.PLAN_STATE, state);
        cells.put(PayoutColumn.AMOUNT_YUAN, sum(some, RefundBatchPayout::getAmountFen));
        cells.put(
                PayoutColumn.PAID_YUAN, sum(some, payout -> payout.getPayment().getPaidFen()));
        cells.put(PayoutColumn.CAME_BACK_YUAN, sum(some, payout -> payout.getPayment()
                .getReturnedFen()));
        return Stream.of(PayoutColumn.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toList();
    }

    private static BigDecimal sum(List<RefundBatchPayout> some, ToLongFunction<RefundBatchPayout> fen) {
        return PayoutColumn.yuan(some.stream().mapToLong(fen).reduce(0, Math::addExact));
    }
}
