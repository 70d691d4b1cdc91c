package org.stoppayment.freeze.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.domain.StopOrderEvent.Kind;

/** The diagram in the documents is what the table says. */
class StateDiagramTest {

    private static final Path DIAGRAM = Path.of("..", "docs", "states", "stop-order.puml");

    @Test
    void diagramOfTheStopOrderIsDrawnFromItsTable() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(DIAGRAM.getParent());
            Files.writeString(DIAGRAM, diagram());
        }

        assertThat(DIAGRAM)
                .as("draw it anew with: mvn -pl account-freeze-service test -Dtest=StateDiagramTest -Dregenerate=true")
                .content()
                .isEqualTo(diagram());
    }

    private static String diagram() {
        List<String> lines = new ArrayList<>();
        lines.add("@startuml");
        lines.add("' Drawn by StateDiagramTest from StopOrderTransitions; do not edit.");
        lines.add("title The stop order (紧急止付)");
        lines.add("hide empty description");
        lines.add("[*] --> QUEUED : PLACED");
        for (Phase from : Phase.values()) {
            Map<Phase, List<String>> events = new EnumMap<>(Phase.class);
            for (Kind kind : Kind.values()) {
                StopOrderTransitions.target(from, kind)
                        .ifPresent(to -> events.computeIfAbsent(to, first -> new ArrayList<>())
                                .add(kind.name()));
            }
            events.forEach((to, kinds) -> lines.add(from + " --> " + to + " : " + String.join("\\n", kinds)));
        }
        Arrays.stream(Phase.values())
                .filter(phase -> !phase.isLive() || phase == Phase.FROZEN)
                .forEach(phase -> lines.add(phase + " --> [*]"));
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }
}
