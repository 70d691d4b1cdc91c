package org.stoppayment.cli.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.TypedOption;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The language and the time zone, options of every command. They are looked up before the line is parsed, because help and errors
 * need them; what cannot be read counts as absent there, and the parser reports it.
 */
final class LanguageOptions {

    private static final String LANG = "--lang";
    private static final String ZONE = "--zone";

    @Option(
            names = LANG,
            scope = ScopeType.INHERIT,
            paramLabel = "LANG",
            description = "zh (中文) or en. Default: LC_ALL, LC_MESSAGES or LANG of the environment.")
    private @Nullable Language language;

    @Option(
            names = ZONE,
            scope = ScopeType.INHERIT,
            paramLabel = "ZONE",
            description = "Time zone of what people read; JSON is in UTC. Default: Asia/Shanghai.")
    private @Nullable ZoneId zone;

    /** The texts that the options name, else those of the environment. */
    static Texts texts(List<String> arguments, Map<String, String> environment) {
        Language language = TypedOption.value(LANG, arguments)
                .flatMap(LanguageOptions::language)
                .orElseGet(() -> Language.of(environment, Locale.getDefault()));
        ZoneId zone = TypedOption.value(ZONE, arguments)
                .flatMap(LanguageOptions::zone)
                .orElse(Texts.DEFAULT_ZONE);
        return new Texts(language, zone);
    }

    private static Optional<Language> language(String name) {
        return Stream.of(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
