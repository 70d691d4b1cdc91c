package org.stoppayment.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.intake.domain.CaseStatus.Move;
import org.stoppayment.kernel.ServiceException.Refusal;

/** Every status with every move, against a table that was written from the domain's rules and not from the code. */
class CaseStatusTest {

    private static final Path DIAGRAM = Path.of("..", "docs", "states", "case.puml");

    @ParameterizedTest
    @CsvSource({
        "OPEN,   SUPPLEMENT,     OPEN",
        "OPEN,   FILE,           FILED",
        "OPEN,   CORRECT_FILING, CASE_NOT_FILED",
        "OPEN,   CLOSE,          CASE_NOT_FILED",
        "OPEN,   WITHDRAW,       CLOSED",
        "FILED,  SUPPLEMENT,     FILED",
        "FILED,  FILE,           CASE_FILED",
        "FILED,  CORRECT_FILING, FILED",
        "FILED,  CLOSE,          CLOSED",
        "FILED,  WITHDRAW,       CLOSED",
        "CLOSED, SUPPLEMENT,     CASE_CLOSED",
        "CLOSED, FILE,           CASE_CLOSED",
        "CLOSED, CORRECT_FILING, CASE_CLOSED",
        "CLOSED, CLOSE,          CASE_CLOSED",
        "CLOSED, WITHDRAW,       CASE_CLOSED"
    })
    void everyMoveDoesInEveryStatusWhatTheRulesSay(CaseStatus from, Move move, String expected) {
        Optional<CaseStatus> next = from.after(move);

        if (expected.startsWith("CASE_")) {
            assertThat(next).isEmpty();
            assertThatThrownBy(() -> from.after(move, Reported.CASE)).isInstanceOfSatisfying(Refusal.class, refused -> {
                assertThat(refused.code()).isEqualTo(expected);
                assertThat(refused).hasMessageContaining("is " + from + " (expected: ");
            });
        } else {
            assertThat(next).contains(CaseStatus.valueOf(expected));
            assertThat(from.after(move, Reported.CASE)).isEqualTo(CaseStatus.valueOf(expected));
        }
    }

    @Test
    void everyPairIsInTheTableAbove() throws NoSuchMethodException {
        String[] pairs = CaseStatusTest.class
                .getDeclaredMethod(
                        "everyMoveDoesInEveryStatusWhatTheRulesSay", CaseStatus.class, Move.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(pairs)
                .hasSize(CaseStatus.values().length * Move.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void diagramIsDrawnFromTheTable() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(DIAGRAM, diagram());
        }

        assertThat(DIAGRAM)
                .as("draw it anew with: mvn -pl case-intake-service test -Dtest=CaseStatusTest -Dregenerate=true")
                .content()
                .isEqualTo(diagram());
    }

    private static String diagram() {
        List<String> lines = new ArrayList<>(List.of(
                "@startuml",
                "' Drawn by CaseStatusTest from CaseStatus; do not edit.",
                "title The case at the police: filing (立案), closing (结案), withdrawal (撤案)",
                "hide empty description",
                "[*] --> OPEN : REPORT"));
        for (CaseStatus from : CaseStatus.values()) {
            Map<CaseStatus, List<String>> moves = new EnumMap<>(CaseStatus.class);
            for (Move move : Move.values()) {
                from.after(move).ifPresent(to -> moves.computeIfAbsent(to, first -> new ArrayList<>())
                        .add(move.name()));
            }
            moves.forEach((to, names) -> lines.add(from + " --> " + to + " : " + String.join("\\n", names)));
        }
        lines.add("CLOSED --> [*]");
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }
}
