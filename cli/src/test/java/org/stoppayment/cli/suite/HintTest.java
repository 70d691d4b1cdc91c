package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {

    @ParameterizedTest
    @CsvSource({
        "/house,/house,/house/.stoppay,./stoppay up",
        "/house,/house,/tmp/second,./stoppay up --state /tmp/second",
        "/house,/elsewhere,/house/.stoppay,/house/stoppay up",
        "/a house,/elsewhere,/my state,\"'/a house/stoppay' up --state '/my state'\"",
        "'',/elsewhere,/elsewhere/.stoppay,./stoppay up",
    })
    void theCommandCanBeTypedAsItStands(String home, Path here, Path state, String hint) {
        assertThat(Hint.of("up", new StateDirectory(state), home, here)).isEqualTo(hint.replace("\"", ""));
    }
}
