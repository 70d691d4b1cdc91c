package org.stoppayment.kernel.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The phrases with which violations say a value and what was expected, in other languages than English. The key of a phrase is the
 * phrase itself, with {@code #} for each number, moment, duration, list and id.
 */
final class PhraseTexts {

    private static final String NAME = PhraseTexts.class.getPackageName() + ".Phrases";
    private static final Pattern PARAMETER = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z|PT[\\d.HMS]+|\\[[^\\]]*]"
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d+");

    private PhraseTexts() {}

    /** The phrase in the language; as it is when the language has no text for it. */
    static String of(String phrase, Locale language) {
        return find(phrase, language).orElse(phrase);
    }

    /** The phrase in the language; empty when the language has no text for it. */
    static Optional<String> find(String phrase, Locale language) {
        Object[] parameters =
                PARAMETER.matcher(phrase).results().map(MatchResult::group).toArray();
        try {
            String pattern = ResourceBundle.getBundle(
                            NAME, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                    .getString(PARAMETER.matcher(phrase).replaceAll("#"));
            return Optional.of(new MessageFormat(pattern, language).format(parameters));
        } catch (MissingResourceException noText) {
            return Optional.empty();
        }
    }
}
