package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.intake.v1.AccountContacts;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseSummary;
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
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.VictimContact;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseResponse;

/** An intake that knows at once what comes of a report. */
final class FakeIntake extends CaseIntakeServiceGrpc.CaseIntakeServiceImplBase {

    private final Map<String, Case> byRequest = new ConcurrentHashMap<>();
    private final Map<String, CaseProgress> progress = new ConcurrentHashMap<>();
    private final Map<String, VictimContact> contacts = new ConcurrentHashMap<>();
    private final List<SupplementCaseRequest> supplements = new CopyOnWriteArrayList<>();
    private final List<ReportFraudRequest> received = new CopyOnWriteArrayList<>();
    private final List<ListCasesRequest> lists = new CopyOnWriteArrayList<>();
    private final List<WithdrawCaseRequest> withdrawals = new CopyOnWriteArrayList<>();
    private final List<FileCaseRequest> filings = new CopyOnWriteArrayList<>();
    private final List<CorrectFilingRequest> filingCorrections = new CopyOnWriteArrayList<>();
    private final List<CloseCaseRequest> closings = new CopyOnWriteArrayList<>();
    private volatile boolean contactsAvailable = true;
    private volatile boolean waitingForFreeze;
    private volatile boolean correctedMeanwhile;
    private volatile UnaryOperator<CaseProgress> tamper = UnaryOperator.identity();
    private volatile UnaryOperator<Case> tamperCase = UnaryOperator.identity();

    void correctMeanwhile() {
        correctedMeanwhile = true;
    }

    void tamperCase(UnaryOperator<Case> change) {
        tamperCase = change;
    }

    void tamper(UnaryOperator<CaseProgress> change) {
        tamper = change;
    }

    List<ReportFraudRequest> reports() {
        return List.copyOf(received);
    }

    List<ListCasesRequest> lists() {
        return lists;
    }

    List<SupplementCaseRequest> supplements() {
        return List.copyOf(supplements);
    }

    List<WithdrawCaseRequest> withdrawals() {
        return withdrawals;
    }

    List<FileCaseRequest> filings() {
        return List.copyOf(filings);
    }

    List<CorrectFilingRequest> filingCorrections() {
        return List.copyOf(filingCorrections);
    }

    List<CloseCaseRequest> closings() {
        return List.copyOf(closings);
    }

    Transfer reportedTransfer(String caseId) {
        return byRequest.values().stream()
                .filter(each -> each.getCaseId().equals(caseId))
                .map(each -> each.getTransfers(0).getTransfer())
                .findFirst()
                .orElseThrow();
    }

    void contact(String payerNumber, String name, String phone) {
        contacts.put(
                payerNumber,
                VictimContact.newBuilder()
                        .setName(name)
                        .setPhone(phone)
                        .setCaseId("case of " + phone.substring(phone.length() - 2))
                        .build());
    }

    void contactsUnavailable() {
        contactsAvailable = false;
    }

    void waitForFreeze() {
        waitingForFreeze = true;
    }

    @Override
    public void findVictimContacts(
            FindVictimContactsRequest request, StreamObserver<FindVictimContactsResponse> caller) {
        if (!contactsAvailable) {
            refuse(caller, Code.UNAVAILABLE, "database");
            return;
        }
        FindVictimContactsResponse.Builder found = FindVictimContactsResponse.newBuilder();
        request.getAccountsList().forEach(account -> {
            AccountContacts.Builder known = found.addAccountsBuilder();
            VictimContact contact = contacts.get(account.getNumber());
            if (contact != null) {
                known.addContacts(contact);
            }
        });
        byRequest.values().stream()
                .filter(each -> request.getCaseIdsList().contains(each.getCaseId()))
                .forEach(each -> found.addCases(VictimContact.newBuilder()
                        .setCaseId(each.getCaseId())
                        .setName(each.getReport().getVictim().getName())
                        .setPhone(each.getReport().getVictim().getPhone())));
        answer(caller, found.build());
    }

