package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {

    @ParameterizedTest
    @CsvSource({
        "/repo,/repo,/repo/.stoppay,./stoppay up",
        "/repo,/repo,/tmp/second,./stoppay up --state /tmp/second",
        "/repo,/elsewhere,/repo/.stoppay,/repo/stoppay up",
        "/a repo,/elsewhere,/my state,\"'/a repo/stoppay' up --state '/my state'\"",
        "/it's,/elsewhere,/it's/.stoppay,'/it'\\''s/stoppay' up",
        "'',/elsewhere,/elsewhere/.stoppay,./stoppay up",
    })
    void hintCanBeTypedUnchanged(String home, Path here, Path state, String hint) {
        assertThat(Hint.of("up", new StateDirectory(state), home, here)).isEqualTo(hint.replace("\"", ""));
    }
}
