package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.AmendmentTransitions;
import org.stoppayment.freeze.holds.domain.FreezeEvent;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.holds.domain.FreezeTransitions;
import org.stoppayment.freeze.objections.domain.ObjectionEvent;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.objections.domain.ObjectionTransitions;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;
import org.stoppayment.freeze.queries.domain.QueryEvent;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.queries.domain.QueryTransitions;

/** The diagrams in the documents are what the tables say. */
class StateDiagramTest {

    private static final Path DIAGRAMS = Path.of("..", "docs", "states");

    @Test
    void diagramOfTheStopOrderIsDrawnFromItsTable() throws IOException {
        assertDrawn(
                "stop-order.puml",
                diagram(
                        StopOrderTransitions.class,
                        "The stop order (紧急止付)",
                        "PLACED",
                        Phase.class,
                        Kind.class,
                        StopOrderTransitions::target,
                        phase -> !phase.isLive()));
    }

    @Test
    void diagramOfTheAmendmentIsDrawnFromItsTable() throws IOException {
        assertDrawn(
                "amendment.puml",
                diagram(
                        AmendmentTransitions.class,
                        "The amendment of a stop: its lift, its extension (止付延期), its paperwork (后补止付流程)",
                        "ORDERED",
                        AmendmentState.class,
                        AmendmentEvent.Kind.class,
                        AmendmentTransitions::target,
                        state -> state == AmendmentState.DONE || state == AmendmentState.DECLINED));
    }

    @Test
    void diagramOfTheFreezeIsDrawnFromItsTable() throws IOException {
        assertDrawn(
                "freeze.puml",
                diagram(
                        FreezeTransitions.class,
                        "The freeze (冻结)",
                        "ORDERED",
                        FreezeState.class,
                        FreezeEvent.Kind.class,
                        FreezeTransitions::target,
                        FreezeState::hasEnded));
    }

    @Test
    void diagramOfTheObjectionIsDrawnFromItsTable() throws IOException {
        assertDrawn(
                "objection.puml",
                diagram(
                        ObjectionTransitions.class,
                        "The objection to a hold (异议)",
                        "OPENED",
                        ObjectionState.class,
                        ObjectionEvent.class,
                        ObjectionTransitions::target,
                        ObjectionState::isClosed));
    }

    @Test
    void diagramOfTheQueryIsDrawnFromItsTable() throws IOException {
        assertDrawn(
                "query.puml",
                diagram(
                        QueryTransitions.class,
                        "The query (即时查询)",
                        "ORDERED",
                        QueryState.class,
                        QueryEvent.Kind.class,
                        QueryTransitions::target,
                        state -> !state.isUndecided()));
    }

    private static void assertDrawn(String name, String diagram) throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(DIAGRAMS);
            Files.writeString(DIAGRAMS.resolve(name), diagram);
        }
        assertThat(DIAGRAMS.resolve(name))
                .as("draw it anew with: mvn -pl account-freeze-service test -Dtest=StateDiagramTest -Dregenerate=true")
                .content()
                .isEqualTo(diagram);
    }

    private static <S extends Enum<S>, E extends Enum<E>> String diagram(
            Class<?> table,
            String title,
            String beginning,
            Class<S> states,
            Class<E> kinds,
            BiFunction<S, E, Optional<S>> target,
            Predicate<S> isEnd) {
        List<S> all = List.of(states.getEnumConstants());
        List<String> lines = new ArrayList<>();
        lines.add("@startuml");
        lines.add("' Drawn by StateDiagramTest from " + table.getSimpleName() + "; do not edit.");
        lines.add("title " + title);
        lines.add("hide empty description");
        lines.add("[*] --> " + all.get(0) + " : " + beginning);
        for (S from : all) {
            Map<S, List<String>> events = new EnumMap<>(states);
            for (E kind : kinds.getEnumConstants()) {
                target.apply(from, kind).ifPresent(to -> events.computeIfAbsent(to, first -> new ArrayList<>())
                        .add(kind.name()));
            }
            events.forEach((to, names) -> lines.add(from + " --> " + to + " : " + String.join("\\n", names)));
        }
        all.stream().filter(isEnd).forEach(state -> lines.add(state + " --> [*]"));
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }
}
