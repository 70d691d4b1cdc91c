package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.ServiceConnection;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc.BankGatewayServiceBlockingStub;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.RefundStatus;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.simulator.institution.CallbackClients;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Refund orders between the packaged gateway and the simulated institutions. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class RefundOrdersIT {

    private static final long FROZEN = 4_444_400;
    private static final long REFUNDED = 3_000_000;
    private static final int AT_ONCE = 64;
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final FreezeOffice office;
    private final ManagedChannel recovery;

    RefundOrdersIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
        this.office = new FreezeOffice(running.clients());
        this.recovery = ServiceConnection.open(running.suite(), ServiceName.GATEWAY, ServiceName.RECOVERY.subject());
    }

    @BeforeEach
    @AfterEach
    void banksBehave() {
        banks.behave();
    }

    @AfterEach
    void disconnect() {
        recovery.shutdownNow();
    }

    @Test
    void refundThatIsPaidAndNotAnsweredIsToldByAnInquiryAndPaidOnce() {
        SendRefundRequest order = refund(frozen(Reports.paid(SimulatedBanks.ICBC, FROZEN)));
        running.simulator().misbehave(SimulatedBanks.ICBC, Map.of("kind", "HANG", "books", true, "times", 1));

        Outcome sent = send(order);
        RefundStatus told = inquire(order).getFeedback().getRefund();
        RefundStatus again = send(order).getFeedback().getRefund();

        assertThat(sent.getNoAnswer().getReason()).isEqualTo("TIMEOUT");
        assertThat(told.getPaidFen()).isEqualTo(REFUNDED);
        assertThat(told.getReceiptId()).isNotEmpty().isNotEqualTo(order.getApplicationId());
        assertThat(again).isEqualTo(told);
        assertPaidOnce(order);
    }

    @Test
    void sameRefundSentManyTimesAtOnceIsPaidOnce() {
        SendRefundRequest order = refund(frozen(Reports.paid(SimulatedBanks.ABC, FROZEN)));

        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        List<CompletableFuture<Outcome>> calls = IntStream.range(0, AT_ONCE)
                .mapToObj(call -> CompletableFuture.supplyAsync(() -> send(order), callers))
                .toList();
        List<Outcome> outcomes = calls.stream().map(CompletableFuture::join).toList();
        callers.shutdown();

        assertThat(outcomes).extracting(Outcome::getResultCase).containsOnly(Outcome.ResultCase.FEEDBACK);
        assertThat(outcomes)
                .extracting(outcome -> outcome.getFeedback().getRefund().getReceiptId())
                .containsOnly(outcomes.get(0).getFeedback().getRefund().getReceiptId());
        assertPaidOnce(order);
    }

    @Test
    void callbackAboutARefundThatNobodyRecordedIsNotAcknowledged() throws Exception {
        String body = """
                {"applicationId": "%s", "resultCode": "0000",
                 "refund": {"receiptId": "FH-1", "paidAt": "2026-04-10T02:00:01Z", "amountFen": 1}}""".formatted(Reports.newId());

        assertThat(callBack(SimulatedBanks.ICBC, body)).isIn(404, 503);
    }

    private void assertPaidOnce(SendRefundRequest order) {
        String account = order.getAccount().getNumber();
        assertThat(banks.order(order.getApplicationId()).effects()).isEqualTo(1);
        assertThat(banks.frozenFen(account)).isEqualTo(FROZEN - REFUNDED);
        assertThat(banks.balanceFen(account)).isEqualTo(FROZEN - REFUNDED);
        assertThat(banks.balanceFen(order.getPayee().getNumber())).isEqualTo(REFUNDED);
    }

    /** The freeze of a case that is filed. */
    private Freeze frozen(Transfer transfer) {
        Account account = transfer.getPayee();
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, account.getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        office.file(caseId, desk.getCase(caseId).getCase().getAcceptedAt());
        return office.awaitState(
                office.orderOnceFiled(caseId, account).getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
    }

    private static SendRefundRequest refund(Freeze freeze) {
        Account account = freeze.getAccount();
        return SendRefundRequest.newBuilder()
                .setApplicationId(Reports.newId())
                .setCaseId(Reports.newId())
                .setInstitutionCode(account.getInstitutionCode())
                .setAccount(account)
                .setFreezeApplicationId(freeze.getApplicationId())
                .setPayee(Account.newBuilder()
                        .setInstitutionCode(SimulatedBanks.CCB)
                        .setNumber(Reports.freshNumber())
                        .setName(Reports.VICTIM.getName())
                        .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))
                .setAmountFen(REFUNDED)
                .setPlanId(Reports.newId())
                .setPlanDigest(DIGEST)
                .setAppliedAt(Reports.timestamp(SystemTime.SOURCE.instant()))
                .setLegalBasis(LegalBasis.newBuilder()
                        .setFilingNumber("2026-01234")
                        .setOrganisation("city police")
                        .setDocumentDigest(DIGEST)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation("city police")
                                .setBadgeNumber(Reports.BADGE)
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("anti-fraud centre")
                        .setBadgeNumber(Reports.BADGE))
                .build();
    }

    private Outcome send(SendRefundRequest order) {
        return asRecovery().sendRefund(order).getOutcome();
    }

    private Outcome inquire(SendRefundRequest order) {
        return asRecovery()
                .inquire(InquireRequest.newBuilder()
                        .setInstitutionCode(order.getInstitutionCode())
                        .setApplicationId(order.getApplicationId())
                        .build())
                .getOutcome();
    }

    /** Refunds are sent by fund-recovery only. */
    private BankGatewayServiceBlockingStub asRecovery() {
        return BankGatewayServiceGrpc.newBlockingStub(recovery);
    }

    /** The status that the gateway answers a signed callback about a refund with. */
    private int callBack(String bank, String body) throws IOException, InterruptedException {
        Instant now = SystemTime.SOURCE.instant();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI gateway = running.suite().callbackAddress();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/institutions/" + bank + "/refund-feedback"))
                .header("content-type", "application/json")
                .header(WebhookSignature.ID_HEADER, "m-1")
                .header(WebhookSignature.TIMESTAMP_HEADER, Long.toString(now.getEpochSecond()))
                .header(WebhookSignature.SIGNATURE_HEADER, secret(bank).sign("m-1", now, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        Path certificates = running.suite().directory().certificates().directory();
        return new CallbackClients(Optional.of(certificates))
                .of(bank)
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private WebhookSignature secret(String bank) throws IOException {
        RegistryFile registry = RegistryFile.read(running.suite().directory().registry());
        return registry.institutionsIfAny().stream()
                .filter(entry -> entry.code()
                        .map(InstitutionCode::value)
                        .filter(bank::equals)
                        .isPresent())
                .flatMap(entry -> entry.secret().stream())
                .map(WebhookSignature::new)
                .findFirst()
                .orElseThrow();
    }
}
