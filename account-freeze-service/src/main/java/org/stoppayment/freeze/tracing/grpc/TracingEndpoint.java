package org.stoppayment.freeze.tracing.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.tracing.application.ViewingTraces;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.GetTraceResponse;
import org.stoppayment.proto.freeze.v1.TracingService;

/** Shows officers and other services where the money of cases went. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class TracingEndpoint implements TracingService {

    private final ViewingTraces viewing;

    TracingEndpoint(ViewingTraces viewing) {
        this.viewing = viewing;
    }

    @Override
    public Uni<GetTraceResponse> getTrace(GetTraceRequest request) {
        return viewing.trace(request.getCaseId())
                .chain(trace -> viewing.attention(request.getCaseId()).map(attention -> GetTraceResponse.newBuilder()
                        .setTrace(TraceWire.render(trace, attention))
                        .build()));
    }
}
