package org.stoppayment.cli.command.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.gateway.v1.TrialFinding;
import org.stoppayment.proto.gateway.v1.TrialMessage;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** The steps of a trial as text, numbered as they come: what was sent, what came back, and what is wrong with it. Names of people are masked. */
final class TrialView {

    private static final Pattern NAME = Pattern.compile("(\"name\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(\")");
    private static final String INDENT = "    ";

    private final Console console;
    private final boolean unmasked;
    private int steps;

    TrialView(Console console, boolean unmasked) {
        this.console = console;
        this.unmasked = unmasked;
    }

    String of(TryInstitutionResponse step) {
        List<String> lines = new ArrayList<>();
        lines.add(
                console.toned(Tone.STRONG, ++steps + " " + console.vocabulary().value(step.getStep())));
        if (step.getSkipped()) {
            lines.add("  " + console.text(BankText.SKIPPED));
            return String.join("\n", lines) + "\n";
        }
        if (step.hasRequest()) {
            lines.addAll(message(BankText.SENT, step.getRequest()));
        }
        if (step.hasAnswer()) {
            lines.addAll(message(BankText.RECEIVED, step.getAnswer()));
        } else {
            lines.add("  " + console.text(BankText.NO_ANSWER));
        }
        if (step.getCalledBack()) {
            lines.add("  " + console.text(BankText.CALLED_BACK));
        }
        if (step.getFindingsCount() == 0) {
            lines.add("  " + console.toned(Tone.GOOD, console.text(BankText.AS_IN_THE_GUIDE)));
        }
        step.getFindingsList()
                .forEach(finding -> lines.add("  " + console.toned(Tone.BAD, inWords(step.getStep(), finding))));
        return String.join("\n", lines) + "\n";
    }

    private List<String> message(BankText kind, TrialMessage message) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + console.text(kind, message.getStartLine()));
        message.getHeadersList().forEach(header -> lines.add(INDENT + header));
        if (!message.getBody().isEmpty()) {
            visible(message.getBody()).lines().forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private String visible(String body) {
        return unmasked
                ? body
                : NAME.matcher(body)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                found.group(1) + Masking.mask(found.group(2)) + found.group(3)));
    }

    private String inWords(TrialStep step, TrialFinding finding) {
        String detail = finding.getDetail().isEmpty() ? "" : " [" + finding.getDetail() + "]";
        return Vocabulary.shortName(finding.getCode()) + ": " + console.text(FindingTexts.of(step, finding.getCode()))
                + detail;
    }
}
