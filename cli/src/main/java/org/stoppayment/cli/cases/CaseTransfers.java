package org.stoppayment.cli.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/**
 * The transfers of a case with the numbers that people use for them on the call: 1, 2, … in the order in which they came in, those
 * that correct others included. A number never changes, because transfers are only ever added.
 */
public final class CaseTransfers {

    private final List<ReportedTransfer> all;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> corrections = new HashMap<>();

    private CaseTransfers(List<ReportedTransfer> all) {
        this.all = all;
        for (ReportedTransfer each : all) {
            numbers.put(each.getTransferId(), numbers.size() + 1);
            if (isCorrection(each)) {
                corrections.put(each.getCorrectsTransferId(), each.getTransferId());
            }
        }
    }

    /** The transfers of this case. */
    public static CaseTransfers of(Case found) {
        return new CaseTransfers(found.getTransfersList());
    }

    /** All of them, by number. */
    public List<ReportedTransfer> all() {
        return all;
    }

    /** How many payments were reported; a correction is none. */
    public int reported() {
        return (int)
                all.stream().filter(Predicate.not(CaseTransfers::isCorrection)).count();
    }

    /** How many of the reported payments were corrected. */
    public int corrected() {
        return (int) all.stream()
                .filter(each -> !isCorrection(each) && corrections.containsKey(each.getTransferId()))
                .count();
    }

    /** The transfer with this number. */
    public Optional<ReportedTransfer> numbered(int number) {
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /** The transfer with this id. */
    public Optional<ReportedTransfer> find(String transferId) {
        return number(transferId).flatMap(this::numbered);
    }

    /** The number of the transfer with this id; empty when the case has none. */
    public Optional<Integer> number(String transferId) {
        return Optional.ofNullable(numbers.get(transferId));
    }

    /** The number of the last correction of a transfer; empty when it was not corrected. */
    public Optional<Integer> lastCorrection(String transferId) {
        Set<String> seen = new HashSet<>();
        String last = transferId;
        while (corrections.containsKey(last) && seen.add(last)) {
            last = corrections.get(last);
        }
        return last.equals(transferId) ? Optional.empty() : number(last);
    }

    /**
     * The order on the payee of a transfer: the newest one of the account at its institution, else of the number alone, because the
     * card number or a person may have decided on another institution. Empty while a correction has no order yet.
     */
    public static Optional<StopOrder> order(ReportedTransfer transfer, CaseProgress progress) {
        Account payee = transfer.getTransfer().getPayee();
        if (payee.getNumber().isEmpty()) {
            return Optional.empty();
        }
        List<StopOrder> sameNumber = progress.getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(payee.getNumber()))
                .toList();
        List<StopOrder> sameAccount = sameNumber.stream()
                .filter(order -> order.getAccount().getInstitutionCode().equals(payee.getInstitutionCode()))
                .toList();
        List<StopOrder> found = sameAccount.isEmpty() ? sameNumber : sameAccount;
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1)).filter(order -> !isOutdated(order, transfer));
    }

    /** An order that was declined before the transfer was corrected says nothing about the correction. */
    private static boolean isOutdated(StopOrder order, ReportedTransfer transfer) {
        return isCorrection(transfer)
                && transfer.hasAcceptedAt()
                && order.getState() == StopOrderState.STOP_ORDER_STATE_DECLINED
                && order.getTimelineCount() > 0
                && OrderStates.instant(order.getTimeline(0).getAt())
                        .isBefore(OrderStates.instant(transfer.getAcceptedAt()));
    }

    private static boolean isCorrection(ReportedTransfer transfer) {
        return !transfer.getCorrectsTransferId().isEmpty();
    }
}
