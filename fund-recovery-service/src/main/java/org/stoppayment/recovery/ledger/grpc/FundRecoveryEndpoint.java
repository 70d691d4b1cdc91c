package org.stoppayment.recovery.ledger.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.FundRecoveryService;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerRequest;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;
import org.stoppayment.proto.recovery.v1.ReverseEntriesResponse;
import org.stoppayment.recovery.ledger.application.Entries.Stored;
import org.stoppayment.recovery.ledger.application.ReversingEntries;
import org.stoppayment.recovery.ledger.application.ViewingBooks;
import org.stoppayment.recovery.ledger.application.ViewingBooks.PageRequest;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.ledger.domain.Correction.Target;
import org.stoppayment.recovery.ledger.domain.Positions;
import org.stoppayment.recovery.shared.grpc.Moments;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** The gRPC service of the books. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class FundRecoveryEndpoint implements FundRecoveryService {

    private static final String RECORDED_UNTIL = "recordedUntil";

    private final ViewingBooks viewing;
    private final ReversingEntries reversing;

    FundRecoveryEndpoint(ViewingBooks viewing, ReversingEntries reversing) {
        this.viewing = viewing;
        this.reversing = reversing;
    }

    @Override
    public Uni<GetRecoveryResponse> getRecovery(GetRecoveryRequest request) {
        return viewing.view(
                        request.getCaseId(),
                        Moments.optional(RECORDED_UNTIL, request.hasRecordedUntil(), request.getRecordedUntil()),
                        new PageRequest(request.getPageSize(), request.getPageToken()))
                .map(RecoveryWire::render);
    }

    @Override
    public Uni<GetAccountLedgerResponse> getAccountLedger(GetAccountLedgerRequest request) {
        return viewing.viewAccount(
                        request.getInstitutionCode(),
                        request.getAccountNumber(),
                        Moments.optional(RECORDED_UNTIL, request.hasRecordedUntil(), request.getRecordedUntil()),
                        new PageRequest(request.getPageSize(), request.getPageToken()))
                .map(RecoveryWire::render);
    }

    @Override
    public Uni<ReverseEntriesResponse> reverseEntries(ReverseEntriesRequest request) {
        Optional<Target.Kind> kind =
                switch (request.getTargetCase()) {
                    case ENTRY_ID -> Optional.of(Target.Kind.ENTRY);
                    case EVENT_ID -> Optional.of(Target.Kind.EVENT);
                    case TARGET_NOT_SET -> Optional.empty();
                };
        return reversing
                .reverse(
                        request.getRequestId(),
                        request.getCaseId(),
                        kind,
                        request.hasEntryId() ? request.getEntryId() : request.getEventId(),
                        request.getReason(),
                        OfficerWire.parse(request.getOperator()))
                .chain(this::withTotal);
    }

    private Uni<ReverseEntriesResponse> withTotal(Stored stored) {
        CaseId caseId = stored.correction().caseId();
        return viewing.viewCases(List.of(caseId), Optional.empty())
                .map(cases -> RecoveryWire.render(
                        stored,
                        cases.stream().map(CasePositions::positions).findFirst().orElse(Positions.NONE)));
    }
}
