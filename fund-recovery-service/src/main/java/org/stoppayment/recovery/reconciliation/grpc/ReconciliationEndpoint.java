package org.stoppayment.recovery.reconciliation.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.LedgerDifferenceKind;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesRequest;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesResponse;
import org.stoppayment.proto.recovery.v1.ReconciliationService;
import org.stoppayment.recovery.reconciliation.application.ListingDifferences;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;

/** Serves differences to officers and operators. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class ReconciliationEndpoint implements ReconciliationService {

    private final ListingDifferences listing;

    ReconciliationEndpoint(ListingDifferences listing) {
        this.listing = listing;
    }

    @Override
    public Uni<ListLedgerDifferencesResponse> listLedgerDifferences(ListLedgerDifferencesRequest request) {
        return listing.list(request.getPageSize(), request.getPageToken(), request.getIncludeResolved())
                .map(page -> ListLedgerDifferencesResponse.newBuilder()
                        .addAllDifferences(page.rows().stream()
                                .map(ReconciliationEndpoint::render)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private static org.stoppayment.proto.recovery.v1.LedgerDifference render(LedgerDifference difference) {
        org.stoppayment.proto.recovery.v1.LedgerDifference.Builder rendered =
                org.stoppayment.proto.recovery.v1.LedgerDifference.newBuilder()
                        .setDifferenceNumber(difference.number())
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode(difference.account().institutionCode())
                                .setNumber(difference.account().number()))
                        .setKind(LedgerDifferenceKind.valueOf(
                                "LEDGER_DIFFERENCE_KIND_" + difference.kind().name()))
                        .setBookedFen(difference.bookedFen())
                        .setToldFen(difference.toldFen())
                        .setFirstSeenAt(CommonWire.timestamp(difference.firstSeenAt()))
                        .setLastSeenAt(CommonWire.timestamp(difference.lastSeenAt()));
        difference.caseId().ifPresent(caseId -> rendered.setCaseId(caseId.toString()));
        difference.resolvedAt().ifPresent(at -> rendered.setResolvedAt(CommonWire.timestamp(at)));
        return rendered.build();
    }
}
