package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pom that integrators copy has the versions of the build. */
class ExamplePomTest {

    private static final Path BUILD = Path.of("..", "pom.xml");
    private static final Path EXAMPLE = Path.of("..", "docs", "dispatch", "pom.xml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<quarkus.version>([^<]+)</quarkus.version>",
                "<artifactId>(?:stop-payment-suite|proto)</artifactId>\\s*<version>([^<]+)</version>"
            })
    void theExampleHasTheVersionOfTheBuild(String version) throws IOException {
        assertThat(first(version, EXAMPLE)).isEqualTo(first(version, BUILD));
    }

    private static String first(String version, Path pom) throws IOException {
        Matcher found = Pattern.compile(version).matcher(Files.readString(pom));
        assertThat(found.find()).as("%s in %s", version, pom).isTrue();
        return found.group(1);
    }
}
