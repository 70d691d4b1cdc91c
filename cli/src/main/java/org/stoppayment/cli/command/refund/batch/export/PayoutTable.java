package org.stoppayment.cli.command.refund.batch.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;

/**
 * What victims get by a batch, as rows of cells: one for each payout, then one for each state of plans and one for all, which have {@code TOTAL} in
 * place of the batch. Masking is up to the caller.
 */
public final class PayoutTable {

    private static final String TOTAL = "TOTAL";

    private final String batchId;
    private final List<RefundBatchPayout> payouts;
    private final Vocabulary vocabulary;

    /** The table of a batch. */
    public PayoutTable(String batchId, List<RefundBatchPayout> payouts, Vocabulary vocabulary) {
        this.batchId = batchId;
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
        rows.add(total("", payouts));
        return rows;
    }

    private List<Object> cells(RefundBatchPayout payout) {
        return Stream.of(PayoutColumn.values())
                .map(column -> column == PayoutColumn.BATCH ? batchId : column.of(payout, vocabulary))
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
