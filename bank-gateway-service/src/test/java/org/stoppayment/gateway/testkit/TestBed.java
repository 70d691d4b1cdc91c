package org.stoppayment.gateway.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.kernel.InstitutionTimeout;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kit.testing.Ports;

/**
 * The institutions, the account-freeze and the fund-recovery that surround the gateway under test, each on a socket. Institutions with a number share
 * one WireMock server, each with its own path; those with a behaviour are raw servers.
 */
public final class TestBed implements AutoCloseable {

    /** Number of institutions on WireMock: one for each test, so that tests do not share circuits. */
    public static final int INSTITUTIONS = 65;

    /** From this number on, an institution's time-out is short. */
    public static final int FIRST_WITH_SHORT_TIMEOUT = 60;

    /** For tests of the time-out. */
    private static final String SHORT_TIMEOUT = "PT0.6S";
    /** For tests without time-out: the maximum that a registry may have. */
    private static final String LONG_TIMEOUT = InstitutionTimeout.MAX.toString();

    public final WireMockServer bank = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .containerThreads(60));
    public final FakeFreeze freeze = new FakeFreeze();
    public final FakeRecovery recovery = new FakeRecovery();
    public final HoldingServer holding = new HoldingServer();
    public final HoldingServer slow = new HoldingServer();
    public final HoldingServer queueing = new HoldingServer();
    public final HoldingServer paying = new HoldingServer();
    private final Map<Behaviour, RawServer> raw = new TreeMap<>();
    private final Path registry;

    public TestBed() {
        bank.start();
        for (Behaviour behaviour : Behaviour.values()) {
            raw.put(behaviour, new RawServer(behaviour));
        }
        try {
            registry = Files.createTempFile("institutions", ".yaml");
            Files.writeString(registry, yaml());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    public Path registry() {
        return registry;
    }

    public RawServer raw(Behaviour behaviour) {
        return raw.get(behaviour);
    }

    /** Code of the institution on WireMock with this number. */
    public static String code(int number) {
        return "Z%013d".formatted(number);
    }

    /** Code of the institution that is a raw server. */
    public static String code(Behaviour behaviour) {
        return code(800 + behaviour.ordinal());
    }

    /** Code of the institution that refuses connections. */
    public static String refusing() {
        return code(900);
    }

    /** Code of the institution whose host has no address. */
    public static String unresolved() {
        return code(901);
    }

    /** Code of a hanging institution with one running and one queued call at most. */
    public static String hangingWithQueueOfOne() {
        return code(902);
    }

    /** Code of a hanging institution with one running call at most and a long queue. */
    public static String hangingWithLongQueue() {
        return code(903);
    }

    /** Code of a hanging institution with a long time-out. */
    public static String hangingWithLongTimeout() {
        return code(906);
    }

    /** Code of the institution that is served by {@link #slow}. */
    public static String slow() {
        return code(908);
    }

    /** Code of an institution with three calls per second at most. */
    public static String withThreeCallsPerSecond() {
        return code(904);
    }

    /** Code of the institution with one running call at most, served by {@link #holding}. */
    public static String withOneConcurrentCall() {
        return code(907);
    }

    /** Code of the institution with one running call and four queued ones at most, served by {@link #queueing}. */
    public static String withShortQueue() {
        return code(909);
    }

    /** Code of the institution on WireMock that answers queries. */
    public static String queried() {
        return code(910);
    }

    /** Code of the institution on WireMock that fails to answer queries. */
    public static String queriedInVain() {
        return code(911);
    }

    /** Code of the institution on WireMock that takes every query. */
    public static String queriedForForm() {
        return code(912);
    }

    /** Code of the institution on WireMock that takes refunds. */
    public static String refunding() {
        return code(913);
    }

    /** Code of the institution with one running call at most, served by {@link #paying}. */
    public static String payingOneAtATime() {
        return code(914);
    }

    /** Code of the institution on WireMock with a short time-out that takes refunds. */
    public static String refundingTooLate() {
        return code(915);
    }

    /** Code of an institution that is called with TLS but does not support it. */
    public static String withoutTls() {
        return code(905);
    }

    public static String secret(String code) {
        return "whsec_"
                + Base64.getEncoder().encodeToString(("a secret shared with " + code).getBytes(StandardCharsets.UTF_8));
    }

    public static WebhookSignature signature(String code) {
        return new WebhookSignature(secret(code));
    }

    private String yaml() {
        StringBuilder yaml = new StringBuilder("defaults: {timeout: PT0.6S}\ninstitutions:\n");
        IntStream.range(0, INSTITUTIONS)
                .forEach(number -> entry(
                        yaml,
                        code(number),
                        "http://127.0.0.1:" + bank.port() + "/" + code(number),
                        number < FIRST_WITH_SHORT_TIMEOUT ? LONG_TIMEOUT : SHORT_TIMEOUT,
                        ""));
        raw.forEach((behaviour, server) -> entry(
                yaml,
                code(behaviour),
                "http://127.0.0.1:" + server.port(),
                behaviour == Behaviour.HANG || behaviour == Behaviour.SLOW_BODY ? SHORT_TIMEOUT : LONG_TIMEOUT,
                ""));
        int hanging = raw(Behaviour.HANG).port();
        entry(yaml, refusing(), "http://127.0.0.1:" + Ports.free(), LONG_TIMEOUT, "");
        entry(yaml, unresolved(), "http://bank.invalid", LONG_TIMEOUT, "");
        entry(
                yaml,
                hangingWithQueueOfOne(),
                "http://127.0.0.1:" + hanging,
                SHORT_TIMEOUT,
                "concurrency: 1, queue: 1, ");
        entry(
                yaml,
                hangingWithLongQueue(),
                "http://127.0.0.1:" + hanging,
                SHORT_TIMEOUT,
                "concurrency: 1, queue: 4096, callsPerSecond: 100000, ");
        entry(
                yaml,
                withThreeCallsPerSecond(),
                "http://127.0.0.1:" + bank.port() + "/" + withThreeCallsPerSecond(),
                LONG_TIMEOUT,
                "callsPerSecond: 3, ");
        entry(
                yaml,
                withOneConcurrentCall(),
                "http://127.0.0.1:" + holding.port(),
                LONG_TIMEOUT,
                "concurrency: 1, queue: 16, ");
        entry(
                yaml,
                withShortQueue(),
                "http://127.0.0.1:" + queueing.port(),
                LONG_TIMEOUT,
                "concurrency: 1, queue: 4, ");
        entry(yaml, hangingWithLongTimeout(), "http://127.0.0.1:" + hanging, LONG_TIMEOUT, "");
        entry(yaml, slow(), "http://127.0.0.1:" + slow.port(), LONG_TIMEOUT, "");
        for (String code : List.of(queried(), queriedInVain(), queriedForForm(), refunding())) {
            entry(yaml, code, "http://127.0.0.1:" + bank.port() + "/" + code, LONG_TIMEOUT, "");
        }
        entry(
                yaml,
                payingOneAtATime(),
                "http://127.0.0.1:" + paying.port(),
                LONG_TIMEOUT,
                "concurrency: 1, queue: 16, ");
        entry(
                yaml,
                refundingTooLate(),
                "http://127.0.0.1:" + bank.port() + "/" + refundingTooLate(),
                SHORT_TIMEOUT,
                "");
        entry(yaml, withoutTls(), "https://127.0.0.1:" + bank.port(), LONG_TIMEOUT, "");
        return yaml.toString();
    }

    private static void entry(StringBuilder yaml, String code, String endpoint, String timeout, String limits) {
        yaml.append(
                "  - {code: %s, name: 银行, shortName: 行, englishName: Bank, kind: PAYMENT, endpoint: \"%s\", secret: %s, limits: {%stimeout: %s}}%n"
                        .formatted(code, endpoint, secret(code), limits, timeout));
    }

    @Override
    public void close() throws IOException {
        bank.stop();
        freeze.stop();
        recovery.stop();
        holding.close();
        slow.close();
        queueing.close();
        paying.close();
        for (RawServer server : raw.values()) {
            server.close();
        }
        Files.deleteIfExists(registry);
    }
}
