package org.stoppayment.gateway.trial;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** The refund of a trial: it moves money, so it is sent only to an account that somebody named. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class RefundTrialContractTest extends TrialTestBase {

    @Test
    void refundIsLeftOutWhenNobodyNamedAnAccount() {
        List<TryInstitutionResponse> steps = attempt(BANK);

        assertThat(steps)
                .filteredOn(TryInstitutionResponse::getSkipped)
                .extracting(TryInstitutionResponse::getStep)
                .containsExactly(TrialStep.TRIAL_STEP_REFUND);
        bed.bank.verify(0, postRequestedFor(urlEqualTo("/" + BANK + "/v1/refunds")));
    }

    @Test
    void refundIsPaidOutOfTheFreezeToTheNamedAccountBeforeTheFreezeIsLifted() {
        List<TryInstitutionResponse> steps = attemptWithRefund(BANK);

        assertThat(findings(steps)).isEmpty();
        String freeze = stepOf(steps, TrialStep.TRIAL_STEP_FREEZE).getRequest().getBody();
        assertThat(stepOf(steps, TrialStep.TRIAL_STEP_REFUND).getRequest().getBody())
                .contains("\"amountFen\":20", PAYEE.getNumber(), PAYEE.getInstitutionCode(), applicationId(freeze));
    }

    @Test
    void refundThatIsPaidLaterIsAllowed() {
        answer("refunds", aResponse().withStatus(202));

        assertThat(findings(attemptWithRefund(BANK))).isEmpty();
        bed.bank.verify(1, postRequestedFor(urlEqualTo("/" + BANK + "/v1/freezes/lifts")));
    }

    @Test
    void whatIsWrongWithTheAnswerIsNamed() {
        answer("refunds", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0200\"}"));
        assertThat(findings(attemptWithRefund(BANK))).containsExactly("REFUND NOT_CARRIED_OUT 0200");

        answer("refunds", json(refunded(ID)));
        assertThat(findings(attemptWithRefund(BANK)))
                .as("the application id is no receipt")
                .anyMatch(finding -> finding.startsWith("REFUND FIELD refund.receiptId"));
    }

    @Test
    void accountWithoutFreezeIsNotPaidOutOf() {
        answer("freezes", json("{\"applicationId\":\"" + ID + "\",\"resultCode\":\"0800\"}"));

        attemptWithRefund(BANK);

        bed.bank.verify(0, postRequestedFor(urlEqualTo("/" + BANK + "/v1/refunds")));
    }

    @Test
    void payeeWithoutInstitutionIsRefused() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(
                        () -> attempt(request(BANK).setPayee(PAYEE.toBuilder().clearInstitutionCode())))
                .satisfies(thrown -> {
                    assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(thrown.getStatus().getDescription()).contains("payee.institution_code");
                });
    }

    private static TryInstitutionResponse stepOf(List<TryInstitutionResponse> steps, TrialStep step) {
        return steps.stream().filter(each -> each.getStep() == step).findFirst().orElseThrow();
    }

    private static String applicationId(String body) {
        String key = "\"applicationId\":\"";
        int begin = body.indexOf(key) + key.length();
        return body.substring(begin, body.indexOf('"', begin));
    }
}
