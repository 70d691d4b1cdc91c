package org.stoppayment.gateway.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stoppayment.gateway.testkit.RawServer.Manner;
import org.stoppayment.kernel.AnswerTime;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kit.testing.Ports;

/**
 * The world around the gateway: institutions and account-freeze, each on a socket of its own. Institutions named by number
 * share one WireMock server, each under its own path; those named by what they do are raw servers.
 */
public final class Bed implements AutoCloseable {

    /** Institutions on WireMock: one for each test, so that no test meets another's circuit. */
    public static final int INSTITUTIONS = 65;

    /** From this number on, an institution's time-out is short. */
    public static final int FIRST_SLOW = 60;

    /** For tests in which the time-out must come. */
    private static final String SHORT = "PT0.6S";
    /** For tests in which it must not: the longest that a registry may name. */
    private static final String AMPLE = AnswerTime.LONGEST.toString();

    public final WireMockServer bank = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .containerThreads(60));
    public final FakeFreeze freeze = new FakeFreeze();
    public final HoldingServer holding = new HoldingServer();
    public final HoldingServer slow = new HoldingServer();
    private final Map<Manner, RawServer> raw = new TreeMap<>();
    private final Path registry;

    public Bed() {
        bank.start();
        for (Manner manner : Manner.values()) {
            raw.put(manner, new RawServer(manner));
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

    public RawServer raw(Manner manner) {
        return raw.get(manner);
    }

    /** Code of the institution on WireMock with this number. */
    public static String code(int number) {
        return "Z%013d".formatted(number);
    }

    /** Code of the institution that is a raw server. */
    public static String code(Manner manner) {
        return code(800 + manner.ordinal());
    }

    /** Code of the institution where nobody listens. */
    public static String refusing() {
        return code(900);
    }

    /** Code of the institution whose host has no address. */
    public static String unresolved() {
        return code(901);
    }

    /** Code of a second hanging institution: one call at once, one that waits. */
    public static String hangingWithRoomForTwo() {
        return code(902);
    }

    /** Code of a third hanging institution: one call at once, many that wait. */
    public static String hangingWithALongQueue() {
        return code(903);
    }

    /** Code of a hanging institution that is waited for for long. */
    public static String hangingForLong() {
        return code(906);
    }

    /** Code of the institution that {@link #slow} is. */
    public static String slow() {
        return code(908);
    }

    /** Code of an institution that takes three calls a second. */
    public static String threeCallsASecond() {
        return code(904);
    }

    /** Code of the institution that takes one call at a time, and holds it. */
    public static String oneAtATime() {
        return code(907);
    }

    /** Code of an institution that is spoken to by TLS and does not speak it. */
    public static String notSpeakingTls() {
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
                        number < FIRST_SLOW ? AMPLE : SHORT,
                        ""));
        raw.forEach((manner, server) -> entry(
                yaml,
                code(manner),
                "http://127.0.0.1:" + server.port(),
                manner == Manner.HANG || manner == Manner.SLOW_BODY ? SHORT : AMPLE,
                ""));
        int hanging = raw(Manner.HANG).port();
        entry(yaml, refusing(), "http://127.0.0.1:" + Ports.free(), AMPLE, "");
        entry(yaml, unresolved(), "http://bank.invalid", AMPLE, "");
        entry(yaml, hangingWithRoomForTwo(), "http://127.0.0.1:" + hanging, SHORT, "concurrency: 1, queue: 1, ");
        entry(
                yaml,
                hangingWithALongQueue(),
                "http://127.0.0.1:" + hanging,
                SHORT,
                "concurrency: 1, queue: 4096, callsPerSecond: 100000, ");
        entry(
                yaml,
                threeCallsASecond(),
                "http://127.0.0.1:" + bank.port() + "/" + threeCallsASecond(),
                AMPLE,
                "callsPerSecond: 3, ");
        entry(yaml, oneAtATime(), "http://127.0.0.1:" + holding.port(), AMPLE, "concurrency: 1, queue: 16, ");
        entry(yaml, hangingForLong(), "http://127.0.0.1:" + hanging, AMPLE, "");
        entry(yaml, slow(), "http://127.0.0.1:" + slow.port(), AMPLE, "");
        entry(yaml, notSpeakingTls(), "https://127.0.0.1:" + bank.port(), AMPLE, "");
        return yaml.toString();
    }

    private static void entry(StringBuilder yaml, String code, String endpoint, String timeout, String limits) {
        yaml.append(
                "  - {code: %s, name: 银行, englishName: Bank, kind: PAYMENT, endpoint: \"%s\", secret: %s, limits: {%stimeout: %s}}%n"
                        .formatted(code, endpoint, secret(code), limits, timeout));
    }

    @Override
    public void close() throws IOException {
        bank.stop();
        freeze.goAway();
        holding.close();
        slow.close();
        for (RawServer server : raw.values()) {
            server.close();
        }
        Files.deleteIfExists(registry);
    }
}
