package org.stoppayment.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;

class SettingsCheckTest {

    private static final Path REPOSITORY = Path.of("..");

    private static List<String> findings(Map<String, String> environment) {
        return SettingsCheck.findings(environment, REPOSITORY).stream()
                .map(finding -> finding.in(Texts.ENGLISH))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "STOPPAYMENT_CIRCUIT_DELAY, PT0.2S",
        "STOPPAYMENT_CIRCUIT_DELAY, 5",
        "STOPPAYMENT_CIRCUIT_DELAY, 5s",
        "STOPPAYMENT_CIRCUIT_DELAY, 250ms",
        "STOPPAYMENT_CIRCUIT_DELAY, 1h30m",
        "STOPPAYMENT_CIRCUIT_DELAY, 1d",
        "STOPPAYMENT_FREEZE_LOOK_FOR_DUE_WORK, 0",
        "STOPPAYMENT_WARM_UP_RUNS, 0",
        "STOPPAYMENT_OVERLOAD_MAX_READS, 1",
        "STOPPAYMENT_CIRCUIT_FAILURE_RATIO, 0.01",
        "STOPPAYMENT_CIRCUIT_FAILURE_RATIO, 1",
        "STOPPAYMENT_CALLBACK_MAX_UNSIGNED_BYTES, 1M",
        "STOPPAYMENT_CALLBACK_MAX_UNSIGNED_BYTES, 33554432",
        "STOPPAYMENT_RULES, rules/cn-2016-86.yaml",
        "STOPPAYMENT_GRPC_MAX_STREAMS_WATCHCASE, 10",
        "STOPPAYMENT_DB_NAME, anything",
        "STOPPAYMENT_FREEZE_LEASE, ''",
        "STOPPAYMENT_FREEZE_LEASE, ${OTHER}",
        "STOPPAY_STATE, anywhere"
    })
    void usableValues(String variable, String value) {
        assertThat(findings(Map.of(variable, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOPPAYMENT_CIRCUIT_DELAY | 5 seconds | a duration such as PT5S, 5s or 500ms, PT0.001S to PT24H",
                "STOPPAYMENT_CIRCUIT_DELAY | 0 | a duration",
                "STOPPAYMENT_CIRCUIT_DELAY | -1s | a duration",
                "STOPPAYMENT_CIRCUIT_DELAY | 2d | a duration",
                "STOPPAYMENT_FREEZE_LOOK_FOR_DUE_WORK | -1s | a duration",
                "STOPPAYMENT_WARM_UP_RUNS | -1 | a whole number, 0..1000000",
                "STOPPAYMENT_OVERLOAD_MAX_READS | 0 | a whole number, 1..1000000",
                "STOPPAYMENT_OVERLOAD_MAX_READS | 6.5 | a whole number",
                "STOPPAYMENT_CIRCUIT_FAILURE_RATIO | 0.0 | a share",
                "STOPPAYMENT_CIRCUIT_FAILURE_RATIO | 1.1 | a share",
                "STOPPAYMENT_CIRCUIT_FAILURE_RATIO | 50% | a share",
                "STOPPAYMENT_CALLBACK_MAX_UNSIGNED_BYTES | 1023K | a size in bytes",
                "STOPPAYMENT_CALLBACK_MAX_UNSIGNED_BYTES | 32 MB | a size in bytes",
                "STOPPAYMENT_RULES | rules/none.yaml | a file that can be read",
                "STOPPAYMENT_RULES | rules | a file that can be read",
                "STOPPAYMENT_FREEZE_ALERT_WEBHOOK | ftp://host/ | an http or https address",
            })
    void wrongValuesAreNamedWithWhatIsExpected(String variable, String value, String expected) {
        assertThat(findings(Map.of(variable, value)))
                .singleElement()
                .asString()
                .startsWith(variable + ": " + value + "\n  (expected: " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "STOPPAYMENT_FREEZE_LEASES, STOPPAYMENT_FREEZE_LEASE",
        "STOPPAYMENT_FREZE_LEASE, STOPPAYMENT_FREEZE_LEASE",
        "STOPPAYMENT_FEEDBACK_PATIENCE, STOPPAYMENT_FREEZE_FEEDBACK_PATIENCE",
        "STOPPAYMENT_RULE, STOPPAYMENT_RULES"
    })
    void theNearestVariableIsNamed(String typed, String meant) {
        assertThat(findings(Map.of(typed, "PT8S")))
                .singleElement()
                .asString()
                .isEqualTo(typed + ": unknown variable\n  (expected: " + meant + "?)");
    }

    @Test
    void aVariableUnlikeAnyIsUnknown() {
        assertThat(findings(Map.of("STOPPAYMENT_WEATHER", "fine")))
                .singleElement()
                .asString()
                .startsWith("STOPPAYMENT_WEATHER: unknown variable")
                .contains("docs/operations/README.md#settings");
    }

    @Test
    void secretsAreMasked() {
        String address = "https://alerts.example/";

        assertThat(findings(Map.of(
                        "STOPPAYMENT_FREEZE_ALERT_WEBHOOK",
                        address,
                        "STOPPAYMENT_FREEZE_ALERT_WEBHOOK_SECRETS",
                        "whsec_c2hvcnQ=")))
                .singleElement()
                .asString()
                .contains("ALERT_WEBHOOK_SECRETS: ***")
                .doesNotContain("c2hvcnQ");
        assertThat(findings(Map.of(
                        "STOPPAYMENT_FREEZE_ALERT_WEBHOOK",
                        address,
                        "STOPPAYMENT_FREEZE_ALERT_WEBHOOK_SECRETS",
                        "whsec_MDEyMzQ1Njc4OWFiY2RlZg==, whsec_MDEyMzQ1Njc4OWFiY2RlZg==")))
                .isEmpty();
        assertThat(findings(Map.of("STOPPAYMENT_FREEZE_ALERT_WEBHOOK", address)))
                .singleElement()
                .asString()
                .startsWith("STOPPAYMENT_FREEZE_ALERT_WEBHOOK_SECRETS: -");
    }

    @ParameterizedTest
    @CsvSource({"PT5.5S, PT6S, 0", "PT5.4S, PT6S, 1", "PT6S, PT6.5S, 0", "PT6S, PT6.4S, 1", "PT7.6S, '', 1"})
    void eachTimeoutIsLongerThanTheOneInsideIt(String deadline, String lease, int findings) {
        assertThat(findings(Map.of("STOPPAYMENT_GATEWAY_DEADLINE", deadline, "STOPPAYMENT_FREEZE_LEASE", lease)))
                .hasSize(findings);
    }

    @Test
    void allFindingsAreRefusedTogetherInTheLanguageOfTheReader() {
        Map<String, String> wrong = Map.of("STOPPAYMENT_CIRCUIT_WINDOW", "none", "STOPPAYMENT_RULE", "x");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> SettingsCheck.requireUsable(wrong, REPOSITORY))
                .satisfies(refused -> {
                    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(refused.getMessage()).isEqualTo("""
                                    2 variables are wrong, nothing was started:
                                      STOPPAYMENT_CIRCUIT_WINDOW: none
                                        (expected: a whole number, 1..1000000)
                                      STOPPAYMENT_RULE: unknown variable
                                        (expected: STOPPAYMENT_RULES?)""");
                    assertThat(refused.message(new Texts(Language.ZH, Texts.DEFAULT_ZONE)))
                            .startsWith("2 个变量有误，未启动任何进程：")
                            .contains("（应为：整数，1 至 1000000）", "（是否指 STOPPAYMENT_RULES？）");
                });
        assertThatCode(() -> SettingsCheck.requireUsable(Map.of(), REPOSITORY)).doesNotThrowAnyException();
    }
}
