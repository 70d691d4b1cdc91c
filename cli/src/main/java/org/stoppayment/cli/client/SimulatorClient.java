package org.stoppayment.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.Violation;

/** Client of the simulator's control API. Thread-safe. */
public final class SimulatorClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MIN_CLIENT_ERROR = 400;
    private static final int MIN_SERVER_ERROR = 500;

    private final URI control;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** A client of the simulator whose control is at {@code http://host:port}. */
    public SimulatorClient(URI control) {
        this.control = control;
    }

    /** Loads a world and answers its id. */
    public String load(JsonNode world) {
        return call("POST", "/worlds", world).path("worldId").asText();
    }

    /** Starts a world's clock: its moves are counted from {@code t0}. */
    public void start(String worldId, Instant t0) {
        call("POST", "/worlds/" + encoded(worldId) + "/start", Map.of("t0", t0));
    }

    /** The state of a world. */
    public SimulatedWorld world(String worldId) {
        return read("/worlds/" + encoded(worldId) + "/record", SimulatedWorld.class);
    }

    /** All orders that the institutions received. */
    public List<SimulatedOrder> orders() {
        return List.of(read("/orders", SimulatedOrder[].class));
    }

    /** All institutions. */
    public List<SimulatedInstitution> institutions() {
        return List.of(read("/institutions", SimulatedInstitution[].class));
    }

    /** The accounts that behave in a fixed way at every institution. */
    public List<MagicAccount> magicAccounts() {
        return List.of(read("/magic-accounts", MagicAccount[].class));
    }

    /** The accounts of this number, as the institutions hold them. */
    public JsonNode accounts(String number) {
        return call("GET", "/accounts?number=" + encoded(number));
    }

    /** Sets the fault of an institution, such as {@code {"kind":"HANG"}}. */
    public void misbehave(String institutionCode, Map<String, ?> fault) {
        call("PUT", "/institutions/" + encoded(institutionCode) + "/fault", fault);
    }

    /** Clears the fault of an institution. */
    public void behave(String institutionCode) {
        call("DELETE", "/institutions/" + encoded(institutionCode) + "/fault");
    }

    /** Changes an institution, such as {@code {"mode":"ASYNC"}}. */
    public void change(String institutionCode, Map<String, ?> change) {
        call("PATCH", "/institutions/" + encoded(institutionCode), change);
    }

    private <T> T read(String path, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(call("GET", path), type);
        } catch (JsonProcessingException e) {
            throw CliException.failed(SimulatorText.UNREADABLE_ANSWER, "GET", path);
        }
    }

    private JsonNode call(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    private JsonNode call(String method, String path, Object body) {
        return send(method, path, BodyPublishers.ofString(Json.of(body)));
    }

    private JsonNode send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= MIN_CLIENT_ERROR) {
                throw refusal(response);
            }
            return Json.MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw CliException.failed(SimulatorText.UNREADABLE_ANSWER, method, path);
        } catch (IOException e) {
            throw CliException.failed(SimulatorText.UNREACHABLE, control, Hint.of("status"));
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        }
    }

    /** Errors are problem documents (RFC 9457). A client error is a wrong input file. */
    private static CliException refusal(HttpResponse<String> response) {
        int code = response.statusCode() < MIN_SERVER_ERROR ? ExitCode.USAGE : ExitCode.FAILED;
        try {
            JsonNode problem = Json.MAPPER.readTree(response.body());
            String detail = problem.path("detail").asText(problem.path("title").asText(""));
            StringBuilder fields = new StringBuilder();
            for (JsonNode error : problem.path("errors")) {
                Violation wrong = new Violation(
                        error.path("field").asText(), "", error.path("detail").asText());
                fields.append("\n  ").append(wrong.inWords());
            }
            return new CliException(
                    code,
                    detail.isEmpty()
                            ? Text.of(SimulatorText.REFUSED, response.statusCode(), fields)
                            : Text.of(SimulatorText.REFUSED_BECAUSE, response.statusCode(), detail, fields));
        } catch (JsonProcessingException e) {
            return new CliException(code, Text.of(SimulatorText.REFUSED, response.statusCode(), ""));
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
