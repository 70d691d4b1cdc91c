package org.stoppayment.freeze.mules.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.mules.application.ViewingMules;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.GetMuleRequest;
import org.stoppayment.proto.freeze.v1.GetMuleResponse;
import org.stoppayment.proto.freeze.v1.ListMulesRequest;
import org.stoppayment.proto.freeze.v1.ListMulesResponse;
import org.stoppayment.proto.freeze.v1.MuleService;

/** Serves the registry of mules to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class MuleEndpoint implements MuleService {

    private final ViewingMules viewing;

    MuleEndpoint(ViewingMules viewing) {
        this.viewing = viewing;
    }

    @Override
    public Uni<ListMulesResponse> listMules(ListMulesRequest request) {
        return viewing.list(request.getPageSize(), request.getPageToken()).map(MuleWire::render);
    }

    @Override
    public Uni<GetMuleResponse> getMule(GetMuleRequest request) {
        return viewing.histories(request.getAccountNumber(), request.getInstitutionCode())
                .map(MuleWire::render);
    }
}
