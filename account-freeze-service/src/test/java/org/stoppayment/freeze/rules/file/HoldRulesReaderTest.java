package org.stoppayment.freeze.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.kit.rules.UnusableRules;

class HoldRulesReaderTest {

    private static final Path FILE = Path.of("..", "rules", "cn-criminal-procedure-2020.yaml");

    @Test
    void fileSaysWhatTheLawSays() {
        HoldRules rules = HoldRulesFile.read(FILE).rules();

        assertThat(rules.name()).isEqualTo("cn-criminal-procedure-2020/2");
        assertThat(rules.term(false)).isEqualTo(new LegalTerm(Period.ofMonths(6)));
        assertThat(rules.term(true)).isEqualTo(new LegalTerm(Period.ofYears(1)));
        assertThat(rules.approval(false)).isEqualTo(ApprovalLevel.COUNTY);
        assertThat(rules.approval(true)).isEqualTo(ApprovalLevel.CITY);
        assertThat(rules.unrelatedFunds()).isEqualTo(new LegalTerm(Period.ofDays(3)));
        assertThat(rules.objectionDecision()).isEqualTo(new LegalTerm(Period.ofDays(7)));
        assertThat(rules.deadlineWarning()).isEqualTo(new LegalTerm(Period.ofDays(1)));
        assertThat(rules.stopEnds()).isEqualTo(new LegalTerm(Duration.ofHours(24)));
        assertThat(rules.longestWatch()).isEqualTo(new LegalTerm(Period.ofDays(90)));
    }

    @Test
    void termsOfTheDemoAreMinutes() {
        HoldRules rules =
                HoldRulesFile.read(FILE.resolveSibling("demo-short-terms.yaml")).rules();

        assertThat(rules.term(false)).isEqualTo(new LegalTerm(Duration.ofMinutes(2)));
        assertThat(rules.term(true)).isEqualTo(new LegalTerm(Duration.ofMinutes(4)));
    }

    @Test
    void packagedRulesAreThoseOfTheFile() {
        assertThat(HoldRulesFile.packaged()).isEqualTo(HoldRulesFile.read(FILE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value: P6M | value: 6 months | terms.ordinary.value
            value: P6M | value: P0M | terms.ordinary.value
            value: P6M | value: P-6M | terms.ordinary.value
            value: P6M | value: P20D | terms.renewalWindow.value
            value: COUNTY | value: VILLAGE | approval.ordinary.value
            [P30D, P7D, P1D] | [P30D, P7D, P7D] | proposals.renewal.value
            [P30D, P7D, P1D] | [P30D, P7D] | proposals.renewal.value
            value: 10, | value: 0, | proposals.overheldFactor.value
            value: P7D, | value: P0D, | objections.decision.value
            value: P1D, | value: tomorrow, | objections.warning.value
            value: P90D | value: P0D | queries.watch.value
            """)
    void unusableRuleIsNamed(String from, String to, String field) throws IOException {
        String text = Files.readString(FILE).replaceFirst(java.util.regex.Pattern.quote(from), to);

        assertThatThrownBy(() -> HoldRulesReader.yaml(text, "test"))
                .isInstanceOf(UnusableRules.class)
                .hasMessageContaining(field);
    }
}