    @Override
    public void reportFraud(ReportFraudRequest request, StreamObserver<ReportFraudResponse> caller) {
        received.add(request);
        if (request.getTransfersCount() == 0 && request.getVictim().getPhone().isEmpty()) {
            refuse(
                    caller,
                    Code.INVALID_ARGUMENT,
                    "nothing to act on",
                    Any.pack(BadRequest.newBuilder()
                            .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                    .setField("transfers")
                                    .setDescription("none (expected: a payee account)"))
                            .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                    .setField("victim.phone")
                                    .setDescription("missing"))
                            .build()));
            return;
        }
        boolean replayed = byRequest.containsKey(request.getRequestId());
        Case found = byRequest.computeIfAbsent(request.getRequestId(), id -> open(request));
        answer(
                caller,
                ReportFraudResponse.newBuilder()
                        .setCaseId(found.getCaseId())
                        .setReplayed(replayed)
                        .build());
    }

    private Case open(ReportFraudRequest request) {
        Instant now = SystemTime.SOURCE.instant();
        Timestamp at = Timestamp.newBuilder()
                .setSeconds(now.getEpochSecond())
                .setNanos(now.getNano())
                .build();
        CaseProgress stands = FakeCases.progressOf(request, at);
        String id = new UUID(stands.getReportedFen(), stands.getTaintedHeldFen()).toString();
        progress.put(id, stands.toBuilder().setCaseId(id).build());
        return Case.newBuilder()
                .setCaseId(id)
                .setAcceptedAt(at)
                .setReport(request)
                .addAllTransfers(IntStream.range(0, request.getTransfersCount())
                        .mapToObj(i -> ReportedTransfer.newBuilder()
                                .setTransferId("transfer-" + i)
                                .setTransfer(request.getTransfers(i))
                                .build())
                        .toList())
                .build();
    }

    @Override
    public void supplementCase(SupplementCaseRequest request, StreamObserver<SupplementCaseResponse> caller) {
        supplements.add(request);
        if (correctedMeanwhile) {
            refuse(
                    caller,
                    Code.INVALID_ARGUMENT,
                    "corrections[0].transferId: corrected",
                    Any.pack(ErrorInfo.newBuilder()
                            .setReason("ALREADY_CORRECTED")
                            .putMetadata("correctInstead", "second")
                            .build()));
            return;
        }
        answer(
                caller,
                SupplementCaseResponse.newBuilder()
                        .setCaseId(request.getCaseId())
                        .addAllTransferIds(request.getCorrectionsList().stream()
                                .map(correction -> "corrected " + correction.getTransferId())
                                .toList())
                        .build());
    }

    @Override
    public void getCase(GetCaseRequest request, StreamObserver<GetCaseResponse> caller) {
        byRequest.values().stream()
                .filter(each -> each.getCaseId().equals(request.getCaseId()))
                .findFirst()
                .ifPresentOrElse(
                        found -> answer(caller, view(found)),
                        () -> refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId()));
    }

    private GetCaseResponse view(Case found) {
        GetCaseResponse.Builder view = GetCaseResponse.newBuilder().setCase(tamperCase.apply(found));
        return waitingForFreeze
                ? view.setWaitingForFreeze(true)
                        .setProgressUnavailable("account-freeze does not answer: UNAVAILABLE")
                        .build()
                : view.setProgress(tamper.apply(progress.get(found.getCaseId())))
                        .build();
    }

    @Override
    public void withdrawCase(WithdrawCaseRequest request, StreamObserver<WithdrawCaseResponse> caller) {
        withdrawals.add(request);
        answer(
                caller,
                WithdrawCaseResponse.newBuilder().setCaseId(request.getCaseId()).build());
    }

    @Override
    public void fileCase(FileCaseRequest request, StreamObserver<FileCaseResponse> caller) {
        filings.add(request);
        answer(
                caller,
                FileCaseResponse.newBuilder().setCaseId(request.getCaseId()).build());
    }

    @Override
    public void correctFiling(CorrectFilingRequest request, StreamObserver<CorrectFilingResponse> caller) {
        filingCorrections.add(request);
        answer(
                caller,
                CorrectFilingResponse.newBuilder()
                        .setCaseId(request.getCaseId())
                        .setRevision(request.getCorrectsRevision() + 1)
                        .build());
    }

    @Override
    public void closeCase(CloseCaseRequest request, StreamObserver<CloseCaseResponse> caller) {
        closings.add(request);
        answer(
                caller,
                CloseCaseResponse.newBuilder().setCaseId(request.getCaseId()).build());
    }

    @Override
    public void listCases(ListCasesRequest request, StreamObserver<ListCasesResponse> caller) {
        lists.add(request);
        ListCasesResponse.Builder cases = ListCasesResponse.newBuilder();
        byRequest
                .values()
                .forEach(found -> cases.addCases(CaseSummary.newBuilder()
                        .setCaseId(found.getCaseId())
                        .setAcceptedAt(found.getAcceptedAt())
                        .setChannel(found.getReport().getChannel())
                        .setFraudType(found.getReport().getFraudType())
                        .setTransferCount(found.getReport().getTransfersCount())));
        answer(caller, cases.build());
    }
}
