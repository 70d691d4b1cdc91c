package org.stoppayment.cli.command.simulation;

import java.util.stream.Stream;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.cases.Timeline.Step;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** The events of a case in the language of a console. The JSON result has their names. */
final class StepWords {

    private final Console console;

    StepWords(Console console) {
        this.console = console;
    }

    /** What happened. */
    String event(Step step) {
        return switch (step.event()) {
            case Timeline.CALL -> console.text(RunText.CALL);
            case Timeline.REPORTED -> console.text(RunText.REPORTED);
            case Timeline.RECEIVED -> console.text(RunText.RECEIVED);
            case Timeline.BOOKED -> console.text(RunText.BOOKED);
            default ->
                Stream.of(StopOrderState.values())
                        .filter(state -> state != StopOrderState.UNRECOGNIZED)
                        .filter(state -> Vocabulary.shortName(state).equals(step.event()))
                        .findFirst()
                        .map(console.vocabulary()::value)
                        .orElse(step.event());
        };
    }

    /** What is known of it; may be empty. */
    String detail(Step step) {
        return switch (step.event()) {
            case Timeline.CALL -> console.text(RunText.REPORT_SENT);
            case Timeline.REPORTED -> console.text(RunText.DURABLE);
            case Timeline.BOOKED -> console.text(RunText.BOTH_AGREE);
            case Timeline.RECEIVED -> step.number() > 0 ? console.text(RunText.ATTEMPT, step.number()) : "";
            default -> console.vocabulary().cause(step.detail());
        };
    }
}
