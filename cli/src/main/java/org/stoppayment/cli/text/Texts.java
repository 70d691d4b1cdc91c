package org.stoppayment.cli.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people read, in one language and one time zone. Bundles are loaded when first used. Thread-safe. */
public final class Texts {

    /** Where the institutions are. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    /** Texts in English. */
    public static final Texts ENGLISH = new Texts(Language.EN, DEFAULT_ZONE);

    private static final Pattern MOMENT_IN_UTC =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final String LAUNCHER = "./stoppay";
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w./])stoppay (?=[a-z])");
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss xxx");

    private final Language language;
    private final ZoneId zone;
    private final String command;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    /** Texts in this language, moments in this zone. */
    public Texts(Language language, ZoneId zone) {
        this(language, zone, LAUNCHER);
    }

    private Texts(Language language, ZoneId zone, String command) {
        this.language = language;
        this.zone = zone;
        this.command = command;
    }

    /** The same texts, in which commands begin so that they can be pasted: {@code ./stoppay --state /tmp/second}. */
    public Texts typedAs(String command) {
        return new Texts(language, zone, command);
    }

    /** The time zone of moments. */
    public ZoneId zone() {
        return zone;
    }

    /** English texts, with the same time zone. */
    public Texts inEnglish() {
        return new Texts(Language.EN, zone, command);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /**
     * The text with its arguments. Pass a count as a number: the message decides its plural. An argument that is a {@link Text} is
     * shown in the same language. Commands that the text names can be pasted.
     */
    public String of(TextKey key, Object... arguments) {
        String pattern = pasteable(bundle(key.getDeclaringClass().getName()).getString(key.name()));
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = arguments[i] instanceof Text text ? text.in(this) : arguments[i];
        }
        return new MessageFormat(pattern, language.locale()).format(shown);
    }

    private String pasteable(String pattern) {
        String quoted = command.replace("'", "''").replace("{", "'{'");
        return COMMAND.matcher(pattern).replaceAll(Matcher.quoteReplacement(quoted + " "));
    }

    /** A text of a bundle whose keys are the contract's; {@code otherwise} when it has none. */
    String entry(String bundle, String key, String otherwise) {
        try {
            return bundle(bundle).getString(key);
        } catch (MissingResourceException unknown) {
            return otherwise;
        }
    }

    private ResourceBundle bundle(String name) {
        return bundles.computeIfAbsent(name, this::load);
    }

    /** The bundle, in UTF-8; never that of the machine's own language. */
    private ResourceBundle load(String name) {
        return ResourceBundle.getBundle(
                name, language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The parts, one after another: {@code a, b}. */
    public String listed(List<String> parts) {
        return String.join(language == Language.ZH ? "、" : ", ", parts);
    }

    /** A name and what it is the name of: {@code name: value}. */
    public String named(String name, String value) {
        return name + (language == Language.ZH ? "：" : ": ") + value;
    }

    /** What a service says, with its moments, which are in UTC, in the time zone of who reads it. */
    public String withMoments(String told) {
        return MOMENT_IN_UTC.matcher(told).replaceAll(found -> momentOrAsTold(found.group()));
    }

    private String momentOrAsTold(String told) {
        try {
            return moment(Instant.parse(told));
        } catch (DateTimeParseException impossible) {
            return told;
        }
    }

    /** A moment with its offset, to the millisecond, such as {@code 2026-03-01T12:00:00.250+08:00}. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }

    /** The time of day with its offset, such as {@code 12:00:00 +08:00}. */
    public String timeOfDay(Instant moment) {
        return TIME_OF_DAY.format(moment.atZone(zone));
    }

    /** An age in its two largest units, such as {@code 3 h 12 min}; one that is less than nothing counts as 0 s. */
    public String age(Duration age) {
        Duration time = age.isNegative() ? Duration.ZERO : age;
        if (time.toDays() > 0) {
            return of(TimeText.DAYS, time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return of(TimeText.HOURS, time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? of(TimeText.MINUTES, time.toMinutes(), time.toSecondsPart())
                : of(TimeText.SECONDS, time.toSeconds());
    }
}
