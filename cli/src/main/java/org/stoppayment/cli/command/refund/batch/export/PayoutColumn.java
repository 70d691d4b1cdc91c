package org.stoppayment.cli.command.refund.batch.export;

import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundReceipt;

/** The columns of an export: what each says of a payout. Sums are numbers, in yuan; all others are texts, account numbers among them. */
enum PayoutColumn {
    BATCH((payout, words) -> ""), // the same in all rows, as the next: written by the table
    BATCH_STATE((payout, words) -> ""),
    LINE((payout, words) -> BigDecimal.valueOf(payout.getLine().getNumber())),
    PLAN((payout, words) -> payout.getLine().getPlanId()),
    PLAN_DIGEST((payout, words) -> payout.getLine().getPlanDigest()),
    PLAN_STATE((payout, words) -> Vocabulary.shortName(payout.getLine().getState())),
    CASE((payout, words) -> payout.getCaseId()),
    STATION((payout, words) -> payout.getStation()),
    VICTIM((payout, words) -> payout.getVictimName()),
    ACCOUNT((payout, words) -> payout.getAccount().getNumber()),
    INSTITUTION_CODE((payout, words) -> payout.getAccount().getInstitutionCode()),
    INSTITUTION((payout, words) -> words.institutionName(payout.getAccount().getInstitutionCode())),
    FREEZE((payout, words) -> payout.getFreezeId()),
    METHOD((payout, words) -> Vocabulary.shortName(payout.getMethod())),
    AMOUNT_YUAN((payout, words) -> yuan(payout.getAmountFen())),
    PAYEE_ACCOUNT((payout, words) -> payout.getPayee().getAccount().getNumber()),
    PAYEE_INSTITUTION_CODE((payout, words) -> payout.getPayee().getAccount().getInstitutionCode()),
    PAYEE_NAME((payout, words) -> payout.getPayee().getAccount().getName()),
    PAYMENT((payout, words) -> payout.getPayment().getPaymentId()),
    PAYMENT_STATE((payout, words) ->
            payout.hasPayment() ? Vocabulary.shortName(payout.getPayment().getState()) : ""),
    PAID_YUAN((payout, words) -> yuan(payout.getPayment().getPaidFen())),
    CAME_BACK_YUAN((payout, words) -> yuan(payout.getPayment().getReturnedFen())),
    RECEIPTS((payout, words) -> receipts(payout.getPayment())),
    FLAGS((payout, words) -> payout.getPayment().getFlagsList().stream()
            .map(Vocabulary::shortName)
            .collect(Collectors.joining(" "))),
    DETAIL((payout, words) -> payout.getPayment().getDetail()),
    ORDERED_AT((payout, words) ->
            payout.getPayment().hasOrderedAt() ? instant(payout.getPayment().getOrderedAt()) : ""),
    DEADLINE_AT((payout, words) ->
            payout.getPayment().hasDeadlineAt() ? instant(payout.getPayment().getDeadlineAt()) : ""),
    PAID_AT((payout, words) -> payout.getPayment().getReceiptsList().stream()
            .map(receipt -> instant(receipt.getPaidAt()))
            .collect(Collectors.joining(" ")));

    private final BiFunction<RefundBatchPayout, Vocabulary, Object> value;

    PayoutColumn(BiFunction<RefundBatchPayout, Vocabulary, Object> value) {
        this.value = value;
    }

    /** Its name, which is the same in all languages. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    static List<String> titles() {
        return Stream.of(values()).map(PayoutColumn::title).toList();
    }

    /** What it says of a payout: a text or a {@link BigDecimal}. */
    Object of(RefundBatchPayout payout, Vocabulary vocabulary) {
        return value.apply(payout, vocabulary);
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** In UTC, as ISO 8601 writes it. */
    private static String instant(Timestamp at) {
        return OrderStates.instant(at).toString();
    }

    private static String receipts(RefundPayment payment) {
        return payment.getReceiptsList().stream()
                .map(RefundReceipt::getReceiptId)
                .collect(Collectors.joining(" "));
    }
}
