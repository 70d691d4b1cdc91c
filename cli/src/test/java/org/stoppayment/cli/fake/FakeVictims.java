package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.AppointAgentRequest;
import org.stoppayment.proto.recovery.v1.AppointAgentResponse;
import org.stoppayment.proto.recovery.v1.CasePositions;
import org.stoppayment.proto.recovery.v1.CloseDisputeRequest;
import org.stoppayment.proto.recovery.v1.CloseDisputeResponse;
import org.stoppayment.proto.recovery.v1.DecideDepositRequest;
import org.stoppayment.proto.recovery.v1.DecideDepositResponse;
import org.stoppayment.proto.recovery.v1.Deposit;
import org.stoppayment.proto.recovery.v1.DepositState;
import org.stoppayment.proto.recovery.v1.GetVictimBooksRequest;
import org.stoppayment.proto.recovery.v1.GetVictimBooksResponse;
import org.stoppayment.proto.recovery.v1.GetVictimRequest;
import org.stoppayment.proto.recovery.v1.GetVictimResponse;
import org.stoppayment.proto.recovery.v1.OpenDisputeRequest;
import org.stoppayment.proto.recovery.v1.OpenDisputeResponse;
import org.stoppayment.proto.recovery.v1.OwnershipDispute;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossResponse;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.SetRefundAccountRequest;
import org.stoppayment.proto.recovery.v1.SetRefundAccountResponse;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VerifyIdentityResponse;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;

/** Victims as refund officers see them: every case but {@code none} has one, of whom only what was sent is known. */
public final class FakeVictims extends VictimServiceGrpc.VictimServiceImplBase {

    private static final Timestamp THEN =
            Timestamp.newBuilder().setSeconds(4_000_000_000L).build();

    private final List<Message> requests = new CopyOnWriteArrayList<>();

    /** What was noted, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    private static Victim.Builder victim(String caseId) {
        return Victim.newBuilder()
                .setCaseId(caseId)
                .setName("林某某")
                .setLossFen(10_000_000)
                .setRestoredFen(2_000_000);
    }

    @Override
    public void getVictimBooks(GetVictimBooksRequest request, StreamObserver<GetVictimBooksResponse> caller) {
        answer(
                caller,
                GetVictimBooksResponse.newBuilder()
                        .setIsIdentityVerified(!request.hasRecordedUntil())
                        .setTotal(Positions.newBuilder().setReportedFen(700).setUnknownFen(700))
                        .addCases(CasePositions.newBuilder()
                                .setCaseId(request.getCaseId())
                                .setPositions(Positions.newBuilder()
                                        .setReportedFen(700)
                                        .setUnknownFen(700)))
                        .build());
    }

    @Override
    public void getVictim(GetVictimRequest request, StreamObserver<GetVictimResponse> caller) {
        if (request.getCaseId().equals("none")) {
            refuse(caller, Code.NOT_FOUND, "case: none");
            return;
        }
        answer(
                caller,
                GetVictimResponse.newBuilder()
                        .setVictim(victim(request.getCaseId()))
                        .build());
    }

    @Override
    public void verifyIdentity(VerifyIdentityRequest request, StreamObserver<VerifyIdentityResponse> caller) {
        requests.add(request);
        answer(
                caller,
                VerifyIdentityResponse.newBuilder()
                        .setVictim(victim(request.getCaseId())
                                .setIdentityVerifiedAt(THEN)
                                .setIdentityDocumentDigest(request.getDocumentDigest()))
                        .build());
    }

    @Override
    public void recordProvenLoss(RecordProvenLossRequest request, StreamObserver<RecordProvenLossResponse> caller) {
        requests.add(request);
        answer(
                caller,
                RecordProvenLossResponse.newBuilder()
                        .setVictim(victim(request.getCaseId())
                                .setIsLossProven(true)
                                .setLossFen(request.getLossFen())
                                .setRestoredFen(2_000_000 + request.getRestoredElsewhereFen()))
                        .build());
    }

    @Override
    public void openDispute(OpenDisputeRequest request, StreamObserver<OpenDisputeResponse> caller) {
        requests.add(request);
        answer(
                caller,
                OpenDisputeResponse.newBuilder()
                        .setVictim(victim(request.getCaseId())
                                .addDisputes(OwnershipDispute.newBuilder()
                                        .setDisputeId(request.getDisputeId())
                                        .setReason(request.getReason())
                                        .setOpenedAt(THEN)))
                        .build());
    }

    @Override
    public void closeDispute(CloseDisputeRequest request, StreamObserver<CloseDisputeResponse> caller) {
        requests.add(request);
        answer(caller, CloseDisputeResponse.newBuilder().setVictim(victim("c1")).build());
    }

    @Override
    public void decideDeposit(DecideDepositRequest request, StreamObserver<DecideDepositResponse> caller) {
        requests.add(request);
        answer(
                caller,
                DecideDepositResponse.newBuilder()
                        .setVictim(victim(request.getCaseId())
                                .addDeposits(Deposit.newBuilder()
                                        .setTransferId(request.getTransferId())
                                        .setPayee(Account.newBuilder()
                                                .setInstitutionCode("102100099996")
                                                .setNumber("6222020000000000018"))
                                        .setAmountFen(500_000)
                                        .setTransferredAt(THEN)
                                        .setState(
                                                request.getIsConfirmed()
                                                        ? DepositState.DEPOSIT_STATE_CONFIRMED
                                                        : DepositState.DEPOSIT_STATE_REJECTED)))
                        .build());
    }

    @Override
    public void setRefundAccount(SetRefundAccountRequest request, StreamObserver<SetRefundAccountResponse> caller) {
        requests.add(request);
        RefundAccount.Builder account = request.hasAccount()
                ? RefundAccount.newBuilder().setAccount(request.getAccount())
                : RefundAccount.newBuilder()
                        .setIsOriginal(true)
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode("102100099996")
                                .setNumber("6217000000000000015")
                                .setName("林某某"));
        answer(
                caller,
                SetRefundAccountResponse.newBuilder()
                        .setVictim(victim(request.getCaseId()).setRefundAccount(account))
                        .build());
    }

    @Override
    public void appointAgent(AppointAgentRequest request, StreamObserver<AppointAgentResponse> caller) {
        requests.add(request);
        Victim.Builder victim = victim(request.getCaseId());
        if (request.hasAgent()) {
            victim.setAgent(request.getAgent());
        }
        answer(caller, AppointAgentResponse.newBuilder().setVictim(victim).build());
    }
}
