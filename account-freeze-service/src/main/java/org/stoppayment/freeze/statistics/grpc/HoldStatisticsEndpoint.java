package org.stoppayment.freeze.statistics.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.statistics.application.ListingOverheldAccounts;
import org.stoppayment.freeze.statistics.application.ReportingHolds;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsResponse;
import org.stoppayment.proto.freeze.v1.HoldStatisticsService;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsRequest;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsResponse;

/** Serves figures of holds to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class HoldStatisticsEndpoint implements HoldStatisticsService {

    private final ReportingHolds reporting;
    private final ListingOverheldAccounts listing;

    HoldStatisticsEndpoint(ReportingHolds reporting, ListingOverheldAccounts listing) {
        this.reporting = reporting;
        this.listing = listing;
    }

    @Override
    public Uni<GetHoldStatisticsResponse> getHoldStatistics(GetHoldStatisticsRequest request) {
        return reporting
                .report(
                        HoldStatisticsWire.from(request),
                        HoldStatisticsWire.until(request),
                        HoldStatisticsWire.dimensions(request))
                .map(HoldStatisticsWire::render);
    }

    @Override
    public Uni<ListOverheldAccountsResponse> listOverheldAccounts(ListOverheldAccountsRequest request) {
        return listing.list(request.getCaseId(), request.getMaxAccounts()).map(HoldStatisticsWire::render);
    }
}
