package org.stoppayment.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.settings.DeclaredSettings.Declared;
import org.stoppayment.cli.settings.Expectation.Count;
import org.stoppayment.cli.settings.Expectation.HttpAddress;
import org.stoppayment.cli.settings.Expectation.Memory;
import org.stoppayment.cli.settings.Expectation.Ratio;
import org.stoppayment.cli.settings.Expectation.ReadableFile;
import org.stoppayment.cli.settings.Expectation.Secrets;
import org.stoppayment.cli.settings.Expectation.SetBySuite;
import org.stoppayment.cli.settings.Expectation.Time;

/** The list of variables is that of the services. */
class SettingsTest {

    /** Streams are limited by method; each has a variable of its own. */
    private static final String MAX_STREAMS = "STOPPAYMENT_GRPC_MAX_STREAMS";

    private static final Map<String, Class<?>> TYPES = Map.of(
            "Duration", Time.class,
            "int", Count.class,
            "double", Ratio.class,
            "MemorySize", Memory.class,
            "Path", ReadableFile.class,
            "Optional<Path>", ReadableFile.class,
            "Optional<URI>", HttpAddress.class,
            "Optional<List<String>>", Secrets.class,
            "String", SetBySuite.class);

    private static final Map<String, Declared> DECLARED = DeclaredSettings.read();

    @Test
    void everySettingOfAServiceIsListedAndNoOther() {
        Set<String> listed = new TreeSet<>(Settings.expectations().keySet());
        listed.removeIf(name -> name.startsWith(MAX_STREAMS + "_"));
        Set<String> declared = new TreeSet<>(DECLARED.keySet());
        declared.remove(MAX_STREAMS);

        assertThat(DECLARED).hasSizeGreaterThan(40);
        assertThat(listed).isEqualTo(declared);
    }

    @Test
    void eachIsExpectedToBeOfItsType() {
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> listed = new TreeMap<>();
        DECLARED.forEach((name, declared) -> {
            if (!name.equals(MAX_STREAMS)) {
                expected.put(name, String.valueOf(TYPES.get(declared.type())));
                listed.put(name, Settings.expectations().get(name).getClass().toString());
            }
        });

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void everyDefaultIsAsExpected() {
        DECLARED.forEach((name, declared) -> declared.otherwise()
                .filter(value -> Settings.expectations().containsKey(name))
                .ifPresent(value -> assertThat(Settings.expectations().get(name).isMetBy(value, Path.of("..")))
                        .as("%s=%s", name, value)
                        .isTrue()));
    }

    @Test
    void theTimeoutsOfTheChainHaveTheirDefaults() {
        assertThat(TimeoutChain.DEFAULT_DEADLINE).isEqualTo(defaultOf(TimeoutChain.DEADLINE));
        assertThat(TimeoutChain.DEFAULT_LEASE).isEqualTo(defaultOf(TimeoutChain.LEASE));
    }

    private static Duration defaultOf(String name) {
        return Duration.parse(DECLARED.get(name).otherwise().orElseThrow());
    }

    @Test
    void everyMethodWithAStreamHasALimit() throws IOException {
        Pattern stream = Pattern.compile("rpc (\\w+)\\(.*returns \\(stream ");
        Set<String> limits = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../proto/src/main/proto"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".proto")).toList()) {
                Matcher method = stream.matcher(Files.readString(file));
                while (method.find()) {
                    limits.add(MAX_STREAMS + "_" + method.group(1).toUpperCase(Locale.ROOT));
                }
            }
        }

        assertThat(limits).isNotEmpty();
        assertThat(Settings.expectations().keySet())
                .filteredOn(name -> name.startsWith(MAX_STREAMS))
                .containsExactlyInAnyOrderElementsOf(limits);
    }

    @Test
    void everySettingIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/README.md"));

        assertThat(Settings.expectations().keySet())
                .filteredOn(name -> !name.startsWith(MAX_STREAMS))
                .allMatch(name -> page.contains("`" + name + "`") || page.contains("`" + shortened(name) + "`"));
    }

    /** The table repeats only how the next variable ends, such as {@code _READ_WAIT}. */
    private static String shortened(String name) {
        return name.replaceFirst(
                "^STOPPAYMENT_(FREEZE(?=_(WATCH|ATTENTION|ALERT))|FREEZE|GRPC|OVERLOAD|CIRCUIT|CALLBACK|DB|WARM_UP|ATTRIBUTION|PLANS|PAYMENTS|BATCHES|FORMS|REPORTS|RECOVERY_WATCH|RECONCILIATION)",
                "");
    }

    @Test
    void aVariableOfTheSuiteItselfTunesNothing() {
        assertThat(Settings.isTuning("STOPPAYMENT_FREEZE_LEASE")).isTrue();
        assertThat(Settings.isTuning("STOPPAYMENT_RULES")).isTrue();
        assertThat(Settings.isTuning("STOPPAYMENT_DB_NAME")).isFalse();
        assertThat(Settings.isTuning("STOPPAYMENT_FREEZE_ADDRESS")).isFalse();
        assertThat(Settings.isTuning("STOPPAYMENT_REGISTRY")).isFalse();
        assertThat(Settings.isTuning("STOPPAYMENT_TLS_KEY")).isFalse();
        assertThat(Settings.isTuning("STOPPAY_STATE")).isFalse();
    }
}
