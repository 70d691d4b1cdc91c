package org.stoppayment.kernel;

import java.util.regex.Pattern;

/** The path of a field of a message, such as {@code transfers[0].amountFen}. */
public final class FieldPath {

    /** The form of a path, for messages. */
    public static final String FORM_IN_WORDS = "the path of a field: 1..100 letters, digits and . _ - [ ]";

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._\\[\\]-]{1,100}");

    private FieldPath() {}

    /** True when {@code text} has the form of a path; a path contains no comma, so that lists of paths can be comma-separated. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
