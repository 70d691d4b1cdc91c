package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFlagTest {

    @ParameterizedTest
    @EnumSource
    void glossaryExplainsEveryFlag(OrderFlag flag) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "glossary.md"))).contains("\n| " + flag + " |");
    }
}
