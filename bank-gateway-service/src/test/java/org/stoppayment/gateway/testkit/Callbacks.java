package org.stoppayment.gateway.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** Calls the gateway back, as an institution does, and looks at what it answers. */
public final class Callbacks {

    /** Media type of a problem document. */
    public static final String PROBLEM = "application/problem+json";

    private Callbacks() {}

    /** The answer is a problem document with this status and code, and tells nothing of our insides. */
    public static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", not(equalTo("")))
                .body(not(containsString("Exception")));
    }

    /** Calls back with this feedback, rightly signed. */
    public static Response callBack(String bank, String feedback) {
        byte[] body = bytes(feedback);
        Instant at = now();
        return send(bank, "m-1", at, Bed.signature(bank).sign("m-1", at, body), body);
    }

    /** Sends a message with everything said explicitly. */
    public static Response send(String bank, String id, Instant at, String signature, byte[] body) {
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .body(body)
                .post(path(bank));
    }

    public static String path(String bank) {
        return "/v1/institutions/" + bank + "/feedback";
    }

    public static Instant now() {
        return InstantSource.system().instant();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
