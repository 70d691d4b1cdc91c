package org.stoppayment.freeze.orders.domain.corrections;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderState;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;

/**
 * What is proposed when an institution declines an order: a form of the name on 0301; on 0400, and when the institution names the
 * amount alone, a sum in another unit. Nothing is sent without the operator's yes.
 *
 * @param names forms of names
 * @param tolerance by which a reported time and a booking's may differ
 */
public record CorrectionRules(NameForms names, Duration tolerance) {

    private static final String NAME_MISMATCH = "0301";
    private static final String TRANSFER_NOT_FOUND = "0400";
    private static final String AMOUNT = "amountFen";

    /**
     * A transfer of the order's case into its account that was not corrected since.
     *
     * @param transferId of the transfer
     * @param payeeName as reported
     * @param amount where known
     * @param at where known
     */
    public record Reported(TransferId transferId, String payeeName, Optional<Money> amount, Optional<Instant> at) {

        @Override
        public String toString() {
            return "Reported[" + transferId + "]";
        }
    }

    /** Money that came into the account, by any answer about it. */
    public record KnownInflow(Money amount, Instant bookedAt) {}

    /**
     * The most that was ever on an account, as far as it is known.
     *
     * @param total of what came in, or of what was there at a stop and had left before, whichever is more
     * @param until the moment of the stop whose answer said so
     */
    public record KnownTotal(Money total, Instant until) {

        /** False when the sum is more than was ever there by the time of the transfer. */
        boolean allows(long fen, Reported transfer) {
            return fen <= total.fen() || transfer.at().map(until::isBefore).orElse(true);
        }
    }

    /** True when a correction of the order may be proposed. */
    public boolean mayPropose(StopOrder order) {
        return isNameDeclined(order) || isAmountDeclined(order);
    }

    /** The sums in which an inflow would speak for or against a correction. */
    public Set<Long> sumsToLookFor(StopOrder order, List<Reported> transfers) {
        if (!isAmountDeclined(order)) {
            return Set.of();
        }
        Set<Long> sums = new LinkedHashSet<>();
        transfers.stream().flatMap(transfer -> transfer.amount().stream()).forEach(amount -> {
            sums.add(amount.fen());
            sums.addAll(SumForms.of(amount.fen()).keySet());
        });
        return sums;
    }

    /** The proposals for a declined order, the likeliest first; none when no other form is likely. */
    public List<CorrectionProposal> proposals(
            StopOrder order, List<Reported> transfers, List<KnownInflow> inflows, Optional<KnownTotal> total) {
        List<CorrectionProposal> proposals = new ArrayList<>();
        if (isNameDeclined(order)) {
            proposals.addAll(names(order.account().name(), transfers));
        }
        if (isAmountDeclined(order)) {
            boolean amountAlone = isAmountAlone(order);
            transfers.forEach(transfer -> proposals.addAll(sums(transfer, inflows, total, amountAlone)));
        }
        return proposals;
    }

    private List<CorrectionProposal> names(String name, List<Reported> transfers) {
        List<TransferId> named = transfers.stream()
                .filter(transfer -> transfer.payeeName().equals(name))
                .map(Reported::transferId)
                .toList();
        return named.isEmpty()
                ? List.of()
                : names.of(name).entrySet().stream()
                        .map(form -> CorrectionProposal.ofName(named, form.getKey(), form.getValue()))
                        .toList();
    }

    private List<CorrectionProposal> sums(
            Reported transfer, List<KnownInflow> inflows, Optional<KnownTotal> total, boolean amountAlone) {
        if (transfer.amount().isEmpty()) {
            return List.of();
        }
        long fen = transfer.amount().get().fen();
        Set<Long> booked = inflows.stream()
                .filter(inflow -> isAtTheTime(transfer, inflow))
                .map(inflow -> inflow.amount().fen())
                .collect(Collectors.toSet());
        if (booked.contains(fen)) {
            return List.of(); // the sum is right: something else is not
        }
        Map<Long, Reason> forms = SumForms.of(fen);
        boolean anyBooked = forms.keySet().stream().anyMatch(booked::contains);
        return forms.entrySet().stream()
                .filter(form -> anyBooked
                        ? booked.contains(form.getKey())
                        : amountAlone
                                && total.filter(known -> !known.allows(form.getKey(), transfer))
                                        .isEmpty())
                .map(form -> CorrectionProposal.ofAmount(
                        transfer.transferId(),
                        Money.ofFen(form.getKey()),
                        Stream.of(
                                        Optional.of(form.getValue()),
                                        Optional.of(Reason.MATCHES_INFLOW).filter(inflow -> anyBooked),
                                        Optional.of(Reason.ONLY_AMOUNT_MISMATCHED)
                                                .filter(alone -> amountAlone))
                                .flatMap(Optional::stream)
                                .toList()))
                .toList();
    }

    private boolean isAtTheTime(Reported transfer, KnownInflow inflow) {
        return transfer.at()
                .map(at -> Duration.between(at, inflow.bookedAt()).abs().compareTo(tolerance) <= 0)
                .orElse(true);
    }

    private static boolean isNameDeclined(StopOrder order) {
        return isDeclinedWith(order, NAME_MISMATCH);
    }

    private static boolean isAmountDeclined(StopOrder order) {
        return isDeclinedWith(order, TRANSFER_NOT_FOUND) || isAmountAlone(order);
    }

    private static boolean isDeclinedWith(StopOrder order, String code) {
        return order.phase() == Phase.DECLINED && order.notes().resultCode().equals(code);
    }

    /** The institution names fields, and each is a sum: {@code transfers[0].amountFen}. */
    private static boolean isAmountAlone(StopOrder order) {
        return order.state() instanceof StopOrderState.Declined declined
                && !declined.mismatched().isEmpty()
                && declined.mismatched().stream()
                        .allMatch(field -> field.equals(AMOUNT) || field.endsWith("." + AMOUNT));
    }
}
