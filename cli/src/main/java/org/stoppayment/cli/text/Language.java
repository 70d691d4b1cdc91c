package org.stoppayment.cli.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages of the command. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Its locale. */
    public Locale locale() {
        return locale;
    }

    /** The value of {@code accept-language} that asks a service for it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * The language of a person: by the first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is not empty, in the
     * order of POSIX; by {@code otherwise} when none is. English for every language but Chinese.
     */
    public static Language of(Map<String, String> environment, Locale otherwise) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(Language::named)
                .orElseGet(() -> named(otherwise.getLanguage()));
    }

    /** The language of a locale's name, such as {@code zh_CN.UTF-8}. */
    private static Language named(String locale) {
        return locale.matches("(?i)zh([_.@-].*)?") ? ZH : EN;
    }
}
