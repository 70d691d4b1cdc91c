package org.stoppayment.freeze.api.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.ClockService;
import org.stoppayment.proto.freeze.v1.GetTimeRequest;
import org.stoppayment.proto.freeze.v1.GetTimeResponse;

/** Tells the time of this service, which is its database's, to services without a database. */
@GrpcService
@RolesAllowed(ServiceNames.BANK_GATEWAY)
class ClockEndpoint implements ClockService {

    private final InstantSource clock;

    ClockEndpoint(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<GetTimeResponse> getTime(GetTimeRequest request) {
        return Uni.createFrom().item(() -> GetTimeResponse.newBuilder()
                .setTime(CommonWire.timestamp(clock.instant()))
                .build());
    }
}
