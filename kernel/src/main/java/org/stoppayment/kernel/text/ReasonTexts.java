package org.stoppayment.kernel.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.kernel.Violation;

/** What the codes of refusals, violations and warnings mean, in other languages than English, which the messages are in. */
public final class ReasonTexts {

    private static final String NAME = ReasonTexts.class.getPackageName() + ".Reasons";

    /** {@code value: X (expected: Y)}, as violations and failures say it. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("(?s)(value: )?(?<value>.*) \\(expected: (?<expected>.*)\\)");

    /** Refusals that say no more than "too little" or "too much" without what was expected. */
    private static final Set<String> LIMITS =
            Set.of("ABOVE_CEILING", "APPROVAL_TOO_LOW", "LEVEL_TOO_LOW", "TOO_EARLY", "WATCH_TOO_LONG");

    private static final String NAME_END = ": ";

    private ReasonTexts() {}

    /**
     * A violation or a warning in the language: its value, what its code means, and what was expected; empty when the language has
     * no text for the code.
     */
    public static Optional<String> of(Violation violation, Locale language) {
        Matcher description = DESCRIPTION.matcher(violation.withoutName());
        return of(violation.code(), language)
                .map(text -> description.matches()
                        ? formatted(
                                "WITH_VALUE",
                                language,
                                PhraseTexts.of(description.group("value"), language),
                                text,
                                PhraseTexts.of(description.group("expected"), language))
                        : text);
    }

    /**
     * What a rule refuses, in the language: what its code means and, where a person must know the limit, what was expected; empty when
     * the language has no text for the code.
     *
     * @param english the English message of the failure, {@code X (expected: Y)}
     */
    public static Optional<String> refused(String code, String english, Locale language) {
        Matcher description = DESCRIPTION.matcher(english);
        Optional<String> expected = LIMITS.contains(code) && description.matches()
                ? PhraseTexts.find(description.group("expected"), language)
                : Optional.empty();
        return of(code, language).map(text -> expected.map(limit -> formatted("WITH_EXPECTED", language, text, limit))
                .orElse(text));
    }

    /** What does not exist, in the language, by the English message of the failure; empty when the language has no text for it. */
    public static Optional<String> notFound(String english, Locale language) {
        Matcher description = DESCRIPTION.matcher(english);
        return of("NOT_FOUND", language)
                .map(text -> description.matches()
                        ? formatted("WITH_SUBJECT", language, subject(description.group("value"), language), text)
                        : text);
    }

    /** {@code name: value}, of which the value may be words, such as {@code 8 characters}. */
    private static String subject(String english, Locale language) {
        int value = english.indexOf(NAME_END) + NAME_END.length();
        return english.contains(NAME_END)
                ? english.substring(0, value) + PhraseTexts.of(english.substring(value), language)
                : english;
    }

    private static String formatted(String key, Locale language, Object... arguments) {
        return new MessageFormat(of(key, language).orElseThrow(), language).format(arguments);
    }

    /** The meaning of a code, such as {@code OUT_OF_RANGE}; empty when the language has no text for it. */
    public static Optional<String> of(String code, Locale language) {
        try {
            return Optional.of(
                    ResourceBundle.getBundle(NAME, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                            .getString(code));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
