package org.stoppayment.cli.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of what the contract has: values of its enums, codes, fields. English names are those of the contract; an unknown one, of
 * a newer service, is shown as it is.
 */
public final class Vocabulary {

    private static final String NAMES = Vocabulary.class.getPackageName() + ".ContractNames";
    private static final String FEEDBACK = "FEEDBACK ";
    private static final Pattern INSTITUTION = Pattern.compile("[0-9]{12}|Z[0-9]{13}");
    private static final Pattern ARTICLE = Pattern.compile(" ?Art\\. ([0-9-]+)");
    private static final String RESULTS = Vocabulary.class.getPackageName() + ".ResultCodes";

    private final Texts texts;
    private final InstitutionNames institutions;

    /** The names in the language of these texts, without those of institutions. */
    public Vocabulary(Texts texts) {
        this(texts, InstitutionNames.NONE);
    }

    /** The names in the language of these texts. */
    public Vocabulary(Texts texts, InstitutionNames institutions) {
        this.texts = texts;
        this.institutions = institutions;
    }

    /** A value of an enum of the contract, such as {@code IN_EFFECT} of {@code StopOrderState}. */
    public String value(Enum<?> value) {
        String name = shortName(value);
        return texts.entry(NAMES, value.getDeclaringClass().getSimpleName() + "." + name, name);
    }

    /** A flag, a reason or a field that the contract carries as a string. */
    public String code(String code) {
        return texts.entry(NAMES, code, code);
    }

    /** A result code and its meaning, such as {@code 0301 name mismatch}; the code alone when it needs no words. */
    public String resultCode(String code) {
        String meaning = texts.entry(RESULTS, code.matches("05[0-9]{2}") ? "05xx" : code, "");
        return meaning.isEmpty() ? code : code + " " + meaning;
    }

    /** Why an order changed: the meaning of a result code; else the cause, of which the first word is a code, and often the rest. */
    public String cause(String cause) {
        if (cause.startsWith(FEEDBACK)) {
            return resultCode(cause.substring(FEEDBACK.length()));
        }
        int end = cause.indexOf(' ');
        return end < 0 || !code(cause).equals(cause)
                ? code(cause)
                : code(cause.substring(0, end)) + " " + detail(cause.substring(end + 1));
    }

    private String detail(String detail) {
        return INSTITUTION.matcher(detail).matches() ? institution(detail) : code(detail);
    }

    /** A place in a law: {@code 程序规定 Art. 237-243} is {@code 程序规定第 237-243 条} in Chinese. */
    public String article(String place) {
        return texts.language() == Language.ZH ? ARTICLE.matcher(place).replaceAll("第 $1 条") : place;
    }

    /** Why something is ordered: a kind of fraud by its name, any other text as it is. */
    public String reason(String reason) {
        return texts.entry(NAMES, "FraudType." + reason, reason);
    }

    /** The code of an institution and its short name, such as {@code 308584000013 招行}; the code alone when it has none. */
    public String institution(String code) {
        return code.isEmpty() ? code : (code + " " + institutions.shortName(code)).strip();
    }

    /** What people call an institution; its code when nobody knows a name. */
    public String institutionName(String code) {
        String name = institutions.shortName(code);
        return name.isEmpty() ? code : name;
    }

    /** The constant without the prefix that repeats its type, such as {@code QUEUED} for {@code STOP_ORDER_STATE_QUEUED}. */
    public static String shortName(Enum<?> value) {
        String type = value.getDeclaringClass().getSimpleName();
        String prefix = type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
        return value.name().startsWith(prefix) ? value.name().substring(prefix.length()) : value.name();
    }
}
