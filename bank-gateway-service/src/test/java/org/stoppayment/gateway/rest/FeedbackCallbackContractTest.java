package org.stoppayment.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Bed;
import org.stoppayment.gateway.testkit.BedResource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;

/** What an institution meets when it calls back. */
@QuarkusTest
@QuarkusTestResource(BedResource.class)
class FeedbackCallbackContractTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String BANK = Bed.code(1);

    Bed bed;

    @TestHTTPResource("/")
    URL gateway;

    @Test
    void feedbackIsAcknowledgedOnceItIsKept() {
        callBack(Feedbacks.stopped("callback-1")).then().statusCode(204);

        RecordFeedbackRequest kept = bed.freeze.recorded("callback-1").get(0);
        assertThat(kept.getInstitutionCode()).isEqualTo(BANK);
        assertThat(kept.getFeedback().getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getFeedback().getOutflowsList()).hasSize(2);
    }

    @Test
    void wrongSignatureIsRefusedAndNothingIsKept() {
        byte[] body = bytes(Feedbacks.stopped("forged"));
        String other = Bed.signature(Bed.code(2)).sign("m-1", now(), body);

        problem(send(BANK, "m-1", now(), other, body), 401, "INVALID_SIGNATURE");

        assertThat(bed.freeze.recorded("forged")).isEmpty();
    }

    @Test
    void signatureIsOverTheVeryBytes() {
        byte[] signed = bytes(Feedbacks.code("spaces", "0301"));
        byte[] same = bytes(Feedbacks.code("spaces", "0301") + " ");

        problem(
                send(BANK, "m-1", now(), Bed.signature(BANK).sign("m-1", now(), signed), same),
                401,
                "INVALID_SIGNATURE");
    }

    @Test
    void unsignedMessageIsRefused() {
        Response response = given().body(Feedbacks.code("unsigned", "0301")).post(path(BANK));

        problem(response, 401, "INVALID_SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void staleAndFutureMessagesAreRefused(long seconds) {
        byte[] body = bytes(Feedbacks.code("stale", "0301"));
        Instant then = now().plusSeconds(seconds);

        problem(send(BANK, "m-1", then, Bed.signature(BANK).sign("m-1", then, body), body), 401, "INVALID_SIGNATURE");
    }

    @Test
    void unknownInstitutionIsNotFound() {
        byte[] body = bytes(Feedbacks.code("x", "0301"));

        problem(
                send("308584000013", "m-1", now(), Bed.signature(BANK).sign("m-1", now(), body), body),
                404,
                "INSTITUTION_NOT_KNOWN");
    }

    @Test
    void everyViolationIsNamedAndNoValueIsRepeated() {
        problem(callBack("""
                                {"applicationId": "bad id", "resultCode": "OK", "stoppedAt": "yesterday", "balanceFen": 1.5,
                                 "mismatched": "account.name", "complete": "yes", "outflows": 1, "inflows": {}}"""), 400, "INVALID_FEEDBACK")
                .body(
                        "errors.field",
                        hasItems(
                                "applicationId",
                                "resultCode",
                                "stoppedAt",
                                "balanceFen",
                                "mismatched",
                                "complete",
                                "outflows",
                                "inflows"))
                .body("errors", hasSize(8))
                .body(not(containsString("yesterday")));
    }

    @Test
    void aBookingThatCannotBeReadIsKeptAsSuchWithTheRest() {
        callBack(Feedbacks.withBookings("callback-2", "{\"serial\": \"F-1\", \"kind\": \"GIFT\"}", """
                        {"serial": "I-1", "amountFen": 500, "bookedAt": "2026-02-28T09:00:00Z"}"""))
                .then()
                .statusCode(204);

        var kept = bed.freeze.recorded("callback-2").get(0).getFeedback();
        assertThat(kept.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getOutflowsCount()).isZero();
        assertThat(kept.getInflows(0).getSerial()).isEqualTo("I-1");
        assertThat(kept.getUnreadableList())
                .containsExactly("outflows[0].kind", "outflows[0].amountFen", "outflows[0].bookedAt");
    }

    @Test
    void feedbackOnAnExtensionIsTaken() {
        callBack(Feedbacks.code("extension-1", "0000")).then().statusCode(204);

        assertThat(bed.freeze.recorded("extension-1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "<feedback/>",
                "{\"applicationId\":\"a\",\"applicationId\":\"b\",\"resultCode\":\"0301\"}"
            })
    void malformedBodyIsRefused(String body) {
        problem(callBack(body), 400, "INVALID_FEEDBACK").body("errors[0].detail", containsString("a JSON object"));
    }

    @Test
    void halfASuccessIsRefused() {
        problem(
                        callBack("{\"applicationId\": \"half\", \"resultCode\": \"0000\", \"balanceFen\": 1}"),
                        400,
                        "INVALID_FEEDBACK")
                .body("errors.field", hasItems("stoppedAt"));
    }

    @Test
    void unknownOrderIsNotFound() {
        bed.freeze.refuse("unknown-order", Status.NOT_FOUND.asRuntimeException());

        problem(callBack(Feedbacks.code("unknown-order", "0301")), 404, "ORDER_NOT_KNOWN");
    }

    @Test
    void refusalOfAccountFreezeIsPassedOnWithItsCode() {
        StatusRuntimeException refusal = StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.FAILED_PRECONDITION.value())
                .setMessage("the order was never sent")
                .addDetails(
                        Any.pack(ErrorInfo.newBuilder().setReason("NEVER_SENT").build()))
                .build());
        bed.freeze.refuse("refused", refusal);

        problem(callBack(Feedbacks.code("refused", "0301")), 422, "NEVER_SENT");
    }

    @Test
    void violationsThatAccountFreezeFindsArePassedOn() {
        bed.freeze.refuse(
                "invalid",
                Status.INVALID_ARGUMENT.withDescription("stopped_at: none").asRuntimeException());

        problem(callBack(Feedbacks.code("invalid", "0301")), 400, "INVALID_FEEDBACK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNKNOWN", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED"})
    void anythingElseOfAccountFreezeMeansCallAgain(Status.Code code) {
        String id = "trouble-" + code.value();
        bed.freeze.refuse(id, Status.fromCode(code).asRuntimeException());

        problem(callBack(Feedbacks.code(id, "0301")), 503, "UNAVAILABLE");
    }

    @Test
    void silenceOfAccountFreezeMeansCallAgain() {
        bed.freeze.keepSilentAbout("silence");

        Response response = callBack(Feedbacks.code("silence", "0301"));

        problem(response, 503, "UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void gatewayKnowsAtOnceWhenAccountFreezeIsBack() {
        bed.freeze.goAway();
        problem(callBack(Feedbacks.code("away", "0301")), 503, "UNAVAILABLE");
        for (int more = 0; more < 5; more++) {
            callBack(Feedbacks.code("away", "0301"));
        }

        bed.freeze.comeBack();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> callBack(Feedbacks.code("back", "0301")).statusCode() == 204);
    }

    @Test
    void messageOfMoreThanFourMebibytesIsRefused() {
        problem(callBack(Feedbacks.code("large", "0301") + " ".repeat(4 << 20)), 413, "REQUEST_ENTITY_TOO_LARGE");
    }

    @Test
    void messageOfMoreThanFourMebibytesInUnannouncedPartsIsRefused() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path(BANK) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] part = bytes("10000\r\n" + " ".repeat(0x10000) + "\r\n");
            for (int sent = 0; sent < 80; sent++) {
                out.write(part);
            }
            out.write(bytes("0\r\n\r\n"));
            out.flush();
            byte[] head = new byte[200];
            int read = socket.getInputStream().readNBytes(head, 0, head.length);

            assertThat(new String(head, 0, read, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413")
                    .contains(PROBLEM, "REQUEST_ENTITY_TOO_LARGE");
        }
    }

    @Test
    void messageInPartsIsTaken() throws Exception {
        byte[] body = bytes(Feedbacks.code("in-parts", "0301") + " ".repeat(100_000));
        Instant at = now();
        var request = java.net.http.HttpRequest.newBuilder(gateway.toURI().resolve(path(BANK)))
                .header("webhook-id", "m-1")
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", Bed.signature(BANK).sign("m-1", at, body))
                .expectContinue(true)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body)))
                .build();

        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(bed.freeze.recorded("in-parts")).hasSize(1);
    }

    @Test
    void messageOfAlmostFourMebibytesIsTaken() {
        callBack(Feedbacks.code("almost", "0301") + " ".repeat((4 << 20) - 100))
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/v1/institutions/x", "/nothing/here", "/q/nothing", "/v1/institutions/a%2Fb/feedbac"
            })
    void unknownPathIsAProblem(String path) {
        problem(given().urlEncodingEnabled(false).get(path), 404, "NOT_FOUND");
    }

    @Test
    void wrongMethodIsAProblem() {
        problem(given().get(path(BANK)), 405, "METHOD_NOT_ALLOWED");
        problem(given().delete(path(BANK)), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void requestThatIsNotHttpIsNotAnsweredWithHtml() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContainIgnoringCase("<html")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void healthIsUp() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", not(equalTo("")))
                .body(not(containsString("Exception")));
    }

    private static Response callBack(String feedback) {
        byte[] body = bytes(feedback);
        Instant at = now();
        return send(BANK, "m-1", at, Bed.signature(BANK).sign("m-1", at, body), body);
    }

    private static Response send(String bank, String id, Instant at, String signature, byte[] body) {
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .body(body)
                .post(path(bank));
    }

    private static String path(String bank) {
        return "/v1/institutions/" + bank + "/feedback";
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
