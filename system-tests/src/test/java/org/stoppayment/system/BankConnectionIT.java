package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoppayment.cli.command.Stoppay;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** A bank is connected to the running suite and tried, as the guide for banks says. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
class BankConnectionIT {

    private static final String CODE = "Z0000000000777";
    private static final Pattern APPLICATION_ID = Pattern.compile("\"applicationId\":\"([^\"]+)\"");

    private final RunningSuite running;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer bank;
    private volatile String secret = "";

    BankConnectionIT(RunningSuite running) {
        this.running = running;
    }

    @BeforeEach
    void openTheBank() throws IOException {
        bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bank.createContext("/", this::answer);
        bank.start();
    }

    @AfterEach
    void closeTheBank() {
        bank.stop(0);
    }

    @Test
    void aBankIsConnectedAndTriedWithoutARestartAndWithoutACase() throws SQLException {
        assertThat(run(
                        "bank",
                        "add",
                        "--code",
                        CODE,
                        "--name",
                        "我的银行",
                        "--kind",
                        "PAYMENT",
                        "--url",
                        "http://127.0.0.1:" + bank.getAddress().getPort()))
                .as(err::toString)
                .isZero();
        assertThat(run("bank", "secret", CODE)).isZero();

        assertThat(run("bank", "try", CODE)).isEqualTo(ExitCode.NOT_AS_EXPECTED);
        assertThat(out()).contains("SIGNATURE_REFUSED");

        assertThat(run("bank", "secret", CODE)).isZero();
        secret = out().strip();
        assertThat(run("bank", "try", CODE)).as(out::toString).isZero();
        assertThat(out()).contains("The institution answers as in the guide.").doesNotContain(secret);
        assertThat(received).contains("POST /v1/stops", "POST /v1/extensions", "POST /v1/lifts");
        assertThat(run("institutions", "list")).isZero();
        assertThat(out()).contains(CODE, "connected");
        assertThat(ordersToTheBank()).as("orders in the books").isZero();
    }

    private long ordersToTheBank() throws SQLException {
        try (Connection connection = running.suite().database().connect("stoppayment_freeze");
                PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM stop_order WHERE institution_code = ?")) {
            count.setString(1, CODE);
            ResultSet found = count.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        received.add(exchange.getRequestMethod() + " " + path);
        if (!isGenuine(exchange, body)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        Matcher id = APPLICATION_ID.matcher(new String(body, StandardCharsets.UTF_8));
        String answer = id.find()
                ? answers.computeIfAbsent(id.group(1), order -> feedback(order, path.equals("/v1/stops")))
                : answers.get(path.substring(path.lastIndexOf('/') + 1));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean isGenuine(HttpExchange exchange, byte[] body) {
        return !secret.isEmpty()
                && new WebhookSignature(secret)
                        .verify(
                                exchange.getRequestHeaders().getFirst(WebhookSignature.ID_HEADER),
                                exchange.getRequestHeaders().getFirst(WebhookSignature.TIMESTAMP_HEADER),
                                exchange.getRequestHeaders().getFirst(WebhookSignature.SIGNATURE_HEADER),
                                body,
                                SystemTime.SOURCE.instant());
    }

    private static String feedback(String order, boolean stop) {
        String stopped = ",\"balanceFen\":100,\"stoppedAt\":\""
                + SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.SECONDS) + "\"";
        return "{\"applicationId\":\"" + order + "\",\"resultCode\":\"0000\"" + (stop ? stopped : "") + "}";
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Stoppay.run(
                new Context(
                        console,
                        new ByteArrayInputStream(new byte[0]),
                        false,
                        Map.of(
                                "LANG",
                                "en_US.UTF-8",
                                "STOPPAY_STATE",
                                running.suite().directory().path().toString()),
                        Path.of("").toAbsolutePath(),
                        SystemTime.SOURCE),
                arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
