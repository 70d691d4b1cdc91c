package org.stoppayment.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** Only the fields that are read are checked. */
class RegistryFileTest {

    @TempDir
    private Path folder;

    @Test
    void publishedRegistryIsValid() throws IOException {
        RegistryFile registry = RegistryFile.read(Path.of("../config/institutions.yaml"));

        assertThat(registry.institutions()).hasSize(11).allSatisfy(entry -> {
            assertThat(entry.code()).isPresent();
            assertThat(entry.endpoint()).isPresent();
            assertThat(entry.secret()).isPresent();
            assertThat(entry.bins()).hasSizeBetween(0, 1);
        });
        registry.throwIfInvalid();
    }

    @Test
    void everythingOfTheFileIsReadAndAnUnknownKeyIsAViolation() throws IOException {
        assertThat(RegistryFile.read(Path.of("../config/institutions.yaml")).readAll())
                .hasSize(11)
                .first()
                .satisfies(icbc -> {
                    assertThat(icbc.englishName()).isEqualTo("ICBC");
                    assertThat(icbc.type()).isEqualTo(InstitutionType.BANK);
                    assertThat(icbc.limits()).isEqualTo(RegisteredLimits.DEFAULTS);
                    assertThat(icbc.toString()).isEqualTo("102100099996");
                });
        RegistryFile wrong = read("institutions: [{code: \"102100099996\", colour: red}]");
        assertThat(catchThrowableOfType(InvalidInput.class, wrong::readAll).violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "institutions[0].colour",
                        "institutions[0].name",
                        "institutions[0].kind",
                        "institutions[0].endpoint",
                        "institutions[0].secret");
    }

    @Test
    void aListThatIsGivenMayBeEmptyOnlyWhereThatIsAllowed() throws IOException {
        RegistryFile none = read("institutions: []");
        assertThat(none.institutionsIfAny()).isEmpty();
        none.throwIfInvalid();

        RegistryFile absent = read("other: 1");
        absent.institutionsIfAny();
        assertThat(absent.fields().violations()).hasSize(1);
    }

    @Test
    void onlyFieldsThatAreReadAreChecked() throws IOException {
        RegistryFile registry = read("institutions: [{code: \"102100099996\", secret: short}, {code: \"999\"}]");

        registry.institutions().get(0).code();

        registry.throwIfInvalid();
    }

    @Test
    void duplicatesAndInvalidFieldsAreReportedWithoutSecrets() throws IOException {
        RegistryFile registry = read("""
                institutions:
                  - {code: "102100099996", bins: ["622202"], endpoint: "http://me:hush@bank/", secret: hush-hush}
                  - {code: "102100099996", bins: ["622202", "1"]}
                """);

        registry.institutions().forEach(entry -> {
            entry.code();
            entry.bins();
            entry.endpoint();
            entry.secret();
        });

        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, registry::throwIfInvalid);
        assertThat(invalid.violations())
                .extracting(Violation::inWords)
                .hasSize(7)
                .contains(
                        "institutions[1].code: 102100099996 (expected: not the same as institutions[0].code)",
                        "institutions[1].bins: 622202 (expected: not the same as institutions[0].bins)",
                        "institutions[0].secret: *** (expected: whsec_ and base64 of 16 bytes or more)")
                .noneMatch(message -> message.contains("hush"));
    }

    @Test
    void malformedYamlIsRefusedWithItsPositionAndWithoutItsText() {
        MalformedYamlException malformed =
                catchThrowableOfType(MalformedYamlException.class, () -> read("institutions: [{secret: hush-hush"));

        assertThat(malformed.position()).startsWith(":1:");
        assertThat(malformed.getMessage()).contains("line 1").doesNotContain("hush");
        assertThat(malformed.getCause()).isNull();
    }

    private RegistryFile read(String yaml) throws IOException {
        return RegistryFile.read(Files.writeString(folder.resolve("institutions.yaml"), yaml));
    }
}
