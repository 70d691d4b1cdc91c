package org.stoppayment.freeze.holds.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.ListingFreezes;
import org.stoppayment.freeze.holds.application.OrderingFreezes;
import org.stoppayment.freeze.holds.application.ResolvingFreezes;
import org.stoppayment.freeze.holds.application.ViewingFreezes;
import org.stoppayment.freeze.holds.application.amendments.ChangingFreezes;
import org.stoppayment.freeze.holds.application.amendments.LiftingFreezes;
import org.stoppayment.freeze.holds.application.amendments.RenewingFreezes;
import org.stoppayment.freeze.holds.application.proposals.ProposingHolds;
import org.stoppayment.freeze.holds.application.unrelated.RecordingOwnerNotices;
import org.stoppayment.freeze.holds.application.unrelated.ReportingUnrelatedFunds;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.ChangeFreezeResponse;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.GetFreezeResponse;
import org.stoppayment.proto.freeze.v1.HoldService;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeResponse;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.freeze.v1.ListFreezesResponse;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeResponse;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsResponse;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeResponse;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeResponse;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsRequest;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsResponse;
import org.stoppayment.proto.freeze.v1.ResolveFreezeRequest;
import org.stoppayment.proto.freeze.v1.ResolveFreezeResponse;

/** Serves freezes to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class HoldEndpoint implements HoldService {

    private final OrderingFreezes ordering;
    private final RenewingFreezes renewing;
    private final ChangingFreezes changing;
    private final LiftingFreezes lifting;
    private final ReportingUnrelatedFunds reporting;
    private final RecordingOwnerNotices notices;
    private final ResolvingFreezes resolving;
    private final ViewingFreezes viewing;
    private final ListingFreezes listing;
    private final ProposingHolds proposing;

    HoldEndpoint(
            OrderingFreezes ordering,
            RenewingFreezes renewing,
            ChangingFreezes changing,
            LiftingFreezes lifting,
            ReportingUnrelatedFunds reporting,
            RecordingOwnerNotices notices,
            ResolvingFreezes resolving,
            ViewingFreezes viewing,
            ListingFreezes listing,
            ProposingHolds proposing) {
        this.ordering = ordering;
        this.renewing = renewing;
        this.changing = changing;
        this.lifting = lifting;
        this.reporting = reporting;
        this.notices = notices;
        this.resolving = resolving;
        this.viewing = viewing;
        this.listing = listing;
        this.proposing = proposing;
    }

    @Override
    public Uni<OrderFreezeResponse> orderFreeze(OrderFreezeRequest request) {
        return ordering.order(HoldWire.parse(request)).chain(viewing::of).map(view -> OrderFreezeResponse.newBuilder()
                .setFreeze(FreezeView.render(view))
                .build());
    }

    @Override
    public Uni<RenewFreezeResponse> renewFreeze(RenewFreezeRequest request) {
        return renewing.renew(HoldWire.parse(request), request.getMajorCase())
                .chain(renewal -> shown(request.getApplicationId()).map(freeze -> RenewFreezeResponse.newBuilder()
                        .setFreeze(freeze)
                        .setRenewalApplicationId(renewal.id().toString())
                        .build()));
    }

    @Override
    public Uni<ChangeFreezeResponse> changeFreeze(ChangeFreezeRequest request) {
        return changing.change(HoldWire.parse(request), request.getAmountFen())
                .chain(change -> shown(request.getApplicationId()).map(freeze -> ChangeFreezeResponse.newBuilder()
                        .setFreeze(freeze)
                        .setChangeApplicationId(change.id().toString())
                        .build()));
    }

    @Override
    public Uni<LiftFreezeResponse> liftFreeze(LiftFreezeRequest request) {
        return lifting.lift(HoldWire.parse(request), request.getUnrelatedFunds())
                .chain(lift -> shown(request.getApplicationId()).map(freeze -> LiftFreezeResponse.newBuilder()
                        .setFreeze(freeze)
                        .setLiftApplicationId(lift.map(FreezeAmendment::id)
                                .map(Object::toString)
                                .orElse(""))
                        .build()));
    }

    @Override
    public Uni<ReportUnrelatedFundsResponse> reportUnrelatedFunds(ReportUnrelatedFundsRequest request) {
        return reporting
                .report(
                        request.getApplicationId(),
                        UnrelatedFundsWire.moment(request.hasFoundAt(), request.getFoundAt()),
                        request.getReason(),
                        OfficerWire.parse(request.getOperator()))
                .chain(finding -> shown(request.getApplicationId()))
                .map(freeze -> ReportUnrelatedFundsResponse.newBuilder()
                        .setFreeze(freeze)
                        .build());
    }

    @Override
    public Uni<RecordOwnerNoticeResponse> recordOwnerNotice(RecordOwnerNoticeRequest request) {
        return notices.record(UnrelatedFundsWire.parse(request))
                .chain(finding -> shown(request.getApplicationId()))
                .map(freeze ->
                        RecordOwnerNoticeResponse.newBuilder().setFreeze(freeze).build());
    }

    @Override
    public Uni<ResolveFreezeResponse> resolveFreeze(ResolveFreezeRequest request) {
        return resolving
                .resolve(HoldWire.parse(request))
                .chain(freeze -> shown(request.getApplicationId()))
                .map(freeze ->
                        ResolveFreezeResponse.newBuilder().setFreeze(freeze).build());
    }

    @Override
    public Uni<GetFreezeResponse> getFreeze(GetFreezeRequest request) {
        return shown(request.getApplicationId())
                .map(freeze -> GetFreezeResponse.newBuilder().setFreeze(freeze).build());
    }

    @Override
    public Uni<ListFreezesResponse> listFreezes(ListFreezesRequest request) {
        return listing.list(
                        request.getPageSize(),
                        request.getPageToken(),
                        request.getCaseId(),
                        HoldWire.states(request.getStatesValueList()),
                        request.hasEndsBefore()
                                ? Optional.of(CommonWire.instant(request.getEndsBefore()))
                                : Optional.empty())
                .map(page -> ListFreezesResponse.newBuilder()
                        .addAllFreezes(
                                page.views().stream().map(FreezeView::render).toList())
                        .setNextPageToken(page.nextPageToken())
                        .build());
    }

    @Override
    public Uni<ProposeHoldsResponse> proposeHolds(ProposeHoldsRequest request) {
        return proposing
                .propose(
                        request.getCaseId(),
                        request.hasWithin()
                                ? Optional.of(ProposalWire.duration(request.getWithin()))
                                : Optional.empty())
                .map(ProposalWire::render);
    }

    private Uni<Freeze> shown(String applicationId) {
        return viewing.view(applicationId).map(FreezeView::render);
    }
}
