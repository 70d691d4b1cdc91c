package org.stoppayment.freeze.dissuasion.grpc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.dissuasion.application.DissuasionPage;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.dissuasion.domain.DissuasionOutcome;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.DissuasionMissing;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.DissuasionWithdrawal;
import org.stoppayment.proto.freeze.v1.ListDissuasionResponse;

/** Parses and renders the dissuasion list. */
final class DissuasionWire {

    private DissuasionWire() {}

    /** The requested state; empty for any. */
    static Optional<Dissuasion.State> state(int number) {
        return known("state", number, DissuasionState.forNumber(number), "DISSUASION_STATE_")
                .map(Dissuasion.State::valueOf);
    }

    /** The outcome; empty when none was given. */
    static Optional<DissuasionOutcome> outcome(int number) {
        return known(
                        "outcome",
                        number,
                        org.stoppayment.proto.freeze.v1.DissuasionOutcome.forNumber(number),
                        "DISSUASION_OUTCOME_")
                .map(DissuasionOutcome::valueOf);
    }

    private static Optional<String> known(String field, int number, @Nullable Enum<?> value, String prefix) {
        if (value == null) {
            throw new ServiceException.InvalidInput(
                    field, "UNKNOWN_ENUM", "value: " + number + " (expected: a known one)");
        }
        return number == 0 ? Optional.empty() : Optional.of(value.name().substring(prefix.length()));
    }

    static ListDissuasionResponse render(DissuasionPage page) {
        ListDissuasionResponse.Builder response = ListDissuasionResponse.newBuilder();
        page.entries().forEach(entry -> response.addEntries(render(entry)));
        page.last().ifPresent(last -> response.setNextPageToken(last.toString()));
        return response.build();
    }

    static org.stoppayment.proto.freeze.v1.Dissuasion render(Dissuasion entry) {
        var rendered = org.stoppayment.proto.freeze.v1.Dissuasion.newBuilder()
                .setDissuasionId(entry.id().toString())
                .setState(DissuasionState.valueOf(
                        "DISSUASION_STATE_" + entry.state().name()))
                .setPayer(OrderWire.render(entry.payer()))
                .setAccount(OrderWire.render(entry.account()))
                .setAmountFen(entry.paid().amount().fen())
                .setTransferCount(entry.paid().transfers())
                .setFirstBookedAt(CommonWire.timestamp(entry.paid().first()))
                .setLastBookedAt(CommonWire.timestamp(entry.paid().last()))
                .addAllCaseIds(entry.cases().stream().map(CaseId::toString).toList())
                .setListedAt(CommonWire.timestamp(entry.listedAt()));
        if (entry.state() == Dissuasion.State.CLAIMED || entry.state() == Dissuasion.State.CLOSED) {
            entry.hold().ifPresent(hold -> rendered.setOfficer(OfficerWire.render(hold.officer()))
                    .setClaimedAt(CommonWire.timestamp(hold.since()))
                    .setClaimedUntil(CommonWire.timestamp(hold.until())));
        }
        entry.closing()
                .ifPresent(closing -> rendered.setOutcome(org.stoppayment.proto.freeze.v1.DissuasionOutcome.valueOf(
                                "DISSUASION_OUTCOME_" + closing.outcome().name()))
                        .setNote(closing.note())
                        .setReportSuggested(closing.outcome().suggestsReport())
                        .setClosedAt(CommonWire.timestamp(closing.at())));
        entry.missing()
                .forEach(what -> rendered.addMissing(DissuasionMissing.valueOf("DISSUASION_MISSING_" + what.name())));
        entry.withdrawal()
                .ifPresent(why ->
                        rendered.setWithdrawal(DissuasionWithdrawal.valueOf("DISSUASION_WITHDRAWAL_" + why.name())));
        return rendered.build();
    }
}
