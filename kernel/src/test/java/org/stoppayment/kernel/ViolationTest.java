package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfers[0].amountFen | value: -5 (expected: 1..10^13) | transfers[0].amountFen: -5 (expected: 1..10^13)",
                "institutions[0].code   | code: 999 (expected: a code)   | institutions[0].code: 999 (expected: a code)",
                "freeze.frozenAt        | freeze.frozenAt: none          | freeze.frozenAt: none",
                "requestId              | missing                        | requestId: missing",
                "code                   | codex: odd                     | code: codex: odd",
                "''                     | not JSON                       | not JSON"
            })
    void fieldIsNotRepeated(String field, String description, String words) {
        assertThat(new Violation(field, "CODE", description).inWords()).isEqualTo(words);
    }
}
