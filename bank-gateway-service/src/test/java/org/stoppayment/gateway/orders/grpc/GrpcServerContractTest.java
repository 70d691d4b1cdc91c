package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** The gRPC server: health, size limit and concurrent calls on one connection. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class GrpcServerContractTest {

    private static final String BANK = TestBed.code(43);

    TestBed bed;
    Gateway gateway;

    @Test
    void healthIsServed() {
        HealthCheckResponse health = HealthGrpc.newBlockingStub(gateway.channel())
                .check(HealthCheckRequest.newBuilder()
                        .setService("stoppayment.gateway.v1.BankGatewayService")
                        .build());

        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    @Test
    void orderOfAMebibyteIsSent() {
        bed.bank.stubFor(post("/" + BANK + "/v1/stops").willReturn(aResponse().withStatus(202)));

        assertThat(gateway.calls().sendStop(orderOf(1 << 20)).getOutcome().getResultCase())
                .isEqualTo(ResultCase.ACCEPTED);
    }

    @Test
    void orderOfThreeMebibytesIsRefused() {
        Throwable refused = catchThrowable(() -> gateway.calls().sendStop(orderOf(3 << 20)));

        assertThat(Status.fromThrowable(refused).getCode()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);
    }

    @Test
    void hundredsOfUnansweredOrdersDelayNoOtherOrder() {
        bed.bank.stubFor(post("/" + BANK + "/v1/stops").willReturn(aResponse().withStatus(202)));
        List<CompletableFuture<Outcome>> slow = IntStream.range(0, 300)
                .mapToObj(call -> gateway.stopLater(TestBed.slow(), "slow-" + call))
                .toList();

        assertThat(gateway.stop(BANK, "quick").getResultCase()).isEqualTo(ResultCase.ACCEPTED);

        assertThat(slow).noneMatch(CompletableFuture::isDone);
        bed.slow.release();
        CompletableFuture.allOf(slow.toArray(CompletableFuture[]::new)).join();
    }

    private static SendStopRequest orderOf(int bytes) {
        return Gateway.stopOrder(BANK, "large-" + bytes).toBuilder()
                .setReason("x".repeat(bytes))
                .build();
    }
}
