package org.stoppayment.intake.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.intake.application.ClosingCases;
import org.stoppayment.intake.application.FilingCases;
import org.stoppayment.intake.application.FindingContacts;
import org.stoppayment.intake.application.ReportingFraud;
import org.stoppayment.intake.application.SupplementingCase;
import org.stoppayment.intake.application.ViewingCases;
import org.stoppayment.intake.application.WithdrawingCase;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.intake.v1.CaseIntakeService;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CloseCaseResponse;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingResponse;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FileCaseResponse;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.FindVictimContactsResponse;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseResponse;

/** The gRPC service that the 110 dispatch system calls. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class CaseIntakeEndpoint implements CaseIntakeService {

    private final ReportingFraud reporting;
    private final SupplementingCase supplementing;
    private final WithdrawingCase withdrawing;
    private final FilingCases filing;
    private final ClosingCases closing;
    private final ViewingCases viewing;
    private final FindingContacts contacts;
    private final FreezeProgress progress;

    CaseIntakeEndpoint(
            ReportingFraud reporting,
            SupplementingCase supplementing,
            WithdrawingCase withdrawing,
            FilingCases filing,
            ClosingCases closing,
            ViewingCases viewing,
            FindingContacts contacts,
            FreezeProgress progress) {
        this.reporting = reporting;
        this.supplementing = supplementing;
        this.withdrawing = withdrawing;
        this.filing = filing;
        this.closing = closing;
        this.viewing = viewing;
        this.contacts = contacts;
        this.progress = progress;
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND, Roles.SELF})
    public Uni<ReportFraudResponse> reportFraud(ReportFraudRequest request) {
        return reporting.accept(ReportWire.parse(request)).map(CaseWire::renderReported);
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public Uni<SupplementCaseResponse> supplementCase(SupplementCaseRequest request) {
        return supplementing
                .accept(ReportWire.parse(request), ContactsWire::victim)
                .map(CaseWire::renderSupplemented);
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public Uni<WithdrawCaseResponse> withdrawCase(WithdrawCaseRequest request) {
        return withdrawing.withdraw(ReportWire.parse(request)).map(CaseWire::render);
    }

    @Override
    public Uni<FileCaseResponse> fileCase(FileCaseRequest request) {
        return filing.file(FilingWire.parse(request), FilingWire::receivedAt).map(FilingWire::renderFiled);
    }

    @Override
    public Uni<CorrectFilingResponse> correctFiling(CorrectFilingRequest request) {
        return filing.file(FilingWire.parse(request), FilingWire::receivedAt).map(FilingWire::renderCorrected);
    }

    @Override
    public Uni<CloseCaseResponse> closeCase(CloseCaseRequest request) {
        return closing.close(FilingWire.parse(request)).map(FilingWire::render);
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public Uni<GetCaseResponse> getCase(GetCaseRequest request) {
        return viewing.view(request.getCaseId())
                .map(view -> GetCaseResponse.newBuilder().setCase(CaseWire.render(view)))
                .chain(progress::addTo)
                .map(GetCaseResponse.Builder::build);
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public Uni<ListCasesResponse> listCases(ListCasesRequest request) {
        return viewing.list(
                        CaseFilterWire.parse(request), request.getPageSize(), PageToken.parse(request.getPageToken()))
                .map(CaseIntakeEndpoint::render);
    }

    @Override
    public Uni<FindVictimContactsResponse> findVictimContacts(FindVictimContactsRequest request) {
        return contacts.find(ContactsWire.parse(request), request.getCaseIdsList(), ContactsWire::victim)
                .map(ContactsWire::render);
    }

    private static ListCasesResponse render(ViewingCases.Page page) {
        ListCasesResponse.Builder response = ListCasesResponse.newBuilder();
        page.cases().forEach(summary -> response.addCases(CaseWire.render(summary)));
        if (page.more()) {
            CaseSummary last = page.cases().get(page.cases().size() - 1);
            response.setNextPageToken(last.caseId().toString());
        }
        return response.build();
    }
}
