package org.stoppayment.recovery.forms.pdf;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.stoppayment.kernel.FormFontFiles;
import org.stoppayment.kernel.ServiceException;

/** Finds the font files. They are looked for each time: one may be installed meanwhile. */
@Singleton
class FontFiles {

    private final FormConfig config;

    FontFiles(FormConfig config) {
        this.config = config;
    }

    /** The font; fails with the refusal {@code FORM_FONT_MISSING} when there is none. */
    Path font() {
        return FormFontFiles.font(config.font())
                .orElseThrow(() -> new ServiceException.Refusal(
                        "FORM_FONT_MISSING",
                        "font: none" + config.font().map(path -> " at " + path).orElse("")
                                + " (expected: the Debian package " + FormFontFiles.PACKAGE
                                + ", or STOPPAYMENT_FORMS_FONT)"));
    }

    /** The font for rare characters; empty when there is none. */
    Optional<Path> rareFont() {
        return FormFontFiles.rareFont(config.rareFont());
    }
}
