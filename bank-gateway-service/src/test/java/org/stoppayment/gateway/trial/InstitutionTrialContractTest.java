package org.stoppayment.gateway.trial;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** A trial finds what is wrong with an institution's answers, and records nothing. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class InstitutionTrialContractTest extends TrialTestBase {

    @Test
    void anInstitutionThatKeepsTheContractHasNoFindings() {
        List<TryInstitutionResponse> steps = attemptWithRefund(BANK);

        assertThat(steps)
                .extracting(TryInstitutionResponse::getStep)
                .containsExactly(
                        TrialStep.TRIAL_STEP_STOP,
                        TrialStep.TRIAL_STEP_INQUIRY,
                        TrialStep.TRIAL_STEP_EXTENSION,
                        TrialStep.TRIAL_STEP_LIFT,
                        TrialStep.TRIAL_STEP_FREEZE,
                        TrialStep.TRIAL_STEP_FREEZE_RENEWAL,
                        TrialStep.TRIAL_STEP_FREEZE_CHANGE,
                        TrialStep.TRIAL_STEP_REFUND,
                        TrialStep.TRIAL_STEP_FREEZE_LIFT,
                        TrialStep.TRIAL_STEP_QUERY);
        assertThat(findings(steps)).isEmpty();
        assertThat(steps).noneMatch(TryInstitutionResponse::getSkipped);
    }

    @Test
    void theRequestIsShownAsItWasSentAndItsSignatureIsRight() {
        TryInstitutionResponse stop = attempt(BANK).get(0);

        LoggedRequest sent = stopsOf(BANK).get(0);
        assertThat(stop.getRequest().getStartLine())
                .isEqualTo("POST http://127.0.0.1:" + bed.bank.port() + sent.getUrl());
        assertThat(stop.getRequest().getBody())
                .isEqualTo(sent.getBodyAsString())
                .contains("\"protective\":true");
        assertThat(stop.getRequest().getHeadersList())
                .contains("webhook-signature: " + sent.getHeader("webhook-signature"));
        assertThat(TestBed.signature(BANK)
                        .verify(
                                sent.getHeader(WebhookSignature.ID_HEADER),
                                sent.getHeader(WebhookSignature.TIMESTAMP_HEADER),
                                sent.getHeader(WebhookSignature.SIGNATURE_HEADER),
                                sent.getBody(),
                                Callbacks.now()))
                .isTrue();
        assertThat(stop.getAnswer().getStartLine()).isEqualTo("HTTP 200");
        assertThat(stop.toString()).doesNotContain("whsec_");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 |            |                                                    | EMPTY_BODY",
                "200 | text/html  | <html>welcome</html>                               | NOT_JSON text/html",
                "302 | text/html  | moved                                              | REDIRECT 302 /login",
                "401 |            |                                                    | SIGNATURE_REFUSED",
                "401 |            | {\"code\": \"TIMESTAMP_OUT_OF_RANGE\"}             | TIME_REFUSED",
                "500 |            |                                                    | UNEXPECTED_STATUS 500",
                "429 |            |                                                    | CALL_LIMIT",
                "200 |            | {\"applicationId\": \"another\", \"resultCode\": \"0000\"} | WRONG_APPLICATION_ID",
                "200 |            | {\"resultCode\": \"00\"} | FIELD applicationId: none (expected: 1..64 characters"
                        + " of A-Z a-z 0-9 -)",
            })
    void aWrongAnswerIsNamed(int status, String type, String body, String finding) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status).withHeader("location", "/login");
        if (type != null) {
            answer.withHeader("content-type", type);
        }
        stops(body == null ? answer : answer.withBody(body));

        assertThat(findings(attempt(BANK).subList(0, 1))).first().isEqualTo("STOP " + finding);
    }

    @Test
    void missingFieldsUnknownCodesAndAWrongClockAreNamed() {
        stops(json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0000\",\"balanceFen\":\"12\"}"));
        assertThat(findings(attempt(BANK)))
                .contains(
                        "STOP FIELD balanceFen: *** (expected: a whole number, 0..10000000000000)",
                        "STOP FIELD stoppedAt: none (expected: the moment of the stop, with resultCode 0000)");

        stops(json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"4711\"}"));
        assertThat(findings(attempt(BANK))).contains("STOP UNKNOWN_RESULT_CODE 4711", "STOP NOT_STOPPED 4711");

        stops(json("{\"applicationId\":\"" + ID
                + "\",\"resultCode\":\"0000\",\"balanceFen\":12,\"stoppedAt\":\"2026-03-01T08:00:00Z\"}"));
        assertThat(findings(attempt(BANK)))
                .anyMatch(finding -> finding.startsWith("STOP STOP_TIME stoppedAt: 2026-03-01"));
    }

    @Test
    void anInquiryThatIsAnsweredOtherwiseIsNamed() {
        inquiries(json("{\"applicationId\":\"" + ASKED_ID
                + "\",\"resultCode\":\"0000\",\"balanceFen\":13,\"stoppedAt\":\"" + stoppedAt + "\"}"));
        assertThat(findings(attempt(BANK))).containsExactly("INQUIRY OTHER_ANSWER balanceFen: 13 (expected: 1200)");

        inquiries(aResponse().withStatus(404).withBody("{\"code\":\"ORDER_NOT_KNOWN\"}"));
        assertThat(findings(attempt(BANK))).containsExactly("INQUIRY ORDER_NOT_KNOWN");
    }

    @Test
    void anExtensionThatIsDeclinedIsNamedAndTheStopIsLiftedAllTheSame() {
        answer("extensions", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"1800\"}"));

        assertThat(findings(attempt(BANK))).containsExactly("EXTENSION NOT_CARRIED_OUT 1800");
        bed.bank.verify(1, postRequestedFor(urlEqualTo("/" + BANK + "/v1/lifts")));
    }

    @Test
    void anAccountThatIsNotStoppedIsNeitherExtendedNorLifted() {
        stops(json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0300\"}"));
        inquiries(json("{\"applicationId\":\"" + ASKED_ID + "\",\"resultCode\":\"0300\"}"));

        List<TryInstitutionResponse> steps = attempt(BANK);

        assertThat(findings(steps)).containsExactly("STOP NOT_STOPPED 0300");
        assertThat(steps)
                .filteredOn(TryInstitutionResponse::getSkipped)
                .extracting(TryInstitutionResponse::getStep)
                .containsExactly(
                        TrialStep.TRIAL_STEP_EXTENSION,
                        TrialStep.TRIAL_STEP_LIFT,
                        TrialStep.TRIAL_STEP_FREEZE,
                        TrialStep.TRIAL_STEP_FREEZE_RENEWAL,
                        TrialStep.TRIAL_STEP_FREEZE_CHANGE,
                        TrialStep.TRIAL_STEP_REFUND,
                        TrialStep.TRIAL_STEP_FREEZE_LIFT);
    }

    @Test
    void aFreezeThatIsDeclinedIsNamedAndNotLifted() {
        answer("freezes", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0800\"}"));

        List<TryInstitutionResponse> steps = attempt(BANK);

        assertThat(findings(steps)).containsExactly("FREEZE NOT_FROZEN 0800");
        assertThat(steps)
                .filteredOn(TryInstitutionResponse::getSkipped)
                .extracting(TryInstitutionResponse::getStep)
                .containsExactly(
                        TrialStep.TRIAL_STEP_FREEZE_RENEWAL,
                        TrialStep.TRIAL_STEP_FREEZE_CHANGE,
                        TrialStep.TRIAL_STEP_REFUND,
                        TrialStep.TRIAL_STEP_FREEZE_LIFT);
    }

    @Test
    void aFreezeInDoubtOrInLineIsLifted() {
        answer("freezes", aResponse().withStatus(500));
        assertThat(findings(attempt(BANK))).containsExactly("FREEZE UNEXPECTED_STATUS 500");
        bed.bank.verify(1, postRequestedFor(urlEqualTo("/" + BANK + "/v1/freezes/lifts")));

        answer(
                "freezes",
                json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"1303\",\"freeze\":{\"waitingPlace\":1}}"));
        assertThat(findings(attempt(BANK))).containsExactly("FREEZE NOT_FROZEN 1303");
        bed.bank.verify(2, postRequestedFor(urlEqualTo("/" + BANK + "/v1/freezes/lifts")));
        bed.bank.verify(0, postRequestedFor(urlEqualTo("/" + BANK + "/v1/freezes/changes")));
    }

    @Test
    void whatIsWrongWithOrdersAboutTheFreezeIsNamed() {
        answer("freezes", json(done(ID)));
        answer("freezes/renewals", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"1800\"}"));
        answer("freezes/changes", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0200\"}"));

        assertThat(findings(attempt(BANK)))
                .contains("FREEZE_RENEWAL NOT_CARRIED_OUT 1800", "FREEZE_CHANGE NOT_CARRIED_OUT 0200")
                .anyMatch(finding -> finding.startsWith("FREEZE FIELD freeze.frozenAt: none"))
                .anyMatch(finding -> finding.startsWith("FREEZE FIELD freeze.frozenFen: none"));
    }

    @Test
    void aQueryThatIsNotAnsweredIsNamed() {
        answer("queries", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"1000\"}"));
        assertThat(findings(attempt(BANK))).containsExactly("QUERY QUERY_NOT_ANSWERED 1000");

        answer(
                "queries",
                json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0000\",\"asOf\":\"" + stoppedAt + "\"}"));
        assertThat(findings(attempt(BANK)))
                .anyMatch(finding -> finding.startsWith("QUERY FIELD accountNumber: none"))
                .anyMatch(finding -> finding.startsWith("QUERY FIELD balance: none"));

        answer("queries", aResponse().withStatus(202));
        bed.bank.stubFor(get(urlMatching("/" + BANK + "/v1/queries/.*")).willReturn(json(told(ASKED_ID))));
        assertThat(findings(attempt(BANK))).as("asked for after 202").isEmpty();
    }

    @Test
    void aStopInDoubtIsLifted() {
        stops(aResponse().withStatus(500));

        assertThat(attempt(BANK).get(3).getSkipped()).isFalse();
        bed.bank.verify(1, postRequestedFor(urlEqualTo("/" + BANK + "/v1/lifts")));
        bed.bank.verify(1, getRequestedFor(urlMatching("/" + BANK + "/v1/orders/.*")));
    }

    @Test
    void refusedConnectionAndTimeOutAreNamed() {
        List<TryInstitutionResponse> refused = attempt(TestBed.refusing());

        assertThat(findings(refused)).containsExactly("STOP NOT_REACHED CONNECTION_REFUSED");
        assertThat(refused.get(0).hasRequest()).as("what would have been sent").isTrue();
        assertThat(refused.get(0).hasAnswer()).isFalse();
        assertThat(refused.subList(1, refused.size())).allMatch(TryInstitutionResponse::getSkipped);
        assertThat(findings(attempt(TestBed.code(Behaviour.HANG)))).first().isEqualTo("STOP NO_ANSWER_IN_TIME PT0.6S");
        assertThat(findings(attempt(TestBed.code(Behaviour.CUT_BODY)))).first().isEqualTo("STOP CONNECTION_LOST");
    }

    @Test
    void anInstitutionThatIsNotInTheRegistryIsNotFound() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> attempt("Z9999999999999"))
                .extracting(thrown -> thrown.getStatus().getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }
}
