package org.stoppayment.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.ReadyService;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Health, metrics and reflection. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class OperatingTest {

    TcpProxy link;

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void restoreLink() {
        link.join();
        client.close();
    }

    @Test
    void readinessFollowsTheDatabase() {
        await().untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
        link.cut();
        await().untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(503));
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        link.join();
        await().untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void gRpcHealthIsServed() {
        assertThat(HealthGrpc.newBlockingStub(client.channel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    @Test
    void entriesReplaysAndRejectionsAreCounted() {
        double booked = metric("recovery_entries_booked_total");
        double replayed = metric("recovery_events_replayed_total");
        double rejected = metric("recovery_events_rejected_total");
        Event event = event(newId(), 0, reported(CARD, 100), held(CARD, 50));

        client.deliver(event, event, event.toBuilder().setType("x").build());
        client.deliver(event);

        assertThat(metric("recovery_entries_booked_total")).isEqualTo(booked + 2);
        assertThat(metric("recovery_events_replayed_total")).isEqualTo(replayed + 2);
        assertThat(metric("recovery_events_rejected_total")).isEqualTo(rejected + 1);
    }

    private static double metric(String name) {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(row -> row.startsWith(name))
                .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reflectionListsTheServices() throws Exception {
        CompletableFuture<List<String>> services = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> asked = ServerReflectionGrpc.newStub(client.channel())
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse answer) {
                        services.complete(answer.getListServicesResponse().getServiceList().stream()
                                .map(ServiceResponse::getName)
                                .toList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        services.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        asked.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        assertThat(services.get(30, TimeUnit.SECONDS))
                .contains("stoppayment.recovery.v1.FundRecoveryService", "stoppayment.common.v1.EventInboxService");
        asked.onCompleted();
    }

    private static HttpResponse<String> get(String path) {
        try {
            URI address = URI.create(ReadyService.management() + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
