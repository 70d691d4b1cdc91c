package org.stoppayment.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in both languages, can be formatted, and is used. */
class TextBundlesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Object[] ARGUMENTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    static Stream<Class<?>> enums() {
        List<Class<?>> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.stoppayment.cli")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(TextKey.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(found).isNotEmpty();
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void bothLanguagesHaveEveryTextAndNoOther(Class<?> keys) throws IOException {
        Set<String> constants = constants(keys);

        assertThat(bundle(keys, "").stringPropertyNames()).isEqualTo(constants);
        assertThat(bundle(keys, "_zh").stringPropertyNames()).isEqualTo(constants);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyTextCanBeFormattedAndIsInItsLanguage(Class<?> keys) throws IOException {
        bundle(keys, "").forEach((key, text) -> {
            assertThat(new MessageFormat((String) text).format(ARGUMENTS))
                    .as("%s", key)
                    .doesNotContain("{");
        });
        bundle(keys, "_zh").forEach((key, text) -> {
            String shown = new MessageFormat((String) text).format(ARGUMENTS);
            assertThat(shown).as("%s", key).doesNotContain("{").containsPattern(HAN);
        });
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyTextIsUsed(Class<?> keys) throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(keys.getSimpleName() + ".java"))
                    .map(TextBundlesTest::read)
                    .filter(source -> source.contains(keys.getSimpleName() + "."))
                    .collect(Collectors.joining());
        }
        assertThat(constants(keys))
                .allMatch(key -> isFoundByName(keys)
                        || areAllUsed(keys, sources)
                        || Pattern.compile("\\b" + key + "\\b").matcher(sources).find());
    }

    @Test
    void noBundleHasAKeyTwice() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<Path> bundles = files.filter(file -> file.toString().endsWith(".properties"))
                    .toList();
            assertThat(bundles).isNotEmpty().allSatisfy(bundle -> assertThat(keysGivenTwice(bundle))
                    .isEmpty());
        }
    }

    /** The keys whose first text is never shown, because a later one replaces it. */
    private static List<Object> keysGivenTwice(Path bundle) throws IOException {
        List<Object> twice = new ArrayList<>();
        Properties keys = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                Object before = super.put(key, text);
                if (before != null) {
                    twice.add(key);
                }
                return before;
            }
        };
        try (var reader = Files.newBufferedReader(bundle)) {
            keys.load(reader);
        }
        return twice;
    }

    /** True for texts that are shown one after another, or each beside the constant of the same name. */
    private static boolean areAllUsed(Class<?> keys, String sources) {
        return Pattern.compile("\\b" + keys.getSimpleName() + "\\.value(s|Of)\\(")
                .matcher(sources)
                .find();
    }

    /** True for texts that are looked up by the names of constants of the contract. */
    private static boolean isFoundByName(Class<?> keys) {
        return read(SOURCES.resolve(keys.getName().replace('.', '/') + ".java")).contains("(values())");
    }

    private static Set<String> constants(Class<?> keys) {
        return Stream.of(keys.getEnumConstants())
                .map(constant -> ((TextKey) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(Class<?> keys, String language) throws IOException {
        Properties bundle = new Properties();
        String name = keys.getSimpleName() + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(keys.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
