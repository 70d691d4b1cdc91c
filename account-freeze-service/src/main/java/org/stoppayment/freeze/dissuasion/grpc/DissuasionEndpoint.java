package org.stoppayment.freeze.dissuasion.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.dissuasion.application.DissuadingVictims;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionResponse;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.CloseDissuasionResponse;
import org.stoppayment.proto.freeze.v1.DissuasionService;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ListDissuasionResponse;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionResponse;

/** Serves the dissuasion list to the 96110 desk. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class DissuasionEndpoint implements DissuasionService {

    private final DissuadingVictims dissuading;

    DissuasionEndpoint(DissuadingVictims dissuading) {
        this.dissuading = dissuading;
    }

    @Override
    public Uni<ListDissuasionResponse> listDissuasion(ListDissuasionRequest request) {
        return dissuading
                .list(
                        request.getPageSize(),
                        request.getPageToken(),
                        DissuasionWire.state(request.getStateValue()),
                        request.getCaseId())
                .map(DissuasionWire::render);
    }

    @Override
    public Uni<ClaimDissuasionResponse> claimDissuasion(ClaimDissuasionRequest request) {
        return dissuading
                .claim(request.getDissuasionId(), OfficerWire.parse(request.getOfficer()))
                .map(entry -> ClaimDissuasionResponse.newBuilder()
                        .setEntry(DissuasionWire.render(entry))
                        .build());
    }

    @Override
    public Uni<ReleaseDissuasionResponse> releaseDissuasion(ReleaseDissuasionRequest request) {
        return dissuading
                .release(request.getDissuasionId(), OfficerWire.parse(request.getOfficer()))
                .map(entry -> ReleaseDissuasionResponse.newBuilder()
                        .setEntry(DissuasionWire.render(entry))
                        .build());
    }

    @Override
    public Uni<CloseDissuasionResponse> closeDissuasion(CloseDissuasionRequest request) {
        return dissuading
                .close(
                        request.getDissuasionId(),
                        OfficerWire.parse(request.getOfficer()),
                        DissuasionWire.outcome(request.getOutcomeValue()),
                        request.getNote())
                .map(entry -> CloseDissuasionResponse.newBuilder()
                        .setEntry(DissuasionWire.render(entry))
                        .build());
    }
}
