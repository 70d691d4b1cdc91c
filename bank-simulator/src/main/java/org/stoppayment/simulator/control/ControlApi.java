package org.stoppayment.simulator.control;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.Json;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.view.MagicAccountView;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.world.SettingsReader;

/** Routes requests of the control API by method and path. */
final class ControlApi {

    private static final Answer NO_CONTENT = new Answer(204, null);

    private final SimulatorControl simulator;

    /** An answer; its body is written as JSON, null for no body. */
    record Answer(int status, @Nullable Object body) {}

    ControlApi(SimulatorControl simulator) {
        this.simulator = simulator;
    }

    Answer handle(String method, URI uri, byte[] body) {
        List<String> path = Arrays.stream(uri.getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        String second = path.size() > 1 ? path.get(1) : "";
        return switch (method + " /" + shape(path)) {
            case "GET /health" -> new Answer(200, Map.of("status", "UP"));
            case "POST /worlds" -> new Answer(201, Map.of("worldId", simulator.loadWorld(body)));
            case "POST /worlds/*/start" -> start(second, body);
            case "GET /worlds/*/record" -> new Answer(200, simulator.worldRecord(second));
            case "GET /institutions" -> new Answer(200, simulator.institutions());
            case "GET /institutions/*" -> new Answer(200, simulator.institutionView(second));
            case "PATCH /institutions/*" -> configure(second, body);
            case "PUT /institutions/*/fault" -> setFault(second, body);
            case "DELETE /institutions/*/fault" -> clearFault(second);
            case "GET /orders" -> new Answer(200, simulator.orders());
            case "GET /orders/*" ->
                new Answer(200, simulator.order(last).orElseThrow(() -> new NotFound("applicationId", last)));
            case "GET /magic-accounts" -> new Answer(200, MagicAccountView.all());
            case "GET /accounts" -> new Answer(200, simulator.accounts(query(uri, "number")));
            case "DELETE /state" -> resetAll();
            default -> new Answer(404, Problem.of(404, "Not Found", "NO_SUCH_RESOURCE", "no such method and path"));
        };
    }

    /** The path with its second part, an id, replaced by an asterisk. */
    private static String shape(List<String> path) {
        String[] parts = path.toArray(new String[0]);
        if (parts.length > 1) {
            parts[1] = "*";
        }
        return String.join("/", parts);
    }

    private Answer start(String worldId, byte[] body) {
        FieldReader fields = FieldReader.ofMessage(Json.object(body));
        Instant t0 = fields.required("t0").moment().orElse(Instant.EPOCH);
        fields.throwIfInvalid();
        simulator.startWorld(worldId, t0);
        return NO_CONTENT;
    }

    private Answer configure(String code, byte[] body) {
        FieldReader fields = FieldReader.ofMessage(Json.object(body));
        Optional<Mode> mode = SettingsReader.mode(fields);
        Optional<ResponseMillis> responseMillis = SettingsReader.responseMillis(fields);
        Optional<Boolean> open = fields.optional("open").flag();
        fields.throwIfInvalid();
        simulator.configure(code, mode, responseMillis, open);
        return NO_CONTENT;
    }

    private Answer setFault(String code, byte[] body) {
        FieldReader fields = FieldReader.ofMessage(Json.object(body));
        FaultKind kind = fields.required("kind").oneOf(FaultKind.values()).orElse(FaultKind.NONE);
        boolean books = fields.optional("books").flag().orElse(kind.booksByDefault());
        Optional<Integer> times = fields.optional("times").int64(1, 1_000_000).map(Math::toIntExact);
        if (times.isPresent() && kind == FaultKind.DOWN) {
            fields.reject("times", "NOT_POSSIBLE", "given", "absent with DOWN, which no message meets");
        }
        int delayMillis = fields.optional("delayMillis")
                .int64(0, Fault.MAX_DELAY_MILLIS)
                .map(Math::toIntExact)
                .orElse(0);
        boolean inquiries = fields.optional("inquiries").flag().orElse(false);
        fields.throwIfInvalid();
        simulator.setFault(code, new Fault(kind, books, times.orElse(null), delayMillis, inquiries));
        return NO_CONTENT;
    }

    private Answer clearFault(String code) {
        simulator.clearFault(code);
        return NO_CONTENT;
    }

    private Answer resetAll() {
        simulator.resetAll();
        return NO_CONTENT;
    }

    private static String query(URI uri, String name) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(name, "MISSING", name + ": absent (expected: ?" + name + "=…)"));
    }
}
