package org.stoppayment.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares names of account holders, which people and institutions write in different forms. */
public final class HolderNames {

    /** White space, and the dots between the parts of a name, in all forms in which they are typed. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}.·•・‧∙●。]+");

    private HolderNames() {}

    /** True when both are given and differ at most in width, case, white space and middle dots. */
    public static boolean areSame(String one, String other) {
        String first = comparable(one);
        return !first.isEmpty() && first.equals(comparable(other));
    }

    private static String comparable(String name) {
        return IGNORED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
