package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

class RegistryTest {

    @TempDir
    private Path folder;

    @Test
    void publishedRegistryIsRead() throws IOException {
        Registry registry = Registry.read(Path.of("../config/institutions.yaml"));

        assertThat(registry.institutions()).hasSize(11);
        assertThat(registry.institutions().get(0).endpoint().getPort()).isEqualTo(18_101);
        assertThat(registry.toString()).as("no secrets").doesNotContain("whsec_");
    }

    @Test
    void allErrorsAreReportedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("registry.yaml"), """
                institutions:
                  - {code: "102100099995", endpoint: "http://bank.example:80", secret: short}
                  - {code: "102100099996", endpoint: "http://127.0.0.1:1", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
                  - {code: "102100099996", endpoint: "http://127.0.0.1:2", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
                  - {code: "ignored, for it has no endpoint"}
                """);

        assertThat(catchThrowableOfType(InvalidInput.class, () -> Registry.read(file))
                        .violations())
                .extracting(Violation::field)
                .containsExactly(
                        "institutions[0].code",
                        "institutions[0].secret",
                        "institutions[0].endpoint",
                        "institutions[2].code");
    }

    @Test
    void fileThatIsNotARegistryIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.yaml"), "just text");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "{");

        assertThat(catchThrowableOfType(InvalidInput.class, () -> Registry.read(text)))
                .isNotNull();
        assertThat(catchThrowableOfType(InvalidInput.class, () -> Registry.read(broken)))
                .isNotNull();
    }

    @Test
    void aRegistryMaySimulateNobody() throws IOException {
        Path file = Files.writeString(folder.resolve("none.yaml"), "institutions: []");

        assertThat(Registry.read(file).institutions()).isEmpty();
    }
}
