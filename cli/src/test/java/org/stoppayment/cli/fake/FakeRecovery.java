package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.CasePositions;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerRequest;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerCorrection;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;
import org.stoppayment.proto.recovery.v1.ReverseEntriesResponse;

/** The books of cases, whose ids contain their sums; of the case {@code 0} nothing was booked. */
public final class FakeRecovery extends FundRecoveryServiceGrpc.FundRecoveryServiceImplBase {

    private volatile List<AccountPositions> accounts = List.of();

    /** The books of each account of every case from now on. */
    public void book(AccountPositions... all) {
        accounts = List.of(all);
    }

    private final List<Message> requests = new CopyOnWriteArrayList<>();

    /** What was asked for about statements, and corrections, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    private static LedgerEntry entry(int number) {
        LedgerEntry.Builder entry = LedgerEntry.newBuilder()
                .setEntryId(new UUID(0xE, number).toString())
                .setEventId(new UUID(0xF, number).toString())
                .setCaseId(new UUID(0xC, number).toString())
                .setAccount(RefundSamples.MULE)
                .setCause(FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_IN_EFFECT)
                .setFrom(FundsPosition.FUNDS_POSITION_UNKNOWN)
                .setTo(FundsPosition.FUNDS_POSITION_HELD)
                .setAmountFen(number * 100L)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(4_000_000_000L))
                .setRecordedAt(Timestamp.newBuilder().setSeconds(4_000_000_001L));
        if (number == 2) {
            entry.setReversesEntryId(new UUID(0xE, 1).toString())
                    .setCorrection(LedgerCorrection.newBuilder().setReason("booked twice"));
        }
        return entry.build();
    }

    @Override
    public void getAccountLedger(GetAccountLedgerRequest request, StreamObserver<GetAccountLedgerResponse> caller) {
        requests.add(request);
        answer(
                caller,
                GetAccountLedgerResponse.newBuilder()
                        .addCases(CasePositions.newBuilder()
                                .setCaseId(new UUID(0xC, 1).toString())
                                .setPositions(Positions.newBuilder()
                                        .setReportedFen(100)
                                        .setHeldFen(100)))
                        .addCases(CasePositions.newBuilder()
                                .setCaseId(new UUID(0xC, 2).toString())
                                .setPositions(Positions.newBuilder()
                                        .setReportedFen(300)
                                        .setFrozenFen(300)))
                        .addEntries(entry(1))
                        .addEntries(entry(2))
                        .setNextPageToken("next")
                        .build());
    }

    @Override
    public void reverseEntries(ReverseEntriesRequest request, StreamObserver<ReverseEntriesResponse> caller) {
        requests.add(request);
        answer(
                caller,
                ReverseEntriesResponse.newBuilder()
                        .setCorrection(LedgerCorrection.newBuilder().setCorrectionId(request.getRequestId()))
                        .setEntries(2)
                        .setTotal(Positions.newBuilder().setReportedFen(12_300).setUnknownFen(12_300))
                        .build());
    }

    @Override
    public void getRecovery(GetRecoveryRequest request, StreamObserver<GetRecoveryResponse> caller) {
        requests.add(request);
        UUID sums = UUID.fromString(request.getCaseId());
        long reported = sums.getMostSignificantBits();
        long held = sums.getLeastSignificantBits();
        if (reported == 0) {
            refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId());
            return;
        }
        long restored = FakeCases.restoredFen(reported, held);
        answer(
                caller,
                GetRecoveryResponse.newBuilder()
                        .setTotal(Positions.newBuilder()
                                .setReportedFen(reported)
                                .setHeldFen(held)
                                .setRestoredFen(restored)
                                .setUnknownFen(reported - held - restored))
                        .addAllAccounts(accounts)
                        .addEntries(entry(1))
                        .addEntries(entry(2))
                        .setNextPageToken(request.getPageToken().equals("next") ? "" : "next")
                        .build());
    }
}
