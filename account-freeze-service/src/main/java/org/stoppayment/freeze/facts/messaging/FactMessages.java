package org.stoppayment.freeze.facts.messaging;

import com.google.protobuf.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.domain.Balance;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.domain.CaseStatus;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.domain.ReportedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.BookingsRecorded;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.freeze.v1.FactDirection;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;
import org.stoppayment.proto.freeze.v1.TransfersReported;

/** Renders facts as events. */
@ApplicationScoped
class FactMessages implements FactEvents {

    private static final int MAX_FACTS = 500;

    private final Ids ids;

    FactMessages(Ids ids) {
        this.ids = ids;
    }

    @Override
    public List<OutboxEvent> transfers(CaseId caseId, String victimName, List<ReportedTransfer> transfers, Instant at) {
        return inParts(
                transfers,
                part -> event(
                        caseId,
                        at,
                        TransfersReported.newBuilder()
                                .setCaseId(caseId.toString())
                                .setVictimName(victimName)
                                .addAllTransfers(
                                        part.stream().map(FactMessages::fact).toList())
                                .build()));
    }

    private static ReportedTransferFact fact(ReportedTransfer transfer) {
        Transfer.Builder sent = Transfer.newBuilder()
                .setPayer(account(transfer.payer()))
                .setPayee(account(transfer.payee()))
                .setSerial(transfer.serial());
        transfer.amount().map(Money::fen).ifPresent(sent::setAmountFen);
        transfer.transferredAt().map(CommonWire::timestamp).ifPresent(sent::setTransferredAt);
        return ReportedTransferFact.newBuilder()
                .setTransferId(transfer.id().toString())
                .setRevision(transfer.revision())
                .setTransfer(sent)
                .setCorrectsTransferId(
                        transfer.corrects().map(TransferId::toString).orElse(""))
                .setDuplicateOfTransferId(
                        transfer.duplicateOf().map(TransferId::toString).orElse(""))
                .setIsLoss(transfer.isLoss())
                .build();
    }

    @Override
    public List<OutboxEvent> bookings(List<Booking> bookings, Instant at) {
        Map<AccountRef.Key, List<Booking>> byAccount = new LinkedHashMap<>();
        bookings.forEach(booking -> byAccount
                .computeIfAbsent(booking.account().key(), each -> new ArrayList<>())
                .add(booking));
        return byAccount.values().stream()
                .flatMap(each -> inParts(
                        each,
                        part -> event(
                                part.get(0).caseId(),
                                at,
                                BookingsRecorded.newBuilder()
                                        .setAccount(account(part.get(0).account()))
                                        .addAllBookings(part.stream()
                                                .map(FactMessages::fact)
                                                .toList())
                                        .build()))
                        .stream())
                .toList();
    }

    private static BookingFact fact(Booking booking) {
        BookingFact.Builder sent = BookingFact.newBuilder()
                .setDirection(FactDirection.valueOf(
                        "FACT_DIRECTION_" + booking.direction().name()))
                .setSerial(booking.serial())
                .setOrdinal(booking.ordinal())
                .setRevision(booking.revision())
                .setKind(FactKind.valueOf("FACT_KIND_" + booking.kind().name()))
                .setAmountFen(booking.amount().fen())
                .setBookedAt(CommonWire.timestamp(booking.bookedAt()))
                .setSequence(booking.sequence())
                .setIsReplaced(booking.isReplaced());
        booking.counterparty().map(FactMessages::account).ifPresent(sent::setCounterparty);
        return sent.build();
    }

    @Override
    public OutboxEvent balance(Balance balance, Instant at) {
        BalanceRecorded.Builder sent = BalanceRecorded.newBuilder()
                .setAccount(account(balance.account()))
                .setApplicationId(balance.id().toString())
                .setRevision(balance.revision())
                .setBalanceFen(balance.balance().fen())
                .setAsOf(CommonWire.timestamp(balance.asOf()));
        balance.statement().ifPresent(statement -> {
            sent.setSince(CommonWire.timestamp(statement.since()));
            statement.opening().map(Money::fen).ifPresent(sent::setOpeningFen);
        });
        return event(balance.caseId(), at, sent.build());
    }

    @Override
    public OutboxEvent hold(Hold hold, Instant at) {
        return event(
                hold.caseId(),
                at,
                HoldChanged.newBuilder()
                        .setHoldId(hold.id().toString())
                        .setCaseId(hold.caseId().toString())
                        .setRevision(hold.revision())
                        .setAccount(account(hold.account()))
                        .setMeasure(
                                hold.approvalLevel().isPresent()
                                        ? HoldMeasure.HOLD_MEASURE_FREEZE
                                        : HoldMeasure.HOLD_MEASURE_STOP)
                        .setIsInEffect(hold.isInEffect())
                        .setHeldFen(hold.held().map(Money::fen).orElse(0L)) // not told: nothing is known to be held
                        .setReturnedFen(hold.returned().fen())
                        .setBeganAt(CommonWire.timestamp(hold.beganAt()))
                        .setExpiresAt(CommonWire.timestamp(hold.expiresAt()))
                        .setApprovalLevel(hold.approvalLevel()
                                .map(level -> ApprovalLevel.valueOf("APPROVAL_LEVEL_" + level.name()))
                                .orElse(ApprovalLevel.APPROVAL_LEVEL_UNSPECIFIED))
                        .build());
    }

    @Override
    public OutboxEvent status(CaseStatus status, Instant at) {
        CaseStatusChanged.Builder sent = CaseStatusChanged.newBuilder()
                .setCaseId(status.caseId().toString())
                .setRevision(status.revision())
                .setIsClosed(status.isClosed())
                .setIsWithdrawn(status.isWithdrawn());
        status.report().ifPresent(report -> sent.setReceivedAt(CommonWire.timestamp(report.receivedAt()))
                .setFraudType(report.fraudType())
                .setOrganisation(report.organisation()));
        status.filing().ifPresent(filing -> sent.setFilingNumber(filing.number())
                .setFilingOrganisation(filing.organisation())
                .setFiledAt(CommonWire.timestamp(filing.at())));
        return event(status.caseId(), at, sent.build());
    }

    private OutboxEvent event(CaseId caseId, Instant at, Message message) {
        return OutboxEvent.of(ids.newEventId(), caseId, at, message);
    }

    /** One event for each so many facts as an event may have. */
    private static <F> List<OutboxEvent> inParts(List<F> facts, Function<List<F>, OutboxEvent> render) {
        List<OutboxEvent> events = new ArrayList<>();
        for (int from = 0; from < facts.size(); from += MAX_FACTS) {
            events.add(render.apply(facts.subList(from, Math.min(facts.size(), from + MAX_FACTS))));
        }
        return events;
    }

    private static Account account(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
