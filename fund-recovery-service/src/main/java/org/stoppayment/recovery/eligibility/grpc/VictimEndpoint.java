package org.stoppayment.recovery.eligibility.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.AppointAgentRequest;
import org.stoppayment.proto.recovery.v1.AppointAgentResponse;
import org.stoppayment.proto.recovery.v1.CloseDisputeRequest;
import org.stoppayment.proto.recovery.v1.CloseDisputeResponse;
import org.stoppayment.proto.recovery.v1.DecideDepositRequest;
import org.stoppayment.proto.recovery.v1.DecideDepositResponse;
import org.stoppayment.proto.recovery.v1.GetVictimBooksRequest;
import org.stoppayment.proto.recovery.v1.GetVictimBooksResponse;
import org.stoppayment.proto.recovery.v1.GetVictimRequest;
import org.stoppayment.proto.recovery.v1.GetVictimResponse;
import org.stoppayment.proto.recovery.v1.OpenDisputeRequest;
import org.stoppayment.proto.recovery.v1.OpenDisputeResponse;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossResponse;
import org.stoppayment.proto.recovery.v1.SetRefundAccountRequest;
import org.stoppayment.proto.recovery.v1.SetRefundAccountResponse;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VerifyIdentityResponse;
import org.stoppayment.proto.recovery.v1.VictimService;
import org.stoppayment.recovery.eligibility.application.ChoosingRefundAccount;
import org.stoppayment.recovery.eligibility.application.DecidingDeposits;
import org.stoppayment.recovery.eligibility.application.EstablishingVictims;
import org.stoppayment.recovery.eligibility.application.ViewingVictimBooks;
import org.stoppayment.recovery.eligibility.application.ViewingVictims;
import org.stoppayment.recovery.ledger.grpc.PositionsWire;
import org.stoppayment.recovery.shared.grpc.Moments;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves victims to refund officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class VictimEndpoint implements VictimService {

    private final ViewingVictims viewing;
    private final EstablishingVictims establishing;
    private final DecidingDeposits deciding;
    private final ChoosingRefundAccount choosing;
    private final ViewingVictimBooks books;

    VictimEndpoint(
            ViewingVictims viewing,
            EstablishingVictims establishing,
            DecidingDeposits deciding,
            ChoosingRefundAccount choosing,
            ViewingVictimBooks books) {
        this.viewing = viewing;
        this.establishing = establishing;
        this.deciding = deciding;
        this.choosing = choosing;
        this.books = books;
    }

    @Override
    public Uni<GetVictimResponse> getVictim(GetVictimRequest request) {
        return viewing.view(request.getCaseId()).map(victim -> GetVictimResponse.newBuilder()
                .setVictim(VictimWire.render(victim))
                .build());
    }

    @Override
    public Uni<GetVictimBooksResponse> getVictimBooks(GetVictimBooksRequest request) {
        return books.view(
                        request.getCaseId(),
                        Moments.optional("recordedUntil", request.hasRecordedUntil(), request.getRecordedUntil()))
                .map(found -> GetVictimBooksResponse.newBuilder()
                        .setIsIdentityVerified(found.isVerified())
                        .setTotal(PositionsWire.render(found.total()))
                        .addAllCases(found.cases().stream()
                                .map(PositionsWire::render)
                                .toList())
                        .build());
    }

    @Override
    public Uni<VerifyIdentityResponse> verifyIdentity(VerifyIdentityRequest request) {
        return establishing
                .verifyIdentity(request.getCaseId(), request.getDocumentDigest(), officer(request.getOperator()))
                .map(victim -> VerifyIdentityResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<RecordProvenLossResponse> recordProvenLoss(RecordProvenLossRequest request) {
        return establishing
                .proveLoss(
                        request.getCaseId(),
                        request.getLossFen(),
                        request.getRestoredElsewhereFen(),
                        request.getEvidenceDigest(),
                        officer(request.getOperator()))
                .map(victim -> RecordProvenLossResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<OpenDisputeResponse> openDispute(OpenDisputeRequest request) {
        return establishing
                .openDispute(
                        request.getDisputeId(),
                        request.getCaseId(),
                        request.getReason(),
                        officer(request.getOperator()))
                .map(victim -> OpenDisputeResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<CloseDisputeResponse> closeDispute(CloseDisputeRequest request) {
        return establishing
                .closeDispute(request.getDisputeId(), request.getReason(), officer(request.getOperator()))
                .map(victim -> CloseDisputeResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<AppointAgentResponse> appointAgent(AppointAgentRequest request) {
        return establishing
                .appointAgent(
                        request.getCaseId(),
                        request.hasAgent() ? Optional.of(VictimWire.parse(request.getAgent())) : Optional.empty(),
                        officer(request.getOperator()))
                .map(victim -> AppointAgentResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<DecideDepositResponse> decideDeposit(DecideDepositRequest request) {
        return deciding.decide(
                        request.getCaseId(),
                        request.getTransferId(),
                        request.getIsConfirmed(),
                        request.getReason(),
                        request.getEvidenceDigest(),
                        officer(request.getOperator()))
                .map(victim -> DecideDepositResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    @Override
    public Uni<SetRefundAccountResponse> setRefundAccount(SetRefundAccountRequest request) {
        return choosing.choose(
                        request.getCaseId(),
                        request.hasAccount() ? Optional.of(VictimWire.parse(request.getAccount())) : Optional.empty(),
                        request.getReason(),
                        request.getEvidenceDigest(),
                        officer(request.getOperator()))
                .map(victim -> SetRefundAccountResponse.newBuilder()
                        .setVictim(VictimWire.render(victim))
                        .build());
    }

    private static Officer officer(Operator operator) {
        return OfficerWire.parse(operator);
    }
}
