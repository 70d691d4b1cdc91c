package org.stoppayment.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.InstitutionKind;
import org.stoppayment.kernel.InstitutionTimeout;

/** A registry is read completely or not at all; all its errors are reported at once. */
class InstitutionReaderTest {

    private static final String SECRET = "whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==";

    @TempDir
    Path folder;

    @Test
    void publishedRegistryIsValid() {
        List<Institution> institutions = InstitutionReader.read(Path.of("../config/institutions.yaml"));

        assertThat(institutions).hasSize(11);
        Institution icbc = institutions.get(0);
        assertThat(icbc.code().value()).isEqualTo("102100099996");
        assertThat(icbc.name()).isEqualTo("中国工商银行");
        assertThat(icbc.shortName()).isEqualTo("工行");
        assertThat(icbc.kind()).isEqualTo(InstitutionKind.BANK);
        assertThat(icbc.bins()).containsExactly("622202");
        assertThat(icbc.limits()).isEqualTo(new CallLimits(Duration.ofSeconds(2), 64, 1024, 500));
        assertThat(institutions).allSatisfy(each -> assertThat(each.shortName()).isNotEmpty());
        assertThat(institutions.get(10).kind()).isEqualTo(InstitutionKind.PAYMENT);
    }

    @Test
    void ownLimitsOverrideDefaultsOfTheFileAndThoseOverrideOurs() throws IOException {
        List<Institution> institutions = read("""
                defaults: {timeout: PT1S, concurrency: 8}
                institutions:
                  - {code: "102100099996", name: 工商, kind: BANK, endpoint: "https://bank.example/stop/", secret: %s,
                     limits: {concurrency: 4}}
                """.formatted(SECRET));

        assertThat(institutions.get(0).limits()).isEqualTo(new CallLimits(Duration.ofSeconds(1), 4, 1024, 500));
        assertThat(institutions.get(0).shortName()).isEmpty();
    }

    @Test
    void allErrorsAreReportedAtOnceWithoutSecrets() {
        RegistryException refused = refused("""
                surprise: 1
                defaults: {timeout: 2s, retries: 3}
                institutions:
                  - {code: "102100099995", name: 工商, kind: BANK, endpoint: "http://127.0.0.1:1", secret: %1$s}
                  - {code: "103100000026", name: 农业, kind: BANK, bins: ["622848"], endpoint: "http://127.0.0.1:2", secret: %1$s}
                  - {code: "103100000026", name: 农业, kind: BANK, bins: ["622848", "12", 5], endpoint: "http://127.0.0.1:2", secret: %1$s}
                  - {code: 104100000004, name: "", kind: SHOP, endpoint: "ftp://me:pass-word@bank/", secret: hunter2-hunter2,
                     colour: red, limits: {concurrency: 0, queue: many, callsPerSecond: 1.5, timeout: PT5M}}
                  - nothing
                """.formatted(SECRET));

        assertThat(refused.getMessage())
                .contains("19 findings")
                .contains("surprise: unknown key")
                .contains("defaults.retries: unknown key")
                .contains("defaults.timeout: 2s (expected: PT0.05S..PT5S;")
                .contains("institutions[0].code: 102100099995 (expected: in quotes, a 12-digit bank number")
                .contains("institutions[2].code: 103100000026 (expected: not the same as institutions[1].code)")
                .contains("institutions[2].bins: 622848 (expected: not the same as institutions[1].bins)")
                .contains("institutions[2].bins[1]: 12 (expected: 4..10 digits, in quotes)")
                .contains("institutions[2].bins[2]: 5 (expected: 4..10 digits, in quotes)")
                .contains("institutions[3].code: 104100000004")
                .contains("institutions[3].name: ")
                .contains("institutions[3].kind: SHOP (expected: one of [BANK, PAYMENT, PREPAID, GAME_CREDIT])")
                .contains("institutions[3].endpoint: *** (expected: http://host[:port][/path]")
                .contains("institutions[3].secret: *** (expected: whsec_ and base64 of 16 bytes or more)")
                .contains("institutions[3].colour: unknown key")
                .contains("institutions[3].limits.concurrency: 0 (expected: 1..10000)")
                .contains("institutions[3].limits.queue: many")
                .contains("institutions[3].limits.callsPerSecond: 1.5")
                .contains(
                        "institutions[3].limits.timeout: PT5M (expected: PT0.05S..PT5S; an institution that needs longer answers 202")
                .contains("institutions[4]: ***")
                .doesNotContain("hunter2")
                .doesNotContain("pass-word")
                .doesNotContain(SECRET);
    }

    @Test
    void timeoutAboveTheMaximumIsRefused() throws IOException {
        String timeout = """
                institutions:
                  - {code: "102100099996", name: 工商, kind: BANK, endpoint: "https://bank.example/stop/", secret: %s,
                     limits: {timeout: %s}}
                """;

        assertThat(read(timeout.formatted(SECRET, InstitutionTimeout.MAX))
                        .get(0)
                        .limits()
                        .timeout())
                .isEqualTo(InstitutionTimeout.MAX);
        assertThat(refused(timeout.formatted(SECRET, InstitutionTimeout.MAX.plusMillis(1)))
                        .getMessage())
                .contains("institutions[0].limits.timeout: PT5.001S (expected: PT0.05S..PT5S");
    }

    @Test
    void emptyRegistryIsRefused() {
        assertThat(refused("institutions: []").getMessage()).contains("institutions: none (expected: one or more)");
        assertThat(refused("").getMessage()).contains("institutions: none");
    }

    @Test
    void repeatedKeyAndBrokenYamlAreRefusedWithoutTheirText() {
        assertThat(refused("institutions:\n  - {secret: whsec_abc, secret: whsec_def}")
                        .getMessage())
                .contains("line 2")
                .doesNotContain("whsec");
        assertThat(refused("institutions: [{secret: whsec_abc").getMessage())
                .contains("line")
                .doesNotContain("whsec");
    }

    @Test
    void missingFileIsNamed() {
        RegistryException refused = catchThrowableOfType(
                RegistryException.class, () -> InstitutionReader.read(folder.resolve("no-such-file.yaml")));

        assertThat(refused.getMessage()).contains("no-such-file.yaml").contains("NoSuchFileException");
    }

    private RegistryException refused(String yaml) {
        return catchThrowableOfType(RegistryException.class, () -> read(yaml));
    }

    private List<Institution> read(String yaml) throws IOException {
        Path file = folder.resolve("institutions.yaml");
        Files.writeString(file, yaml);
        return InstitutionReader.read(file);
    }
}
