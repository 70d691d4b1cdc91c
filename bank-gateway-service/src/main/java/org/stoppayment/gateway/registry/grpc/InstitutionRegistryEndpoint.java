package org.stoppayment.gateway.registry.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.RegistryChange;
import org.stoppayment.proto.gateway.v1.InstitutionRegistryService;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsResponse;

/** The gRPC service of the registry. Off the event loop, because it reads a file. */
@GrpcService
class InstitutionRegistryEndpoint implements InstitutionRegistryService {

    private final Institutions institutions;

    InstitutionRegistryEndpoint(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    @Blocking
    public Uni<ReloadInstitutionsResponse> reloadInstitutions(ReloadInstitutionsRequest request) {
        return Uni.createFrom().item(() -> render(institutions.reload()));
    }

    private static ReloadInstitutionsResponse render(RegistryChange change) {
        return ReloadInstitutionsResponse.newBuilder()
                .addAllAdded(change.added())
                .addAllChanged(change.changed())
                .addAllRemoved(change.removed())
                .build();
    }
}
