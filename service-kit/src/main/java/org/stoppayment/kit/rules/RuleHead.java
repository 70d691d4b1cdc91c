package org.stoppayment.kit.rules;

import java.util.Optional;
import org.stoppayment.formats.FieldReader;

/** The id and the version of rules, which are at the top of their file. */
public final class RuleHead {

    private static final String ID_FORM = "[a-z0-9][a-z0-9.-]{0,63}";

    private RuleHead() {}

    /** The id: 1..64 of a-z, 0-9, dot and hyphen. */
    public static String id(FieldReader file) {
        return file.required("id")
                .parse(
                        "1..64 of a-z, 0-9, dot and hyphen",
                        text -> text.matches(ID_FORM) ? Optional.of(text) : Optional.empty())
                .orElse("");
    }

    /** The version, from 1. */
    public static int version(FieldReader file) {
        return file.required("version")
                .wholeNumber(1, Integer.MAX_VALUE)
                .orElse(0L)
                .intValue();
    }
}
