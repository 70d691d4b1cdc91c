package org.stoppayment.gateway.trial;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.InstitutionTrialServiceGrpc;
import org.stoppayment.proto.gateway.v1.TrialFinding;
import org.stoppayment.proto.gateway.v1.TryInstitutionRequest;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** An institution that keeps the contract, until a test says otherwise, and trials of it. */
abstract class TrialTestBase {

    static final String BANK = TestBed.code(58);
    static final Account PAYEE = Account.newBuilder()
            .setInstitutionCode("103100000026")
            .setNumber("6228480000000000018")
            .setName("李四")
            .build();
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final String ID = "{{jsonPath request.body '$.applicationId'}}";
    static final String ASKED_ID = "{{request.pathSegments.[3]}}";

    TestBed bed;
    Gateway gateway;

    final String stoppedAt = Callbacks.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @BeforeEach
    void behave() {
        bed.bank.resetRequests();
        stops(json(stopped(ID)));
        inquiries(json(stopped(ASKED_ID)));
        answer("extensions", json(done(ID)));
        answer("lifts", json(done(ID)));
        answer("freezes", json(frozen(100)));
        answer("freezes/renewals", json(done(ID)));
        answer("freezes/changes", json(frozen(50)));
        answer("freezes/lifts", json(done(ID)));
        answer("refunds", json(refunded("FH1")));
        answer("queries", json(told(ID)));
    }

    String frozen(long fen) {
        return "{\"applicationId\":\"" + ID
                + "\",\"resultCode\":\"0000\",\"balanceFen\":1200,\"freeze\":{\"frozenAt\":\"" + stoppedAt
                + "\",\"frozenFen\":" + fen + "}}";
    }

    String refunded(String receiptId) {
        return "{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0000\",\"refund\":{\"receiptId\":\"" + receiptId
                + "\",\"paidAt\":\"" + stoppedAt + "\",\"amountFen\":20,\"frozenFen\":30}}";
    }

    String told(String id) {
        return "{\"applicationId\":\"" + id
                + "\",\"resultCode\":\"0000\",\"accountNumber\":\"6222020000000000018\",\"asOf\":\"" + stoppedAt
                + "\",\"balance\":{\"balanceFen\":1200,\"availableFen\":1200,\"holds\":[]}}";
    }

    List<LoggedRequest> stopsOf(String bank) {
        return bed.bank.findAll(postRequestedFor(urlEqualTo("/" + bank + "/v1/stops")));
    }

    List<TryInstitutionResponse> attempt(String bank) {
        return attempt(request(bank));
    }

    /** A trial with a refund to an account of another institution. */
    List<TryInstitutionResponse> attemptWithRefund(String bank) {
        return attempt(request(bank).setPayee(PAYEE));
    }

    List<TryInstitutionResponse> attempt(TryInstitutionRequest.Builder request) {
        List<TryInstitutionResponse> steps = new ArrayList<>();
        InstitutionTrialServiceGrpc.newBlockingStub(gateway.command())
                .tryInstitution(request.build())
                .forEachRemaining(steps::add);
        return steps;
    }

    static TryInstitutionRequest.Builder request(String bank) {
        return TryInstitutionRequest.newBuilder()
                .setInstitutionCode(bank)
                .setAccount(
                        Account.newBuilder().setNumber("6222020000000000018").setName("张三"));
    }

    /** {@code STEP CODE detail}, without a space at the end. */
    static List<String> findings(List<TryInstitutionResponse> steps) {
        return steps.stream()
                .flatMap(step -> step.getFindingsList().stream().map(finding -> text(step, finding)))
                .toList();
    }

    private static String text(TryInstitutionResponse step, TrialFinding finding) {
        return (step.getStep().name().substring("TRIAL_STEP_".length()) + " "
                        + finding.getCode().name().substring("TRIAL_FINDING_CODE_".length()) + " "
                        + finding.getDetail())
                .strip();
    }

    void stops(ResponseDefinitionBuilder answer) {
        answer("stops", answer);
    }

    void answer(String orders, ResponseDefinitionBuilder answer) {
        bed.bank.stubFor(post(urlEqualTo("/" + BANK + "/v1/" + orders)).willReturn(answer));
    }

    void inquiries(ResponseDefinitionBuilder answer) {
        bed.bank.stubFor(get(urlMatching("/" + BANK + "/v1/orders/.*")).willReturn(answer));
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withHeader("content-type", "application/json")
                .withBody(body)
                .withTransformers("response-template");
    }

    String stopped(String id) {
        return "{\"applicationId\":\"" + id + "\",\"resultCode\":\"0000\",\"stoppedAt\":\"" + stoppedAt
                + "\",\"balanceFen\":1200}";
    }

    static String done(String id) {
        return "{\"applicationId\":\"" + id + "\",\"resultCode\":\"0000\"}";
    }
}
