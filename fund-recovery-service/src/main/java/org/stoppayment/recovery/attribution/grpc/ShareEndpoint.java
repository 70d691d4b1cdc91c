package org.stoppayment.recovery.attribution.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.GetAccountSharesRequest;
import org.stoppayment.proto.recovery.v1.GetAccountSharesResponse;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.ListCaseSharesResponse;
import org.stoppayment.proto.recovery.v1.ShareService;
import org.stoppayment.recovery.attribution.application.ViewingShares;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Serves whose money accounts hold. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class ShareEndpoint implements ShareService {

    private static final int MAX_CODE = 14;

    private final ViewingShares viewing;

    ShareEndpoint(ViewingShares viewing) {
        this.viewing = viewing;
    }

    @Override
    public Uni<GetAccountSharesResponse> getAccountShares(GetAccountSharesRequest request) {
        new OfficerChecks()
                .text("institutionCode", request.getInstitutionCode(), MAX_CODE)
                .text("accountNumber", request.getAccountNumber(), AccountNumber.MAX_CHARACTERS)
                .refuse();
        return viewing.view(new AccountRef.Key(request.getInstitutionCode(), request.getAccountNumber()))
                .map(view -> GetAccountSharesResponse.newBuilder()
                        .setAccount(ShareWire.render(view.computed()))
                        .addAllFlows(ShareWire.render(view.path()))
                        .setIsTruncated(view.path().isTruncated())
                        .build());
    }

    @Override
    public Uni<ListCaseSharesResponse> listCaseShares(ListCaseSharesRequest request) {
        return viewing.ofCase(request.getCaseId()).map(accounts -> ListCaseSharesResponse.newBuilder()
                .addAllAccounts(accounts.stream()
                        .map(computed -> ShareWire.render(computed))
                        .toList())
                .build());
    }
}
