package org.stoppayment.cli.command.suite;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.Texts;

/**
 * The result of a check of the machine.
 *
 * @param check its name
 * @param ok true when it passed
 * @param found what was found
 * @param fix how to fix it, null when it passed
 */
record Finding(Text check, boolean ok, Text found, @Nullable Text fix) {

    Finding {
        fix = ok ? null : fix;
    }

    static Finding of(DoctorText check, boolean ok, Text found, Text fix) {
        return new Finding(Text.of(check), ok, found, fix);
    }

    /** As the command shows it, in the language of these texts. */
    Line in(Texts texts) {
        return new Line(check.in(texts), ok, found.in(texts), fix == null ? null : fix.in(texts));
    }

    /** The same in one language; the JSON result is in English. */
    record Line(
            String check,
            boolean ok,
            String found,
            @Nullable String fix) {}
}
