package org.stoppayment.freeze.objections.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.objections.application.AddingStatements;
import org.stoppayment.freeze.objections.application.AssigningObjections;
import org.stoppayment.freeze.objections.application.DecidingObjections;
import org.stoppayment.freeze.objections.application.DescribingHolds;
import org.stoppayment.freeze.objections.application.ListingObjections;
import org.stoppayment.freeze.objections.application.OpeningObjections;
import org.stoppayment.freeze.objections.application.ViewingObjections;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementRequest;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementResponse;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.AssignObjectionResponse;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionResponse;
import org.stoppayment.proto.freeze.v1.DescribeHoldRequest;
import org.stoppayment.proto.freeze.v1.DescribeHoldResponse;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.GetObjectionResponse;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsResponse;
import org.stoppayment.proto.freeze.v1.ObjectionService;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;
import org.stoppayment.proto.freeze.v1.OpenObjectionResponse;

/** Serves objections to officers, and what holders may be told. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class ObjectionEndpoint implements ObjectionService {

    private final DescribingHolds describing;
    private final OpeningObjections opening;
    private final AssigningObjections assigning;
    private final DecidingObjections deciding;
    private final AddingStatements adding;
    private final ViewingObjections viewing;
    private final ListingObjections listing;

    ObjectionEndpoint(
            DescribingHolds describing,
            OpeningObjections opening,
            AssigningObjections assigning,
            DecidingObjections deciding,
            AddingStatements adding,
            ViewingObjections viewing,
            ListingObjections listing) {
        this.describing = describing;
        this.opening = opening;
        this.assigning = assigning;
        this.deciding = deciding;
        this.adding = adding;
        this.viewing = viewing;
        this.listing = listing;
    }

    @Override
    public Uni<DescribeHoldResponse> describeHold(DescribeHoldRequest request) {
        return describing
                .describe(request.getInstitutionCode(), request.getAccountNumber())
                .map(notices -> DescribeHoldResponse.newBuilder()
                        .addAllHolds(notices.stream().map(ObjectionView::render).toList())
                        .build());
    }

    @Override
    public Uni<OpenObjectionResponse> openObjection(OpenObjectionRequest request) {
        return opening.open(ObjectionWire.parse(request)).map(objection -> OpenObjectionResponse.newBuilder()
                .setObjection(ObjectionView.render(objection))
                .build());
    }

    @Override
    public Uni<AddObjectionStatementResponse> addObjectionStatement(AddObjectionStatementRequest request) {
        return adding.add(ObjectionWire.parse(request)).map(view -> AddObjectionStatementResponse.newBuilder()
                .setObjection(ObjectionView.render(view))
                .build());
    }

    @Override
    public Uni<AssignObjectionResponse> assignObjection(AssignObjectionRequest request) {
        return assigning
                .assign(
                        request.getObjectionId(),
                        OfficerWire.parse(request.getOwner()),
                        OfficerWire.parse(request.getOperator()))
                .map(objection -> AssignObjectionResponse.newBuilder()
                        .setObjection(ObjectionView.render(objection))
                        .build());
    }

    @Override
    public Uni<DecideObjectionResponse> decideObjection(DecideObjectionRequest request) {
        return deciding.decide(ObjectionWire.parse(request)).map(objection -> DecideObjectionResponse.newBuilder()
                .setObjection(ObjectionView.render(objection))
                .build());
    }

    @Override
    public Uni<GetObjectionResponse> getObjection(GetObjectionRequest request) {
        return viewing.view(request.getObjectionId()).map(view -> GetObjectionResponse.newBuilder()
                .setObjection(ObjectionView.render(view))
                .build());
    }

    @Override
    public Uni<ListObjectionsResponse> listObjections(ListObjectionsRequest request) {
        return listing.list(ObjectionWire.parse(request)).map(page -> ListObjectionsResponse.newBuilder()
                .addAllObjections(
                        page.objections().stream().map(ObjectionView::render).toList())
                .setNextPageToken(page.nextPageToken())
                .build());
    }
}
