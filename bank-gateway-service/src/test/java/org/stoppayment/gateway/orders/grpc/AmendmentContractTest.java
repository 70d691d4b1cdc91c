package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;

/** Lifts and extensions, from the institution's answer to the outcome. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class AmendmentContractTest {

    private static final String BANK = TestBed.code(1);

    TestBed bed;
    Gateway gateway;

    @Test
    void liftNeedsNeitherMomentNorBalance() {
        bed.bank.stubFor(
                post("/" + BANK + "/v1/lifts").willReturn(aResponse().withBody(Feedbacks.code("lift-1", "0000"))));

        assertThat(gateway.lift(BANK, "lift-1").getFeedback().getResultCode()).isEqualTo("0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "1304", "1800", "0900"})
    void extensionIsAnswered(String code) {
        String id = "extension-" + code;
        bed.bank.stubFor(post("/" + BANK + "/v1/extensions")
                .withHeader("idempotency-key", equalTo(id))
                .willReturn(aResponse().withBody(Feedbacks.code(id, code))));

        assertThat(gateway.extend(BANK, id).getFeedback().getResultCode()).isEqualTo(code);
    }

    @Test
    void extensionThatIsNotAnsweredIsDoubt() {
        String bank = TestBed.code(45);
        bed.bank.stubFor(
                post("/" + bank + "/v1/extensions").willReturn(aResponse().withStatus(500)));

        assertThat(gateway.extend(bank, "extension-lost").getNoAnswer().getReason())
                .isEqualTo("HTTP_500");
    }

    @Test
    void extensionWithoutOriginalOrExpiryIsRefused() {
        SendExtensionRequest whole = Gateway.extensionOrder(BANK, "half-an-extension");

        assertThatThrownBy(() -> gateway.calls()
                        .sendExtension(whole.toBuilder().clearExpiresAt().build()))
                .hasMessageContaining("INVALID_ARGUMENT: expires_at");
        assertThatThrownBy(() -> gateway.calls()
                        .sendExtension(
                                whole.toBuilder().clearOriginalApplicationId().build()))
                .hasMessageContaining("INVALID_ARGUMENT: original_application_id");
    }
}
