package org.stoppayment.cli.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.WebhookSignature;

/** What the value of a variable must be. Values are read as the services read them. */
sealed interface Expectation {

    /** True when the value is as expected; {@code workingDirectory} resolves relative paths. */
    boolean isMetBy(String value, Path workingDirectory);

    /** What is expected, in words. */
    Text inWords();

    /** True when the value must not be shown. */
    default boolean isSecret() {
        return false;
    }

    /** A duration, as Quarkus reads it: ISO 8601, or a number with {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}; seconds without. */
    record Time(Duration min, Duration max) implements Expectation {

        private static final Pattern SECONDS = Pattern.compile("[-+]?\\d{1,12}");
        private static final Pattern UNITS = Pattern.compile("(?i)([-+]?\\d{1,12}(\\.\\d{1,9})?[hms])+");
        private static final Pattern MILLIS = Pattern.compile("(?i)([-+]?\\d{1,12})ms");
        private static final Pattern DAYS = Pattern.compile("(?i)[-+]?\\d{1,6}d");

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            return parse(value)
                    .filter(time -> time.compareTo(min) >= 0 && time.compareTo(max) <= 0)
                    .isPresent();
        }

        /** The duration; empty when the text is none. */
        static Optional<Duration> parse(String value) {
            String text = value.strip();
            Matcher millis = MILLIS.matcher(text);
            try {
                if (SECONDS.matcher(text).matches()) {
                    return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
                }
                if (millis.matches()) {
                    return Optional.of(Duration.ofMillis(Long.parseLong(millis.group(1))));
                }
                if (UNITS.matcher(text).matches()) {
                    return Optional.of(Duration.parse("PT" + text));
                }
                return Optional.of(Duration.parse(DAYS.matcher(text).matches() ? "P" + text : text));
            } catch (DateTimeException | ArithmeticException noDuration) {
                return Optional.empty();
            }
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.TIME, min, max);
        }
    }

    /** A whole number. */
    record Count(long min, long max) implements Expectation {

        private static final Pattern DIGITS = Pattern.compile("[-+]?\\d{1,18}");

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            String text = value.strip();
            return DIGITS.matcher(text).matches() && Long.parseLong(text) >= min && Long.parseLong(text) <= max;
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.COUNT, Long.toString(min), Long.toString(max));
        }
    }

    /** A share, more than 0 and at most 1. */
    record Ratio() implements Expectation {

        private static final Pattern DECIMAL = Pattern.compile("0?\\.\\d{1,9}|1(\\.0{1,9})?");
        private static final Pattern ZERO = Pattern.compile("0?\\.0+");

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            return DECIMAL.matcher(value.strip()).matches()
                    && !ZERO.matcher(value.strip()).matches();
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.RATIO);
        }
    }

    /** A size of memory, as Quarkus reads it: bytes, or with {@code K}, {@code M} or {@code G}. */
    record Memory(String min, String max) implements Expectation {

        private static final Pattern SIZE = Pattern.compile("(?i)(\\d{1,10})([BKMG]?)");

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            long bytes = bytes(value);
            return bytes >= bytes(min) && bytes <= bytes(max);
        }

        /** The bytes; -1 when the text is no size. */
        private static long bytes(String size) {
            Matcher parts = SIZE.matcher(size.strip());
            if (!parts.matches()) {
                return -1;
            }
            int thousands = Math.max(0, "BKMG".indexOf(parts.group(2).toUpperCase(Locale.ROOT)));
            return Long.parseLong(parts.group(1)) << (10 * thousands);
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.MEMORY, min, max);
        }
    }

    /** A file that can be read. */
    record ReadableFile() implements Expectation {

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            Path file = workingDirectory.resolve(value);
            return Files.isRegularFile(file) && Files.isReadable(file);
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.READABLE_FILE);
        }
    }

    /** The address of an HTTP server. */
    record HttpAddress() implements Expectation {

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            try {
                URI address = URI.create(value.strip());
                return Stream.of("http", "https").anyMatch(scheme -> scheme.equalsIgnoreCase(address.getScheme()))
                        && address.getHost() != null;
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.HTTP_ADDRESS);
        }
    }

    /** Secrets that sign messages, separated by commas. */
    record Secrets() implements Expectation {

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            try {
                return !signers(value).isEmpty();
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }

        private static List<WebhookSignature> signers(String secrets) {
            return Stream.of(secrets.split(",", -1))
                    .map(secret -> new WebhookSignature(secret.strip()))
                    .toList();
        }

        @Override
        public Text inWords() {
            return Text.of(SettingText.SECRETS);
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    /** Anything: the suite sets it itself, whatever the caller's variable says. */
    record SetBySuite() implements Expectation {

        @Override
        public boolean isMetBy(String value, Path workingDirectory) {
            return true;
        }

        @Override
        public Text inWords() {
            return texts -> "";
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
