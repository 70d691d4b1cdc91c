package org.stoppayment.cli.suite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.postgres.DatabaseServer;

/**
 * Reads {@code suite.json}. Every command begins with it, so that it does without the data binding of Jackson, whose classes take
 * longer to load than a query takes. Unknown fields are ignored, so that a newer command may write more.
 */
final class SuiteStateParser {

    private final Path file;

    private SuiteStateParser(Path file) {
        this.file = file;
    }

    /**
     * The state in a file.
     *
     * @throws CliException when it is not JSON, or a field is missing or has another form
     */
    static SuiteState parse(Path file) throws IOException {
        SuiteStateParser state = new SuiteStateParser(file);
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            return state.state(state.map("", value(parser)));
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw state.unreadable(at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr());
        }
    }

    /** The value at which the parser stands: a map, a list, a text, or the text of a number or a constant. */
    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return String.valueOf(parser.getText());
    }

    private SuiteState state(Map<?, ?> state) {
        Map<String, Map<String, String>> environment =
                mapOf(state, "environment", each -> texts(map("environment", each)));
        return new SuiteState(
                text(state, "home"),
                moment(state, "startedAt"),
                ports(map(state, "ports")),
                database(map(state, "database")),
                Boolean.parseBoolean(text(state, "ownsDatabase")),
                environment,
                mapOf(state, "processes", each -> process(map("processes", each))));
    }

    private Ports ports(Map<?, ?> ports) {
        return new Ports(
                services(map(ports, "grpc")),
                services(map(ports, "management")),
                port("postgres", ports.get("postgres")),
                list(ports, "institutions").stream()
                        .map(each -> port("institutions", each))
                        .toList());
    }

    private Map<ServiceName, Integer> services(Map<?, ?> ports) {
        Map<ServiceName, Integer> services = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            if (ports.containsKey(service.name())) {
                services.put(service, port(service.name(), ports.get(service.name())));
            }
        }
        return services;
    }

    private DatabaseServer database(Map<?, ?> database) {
        return new DatabaseServer(
                text(database, "host"),
                port("port", database.get("port")),
                text(database, "user"),
                text(database, "password"));
    }

    private RecordedProcess process(Map<?, ?> process) {
        return new RecordedProcess(parsed("pid", text(process, "pid"), Long::parseLong), moment(process, "startedAt"));
    }

    private static Map<String, String> texts(Map<?, ?> texts) {
        Map<String, String> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(String.valueOf(name), String.valueOf(text)));
        return all;
    }

    private <T> Map<String, T> mapOf(Map<?, ?> of, String field, Function<Object, T> value) {
        Map<String, T> all = new LinkedHashMap<>();
        map(of, field).forEach((name, each) -> all.put(String.valueOf(name), value.apply(each)));
        return all;
    }

    private Map<?, ?> map(Map<?, ?> of, String field) {
        return map(field, of.get(field));
    }

    private Map<?, ?> map(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw unreadable(": " + field);
    }

    private List<?> list(Map<?, ?> of, String field) {
        if (of.get(field) instanceof List<?> list) {
            return list;
        }
        throw unreadable(": " + field);
    }

    private String text(Map<?, ?> of, String field) {
        if (of.get(field) instanceof String text) {
            return text;
        }
        throw unreadable(": " + field);
    }

    private Instant moment(Map<?, ?> of, String field) {
        return parsed(field, text(of, field), Instant::parse);
    }

    private int port(String field, @Nullable Object value) {
        return parsed(field, String.valueOf(value), Integer::parseInt);
    }

    private <T> T parsed(String field, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeException invalid) {
            throw unreadable(": " + field);
        }
    }

    /** {@code place} is a position, or the field that is wrong. Its value may be a password. */
    private CliException unreadable(String place) {
        return CliException.failed(SuiteText.STATE_UNREADABLE, file + place);
    }
}
