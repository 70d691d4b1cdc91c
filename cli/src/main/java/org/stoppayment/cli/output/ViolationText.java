package org.stoppayment.cli.output;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.text.ReasonTexts;

/** What is wrong with an input, in the language of who reads it; in English where the language has no text for the code. */
public final class ViolationText {

    private ViolationText() {}

    /** One indented line for each violation. */
    public static Text lines(List<Violation> violations) {
        return texts -> violations.stream()
                .map(violation -> "  " + inWords(translated(violation, texts), texts))
                .collect(Collectors.joining("\n"));
    }

    /** {@code field: X (expected: …)} with the punctuation of the language, and moments in the time zone of who reads it. */
    public static String inWords(Violation violation, Texts texts) {
        String told = texts.withMoments(violation.withoutName());
        return violation.field().isEmpty() ? told : texts.named(violation.field(), told);
    }

    /** The violation in the language; in English where the language has no text for the code. */
    public static Violation translated(Violation violation, Texts texts) {
        return ReasonTexts.of(violation, texts.language().locale())
                .map(words -> new Violation(violation.field(), violation.code(), words))
                .orElse(violation);
    }
}
