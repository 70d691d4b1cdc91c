package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTextTest {

    /** Worked out by hand from the grammar of gRPC over HTTP/2. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            caseId: x (expected: 1..10^13)|caseId: x (expected: 1..10^13)
            ~ * + ' %|~ * + ' %25
            卡|%E5%8D%A1
            "a\tb"|a%09b
            """)
    void onlyPercentAndWhatIsNotPlainIsEncoded(String text, String encoded) {
        assertThat(StatusText.encode(text)).isEqualTo(encoded);
    }
}
