package org.stoppayment.cli.command.duty;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.AlertState;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Selects alerts. */
final class AlertFilterOptions {

    /** The states to filter by. */
    enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED,
        ALL
    }

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only alerts of this kind, such as order_manual; several with commas.")
    private List<AlertKind> kinds = new ArrayList<>();

    @Option(
            names = "--is",
            paramLabel = "STATE",
            defaultValue = "open",
            description = "open, acknowledged, closed or all. Default: ${DEFAULT-VALUE}.")
    private State state = State.OPEN;

    @Option(names = "--case", paramLabel = "CASE", description = "Only alerts of this case.")
    private String caseId = "";

    @Option(
            names = "--institution",
            paramLabel = "CODE",
            description = "Only alerts about accounts at this institution.")
    private String institution = "";

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Only alerts raised within this time, such as 30m or 12h.")
    private @Nullable Duration since;

    /** A request with these filters. */
    ListAlertsRequest.Builder request(InstantSource clock) {
        ListAlertsRequest.Builder request = ListAlertsRequest.newBuilder()
                .addAllKinds(kinds)
                .addAllStates(states())
                .setCaseId(caseId)
                .setInstitutionCode(institution);
        if (since != null) {
            Instant from = clock.instant().minus(since);
            request.setSince(
                    Timestamp.newBuilder().setSeconds(from.getEpochSecond()).setNanos(from.getNano()));
        }
        return request;
    }

    private List<AlertState> states() {
        return state == State.ALL
                ? List.of(
                        AlertState.ALERT_STATE_OPEN, AlertState.ALERT_STATE_ACKNOWLEDGED, AlertState.ALERT_STATE_CLOSED)
                : List.of(AlertState.valueOf("ALERT_STATE_" + state.name()));
    }

    /** Reads the kinds of alerts. */
    static final class KindConverter implements ITypeConverter<AlertKind> {

        @Override
        public AlertKind convert(String text) {
            return Arrays.stream(AlertKind.values())
                    .filter(KindConverter::isSent)
                    .filter(kind -> Vocabulary.shortName(kind).equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(text + " (expected: one of "
                            + Arrays.stream(AlertKind.values())
                                    .filter(KindConverter::isSent)
                                    .map(kind -> Vocabulary.shortName(kind).toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))
                            + ")"));
        }

        private static boolean isSent(AlertKind kind) {
            return kind != AlertKind.UNRECOGNIZED && kind != AlertKind.ALERT_KIND_UNSPECIFIED;
        }
    }
}
