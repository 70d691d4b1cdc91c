package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;

/** Refunds to a bank that is slow. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class RefundResilienceTest {

    private static final Duration OFTEN = Duration.ofMillis(10);

    TestBed bed;
    Gateway gateway;

    @Test
    void refundThatWasPaidButNotAnsweredIsDoubtAndTheInquiryTellsIt() {
        String bank = TestBed.refundingTooLate();
        String paid = Refunds.paid("refund-late", "0000", "FH-9", 4_000_000);
        bed.bank.stubFor(post("/" + bank + "/v1/refunds")
                .willReturn(aResponse().withBody(paid).withFixedDelay(2_000)));
        bed.bank.stubFor(get("/" + bank + "/v1/orders/refund-late")
                .willReturn(aResponse().withBody(paid)));

        Outcome sent =
                gateway.refunds().sendRefund(Refunds.order(bank, "refund-late")).getOutcome();
        Outcome inquired = gateway.inquire(bank, "refund-late");

        assertThat(sent.getNoAnswer().getReason()).isEqualTo("TIMEOUT");
        assertThat(inquired.getFeedback().getRefund().getReceiptId()).isEqualTo("FH-9");
    }

    @Test
    void stopOvertakesQueuedRefunds() {
        String bank = TestBed.payingOneAtATime();
        List<CompletableFuture<Outcome>> calls = new ArrayList<>();
        calls.add(gateway.refundLater(Refunds.order(bank, "refund-0")));
        await().pollInterval(OFTEN).until(() -> bed.paying.arrivals().size() == 1);
        List.of("refund-1", "refund-2").forEach(id -> calls.add(gateway.refundLater(Refunds.order(bank, id))));
        await().pollInterval(OFTEN).until(() -> GuardResilienceTest.waitingFor(bank) == 2);
        calls.add(gateway.stopLater(bank, "stop"));
        await().pollInterval(OFTEN).until(() -> GuardResilienceTest.waitingFor(bank) == 3);

        bed.paying.release();

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().hasAccepted()).isTrue());
        assertThat(bed.paying.arrivals()).hasSize(4).startsWith("refund-0", "stop");
    }
}
