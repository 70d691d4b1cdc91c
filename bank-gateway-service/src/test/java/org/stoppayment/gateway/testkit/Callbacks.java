package org.stoppayment.gateway.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.config.SSLConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stoppayment.kit.testing.ReadyService;
import org.stoppayment.kit.testing.TestCertificates;

/** Sends callbacks as an institution. */
public final class Callbacks {

    /** The content type of problems. */
    public static final String PROBLEM = "application/problem+json";

    /** The bank that calls. */
    public static final String BANK = TestBed.code(1);

    private Callbacks() {}

    /** Asserts that the answer is a problem with this status and code, without internal information. */
    public static ValidatableResponse assertProblem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", not(equalTo("")))
                .body(not(containsString("Exception")));
    }

    /** Sends a callback of {@link #BANK} with a valid signature. */
    public static Response callBack(String feedback) {
        byte[] body = bytes(feedback);
        Instant at = now();
        return send(BANK, "m-1", at, TestBed.signature(BANK).sign("m-1", at, body), body);
    }

    /** Sends a callback of a bank with these headers. */
    public static Response send(String bank, String id, Instant at, String signature, byte[] body) {
        return post(bank, path(bank), id, at, signature, body);
    }

    /** Sends a callback of {@link #BANK} to a path with these headers. */
    public static Response post(String path, String id, Instant at, String signature, byte[] body) {
        return post(BANK, path, id, at, signature, body);
    }

    private static Response post(String caller, String path, String id, Instant at, String signature, byte[] body) {
        return as(caller)
                .contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .body(body)
                .post(path);
    }

    /** A request with the certificate of a bank. */
    public static RequestSpecification as(String bank) {
        return given().config(RestAssured.config()
                        .sslConfig(SSLConfig.sslConfig()
                                .sslSocketFactory(new SSLSocketFactory(
                                        TestCertificates.context(TestCertificates.institution(bank)),
                                        SSLSocketFactory.STRICT_HOSTNAME_VERIFIER))))
                .baseUri("https://localhost:"
                        + ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class));
    }

    /** A request of health or metrics. */
    public static RequestSpecification management() {
        return given().baseUri(ReadyService.management());
    }

    /** The path that a bank calls back. */
    public static String path(String bank) {
        return "/v1/institutions/" + bank + "/feedback";
    }

    /** The current time. */
    public static Instant now() {
        return InstantSource.system().instant();
    }

    /** The text in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
