package org.stoppayment.cli.command;

import java.util.Optional;
import java.util.ResourceBundle;
import org.stoppayment.cli.text.Language;

/** The help of all commands in other languages than English, which is in their annotations. */
final class HelpTexts {

    private static final String NAME = HelpTexts.class.getPackageName() + ".Help";

    private HelpTexts() {}

    /** The bundle for the parser, empty for English. */
    static Optional<ResourceBundle> bundle(Language language) {
        return language == Language.EN
                ? Optional.empty()
                : Optional.of(ResourceBundle.getBundle(NAME, language.locale()));
    }
}
