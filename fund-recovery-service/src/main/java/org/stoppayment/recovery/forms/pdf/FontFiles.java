package org.stoppayment.recovery.forms.pdf;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;

/** Finds the font files: those of the settings, else those at known places. */
@Singleton
class FontFiles {

    /** Where Debian and Ubuntu, and Fedora, install WenQuanYi Zen Hei. */
    private static final List<Path> KNOWN = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/wqy-zenhei-fonts/wqy-zenhei.ttc"));

    /** HanaMinB has the characters beyond the basic plane. */
    private static final List<Path> KNOWN_RARE = List.of(Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    private final FormConfig config;

    FontFiles(FormConfig config) {
        this.config = config;
    }

    /** The font; fails with the refusal {@code FORM_FONT_MISSING} when there is none. Looked for each time: it may be installed meanwhile. */
    Path font() {
        return find(config.font(), KNOWN)
                .orElseThrow(() -> new ServiceException.Refusal(
                        "FORM_FONT_MISSING",
                        "font: none at " + config.font().orElse(KNOWN.get(0))
                                + " (expected: the Debian package fonts-wqy-zenhei, or STOPPAYMENT_FORMS_FONT)"));
    }

    /** The font for rare characters; empty when there is none. */
    Optional<Path> rareFont() {
        return find(config.rareFont(), KNOWN_RARE);
    }

    private static Optional<Path> find(Optional<Path> set, List<Path> known) {
        return set.map(List::of).orElse(known).stream()
                .filter(Files::isReadable)
                .findFirst();
    }
}
