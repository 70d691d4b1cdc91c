package org.stoppayment.kernel;

import java.util.regex.Pattern;

/** The path of a field of a message, such as {@code transfers[0].amountFen}. */
public final class FieldPath {

    /** Its form, for people. */
    public static final String FORM_IN_WORDS = "the path of a field: 1..100 letters, digits and . _ - [ ]";

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._\\[\\]-]{1,100}");

    private FieldPath() {}

    /** True when {@code text} can be one; lists of them are kept with commas between them. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
