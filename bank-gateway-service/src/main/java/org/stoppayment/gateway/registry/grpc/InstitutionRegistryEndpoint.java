package org.stoppayment.gateway.registry.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.RegistryChange;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.gateway.v1.InstitutionRegistryService;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsResponse;

/** The gRPC service of the registry. Off the event loop, because it reads a file. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class InstitutionRegistryEndpoint implements InstitutionRegistryService {

    private final Institutions institutions;

    InstitutionRegistryEndpoint(Institutions institutions) {
        this.institutions = institutions;
    }

    /** On a worker thread, because it reads the file. */
    @Override
    public Uni<ReloadInstitutionsResponse> reloadInstitutions(ReloadInstitutionsRequest request) {
        return Uni.createFrom()
                .item(() -> render(institutions.reload()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static ReloadInstitutionsResponse render(RegistryChange change) {
        return ReloadInstitutionsResponse.newBuilder()
                .addAllAdded(change.added())
                .addAllChanged(change.changed())
                .addAllRemoved(change.removed())
                .build();
    }
}
