package org.stoppayment.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.ResponseMillis;

class ControlApiTest extends SimulatorTest {

    @Test
    void healthIsUp() {
        control().get("/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void worldIsLoadedAndStarted() {
        String worldId = control()
                .body(MULE.replace('\'', '"'))
                .post("/worlds")
                .then()
                .statusCode(201)
                .extract()
                .path("worldId");

        control()
                .body("{\"t0\": \"" + GatewayClient.now() + "\"}")
                .post("/worlds/" + worldId + "/start")
                .then()
                .statusCode(204);

        await().untilAsserted(() ->
                control().get("/accounts?number=" + MULE_NUMBER).then().body("[0].balanceFen", equalTo(0)));
    }

    @Test
    void invalidWorldIsAProblemWithItsFields() {
        control()
                .body("{\"institutions\": [{\"code\": \"103100000026\", \"mode\": \"PULL\"}], \"accounts\": []}")
                .post("/worlds")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.field", contains("institutions[0].mode"))
                .body(
                        "errors[0].detail",
                        equalTo("mode: PULL (expected: SYNC or ASYNC; fetching messages is not built yet)"));
    }

    @Test
    void institutionIsShownAndChanged() {
        control()
                .body("{\"mode\": \"ASYNC\", \"responseMillis\": [1, 2], \"open\": true}")
                .patch("/institutions/" + ICBC)
                .then()
                .statusCode(204);

        control()
                .get("/institutions")
                .then()
                .statusCode(200)
                .body("code", hasItems(ICBC, ABC, ALIPAY))
                .body("find { it.code == '" + ICBC + "' }.mode", equalTo("ASYNC"))
                .body("find { it.code == '" + ICBC + "' }.responseMillis", contains(1, 2))
                .body("find { it.code == '" + ICBC + "' }.open", equalTo(true))
                .body(
                        "find { it.code == '" + ICBC + "' }.endpoint",
                        equalTo(simulator.endpoint(ICBC).toString()))
                .body("find { it.code == '" + ABC + "' }.mode", equalTo("SYNC"));
    }

    @Test
    void faultIsSetAndCleared() {
        control()
                .body("{\"kind\": \"GARBAGE\", \"times\": 3, \"delayMillis\": 5}")
                .put("/institutions/" + ICBC + "/fault")
                .then()
                .statusCode(204);
        control()
                .get("/institutions/" + ICBC)
                .then()
                .body("fault.kind", equalTo("GARBAGE"))
                .body("fault.books", equalTo(true))
                .body("fault.times", equalTo(3))
                .body("fault.delayMillis", equalTo(5));

        control().delete("/institutions/" + ICBC + "/fault").then().statusCode(204);
        control().get("/institutions/" + ICBC).then().body("fault.kind", equalTo("NONE"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /institutions/102100099996/fault, {\"kind\": \"PLAGUE\"}, 422",
        "PUT, /institutions/102100099996/fault, {}, 422",
        "PUT, /institutions/102100099996/fault, '{\"kind\": \"DOWN\", \"times\": 1}', 422",
        "PUT, /institutions/102100099996/fault, '{\"kind\": \"HANG\", \"times\": 0}', 422",
        "PUT, /institutions/999/fault, {\"kind\": \"HANG\"}, 404",
        "PATCH, /institutions/102100099996, {\"mode\": \"PULL\"}, 422",
        "PATCH, /institutions/102100099996, '{\"responseMillis\": [9]}', 422",
        "PATCH, /institutions/999, {}, 404",
        "POST, /worlds, nonsense, 422",
        "POST, /worlds/none/start, {\"t0\": \"2026-01-01T00:00:00Z\"}, 404",
        "POST, /worlds/none/start, {}, 422",
        "GET, /orders/none, '', 404",
        "GET, /accounts, '', 422",
        "GET, /nothing, '', 404",
        "DELETE, /worlds, '', 404"
    })
    void invalidRequestIsAProblem(String method, String path, String body, int status) {
        control()
                .body(body)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void ordersAndAccountsAreShown() {
        mule();
        ObjectNode order = stopMule();
        client.send(order);
        client.send(order);
        client.inquire(ABC, Orders.id(order));
        client.send(Orders.lift(order));

        control()
                .get("/orders")
                .then()
                .body("applicationId[0]", equalTo(Orders.id(order)))
                .body("institutionCode", contains(ABC, ABC))
                .body("kind", contains("STOP", "LIFT"))
                .body("accountNumber[0]", equalTo(MULE_NUMBER))
                .body("resultCode", contains("1200", "0000"));
        control()
                .get("/orders/" + Orders.id(order))
                .then()
                .body("effects", equalTo(1))
                .body("arrivals", hasSize(2))
                .body("inquiries", hasSize(1));
        control()
                .get("/accounts?number=" + MULE_NUMBER)
                .then()
                .body("[0].institutionCode", equalTo(ABC))
                .body("[0].number", equalTo(MULE_NUMBER))
                .body("[0].stopped", equalTo(false))
                .body("[0].liveStops", equalTo(0))
                .body("[0].stops", equalTo(1));
        control().get("/accounts?number=1").then().body("", hasSize(0));
    }

    @Test
    void orderThatWasNotProcessedHasNoResult() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500));
        ObjectNode order = stopMule();
        client.send(order);

        control()
                .get("/orders/" + Orders.id(order))
                .then()
                .body("effects", equalTo(0))
                .body("resultCode", nullValue());
    }

    @Test
    void stateIsReset() {
        mule();
        client.send(stopMule());
        simulator.setFault(ABC, Fault.of(FaultKind.DOWN));

        control().delete("/state").then().statusCode(204);

        control().get("/orders").then().body("", hasSize(0));
        control().get("/accounts?number=" + MULE_NUMBER).then().body("", hasSize(0));
        control()
                .get("/institutions/" + ABC)
                .then()
                .body("fault.kind", equalTo("NONE"))
                .body("counters.arrivals", equalTo(0));
        assertThat(client.send(stopMule()).code()).isEqualTo("0300");
    }

    @Test
    void fiveThousandOrdersAreProcessedAndListed() {
        simulator.configure(ICBC, Optional.empty(), Optional.of(new ResponseMillis(0, 0)), Optional.of(true));
        for (int batch = 0; batch < 50; batch++) {
            int first = batch * 100;
            List<CompletableFuture<GatewayClient.Answer>> answers = IntStream.range(first, first + 100)
                    .mapToObj(i -> Orders.listing(Orders.stop(ICBC, "%016d".formatted(i), "x"), 1L, null, null))
                    .map(order -> client.sendAsync(order, Duration.ofSeconds(20)))
                    .toList();
            assertThat(answers)
                    .allSatisfy(each -> assertThat(each.join().code()).isEqualTo("0000"));
        }

        control().get("/orders").then().statusCode(200).body("", hasSize(5_000));
        assertThat(simulator.institutionView(ICBC).counters().effects()).isEqualTo(5_000);
    }

    private static RequestSpecification control() {
        return given().baseUri(simulator.control().toString()).contentType("application/json");
    }

    @Test
    void allMagicAccountsAreListed() {
        control()
                .get("/magic-accounts")
                .then()
                .statusCode(200)
                .body("", hasSize(MagicAccount.values().length))
                .body("[0].number", equalTo("6299990000000000012"))
                .body("[0].name", equalTo("NAME_MISMATCH"));
    }
}
