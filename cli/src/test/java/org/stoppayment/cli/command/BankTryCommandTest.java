package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.fake.FakeGateway;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.gateway.v1.TrialFinding;
import org.stoppayment.proto.gateway.v1.TrialFindingCode;
import org.stoppayment.proto.gateway.v1.TrialMessage;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** {@code stoppay bank try}. */
class BankTryCommandTest extends CommandTestBase {

    @Test
    void aTrialShowsWhatWasSentAndReceivedAndWhichSectionOfTheGuideIsBroken() {
        services.gateway()
                .play(
                        TryInstitutionResponse.newBuilder()
                                .setStep(TrialStep.TRIAL_STEP_STOP)
                                .setRequest(TrialMessage.newBuilder()
                                        .setStartLine("POST http://127.0.0.1:1/v1/stops")
                                        .addHeaders("webhook-id: one")
                                        .setBody("{\"account\":{\"number\":\"6222\",\"name\":\"张三\"}}"))
                                .setAnswer(TrialMessage.newBuilder().setStartLine("HTTP 401"))
                                .addFindings(TrialFinding.newBuilder()
                                        .setCode(TrialFindingCode.TRIAL_FINDING_CODE_SIGNATURE_REFUSED))
                                .build(),
                        TryInstitutionResponse.newBuilder()
                                .setStep(TrialStep.TRIAL_STEP_EXTENSION)
                                .setSkipped(true)
                                .build());

        assertThat(terminal.run("bank", "try", FakeGateway.CODE, "--account", "6222020000000000018", "--name", "张三"))
                .isEqualTo(ExitCode.NOT_AS_EXPECTED);

        assertThat(services.gateway().trials()).singleElement().satisfies(asked -> {
            assertThat(asked.getInstitutionCode()).isEqualTo(FakeGateway.CODE);
            assertThat(asked.getAccount().getNumber()).isEqualTo("6222020000000000018");
        });
        assertThat(terminal.out())
                .contains(
                        "1 STOP",
                        "  sent: POST http://127.0.0.1:1/v1/stops",
                        "    webhook-id: one",
                        "\"number\":\"6222\",\"name\":\"***(2)\"",
                        "  received: HTTP 401",
                        "  SIGNATURE_REFUSED: the signature was refused (401)",
                        "(guide: Signatures)",
                        "2 EXTENSION\n  left out",
                        "1 finding.")
                .doesNotContain("张三");
        assertThat(terminal.run("--lang", "zh", "bank", "try", FakeGateway.CODE))
                .isEqualTo(ExitCode.NOT_AS_EXPECTED);
        assertThat(terminal.out()).contains("1 止付", "签名被拒", "（指南：签名）", "发现 1 处问题。");
    }

    @Test
    void findingsOfFreezesAndQueriesNameTheirSections() {
        services.gateway()
                .play(
                        finding(TrialStep.TRIAL_STEP_FREEZE, TrialFindingCode.TRIAL_FINDING_CODE_FIELD),
                        finding(
                                TrialStep.TRIAL_STEP_FREEZE_CHANGE,
                                TrialFindingCode.TRIAL_FINDING_CODE_NOT_CARRIED_OUT),
                        finding(TrialStep.TRIAL_STEP_REFUND, TrialFindingCode.TRIAL_FINDING_CODE_NOT_CARRIED_OUT),
                        finding(TrialStep.TRIAL_STEP_QUERY, TrialFindingCode.TRIAL_FINDING_CODE_FIELD));

        assertThat(terminal.run("bank", "try", FakeGateway.CODE)).isEqualTo(ExitCode.NOT_AS_EXPECTED);

        assertThat(terminal.out())
                .contains(
                        "1 FREEZE",
                        "FIELD: a field is missing or cannot be read (guide: A freeze)",
                        "NOT_CARRIED_OUT: the freeze is in effect, and the order was declined (guide: A freeze)",
                        "3 REFUND",
                        "NOT_CARRIED_OUT: the freeze is in effect, and the refund was declined (guide: A refund)",
                        "4 QUERY",
                        "FIELD: a field is missing or cannot be read (guide: A query)");
    }

    @Test
    void refundIsTriedOnlyToAnAccountThatIsNamedWhole() {
        services.gateway().play();

        assertThat(terminal.run("bank", "try", FakeGateway.CODE, "--payee", "6228480000000000018"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--payee-bank");
        assertThat(terminal.run(
                        "bank",
                        "try",
                        FakeGateway.CODE,
                        "--payee",
                        "6228480000000000018",
                        "--payee-bank",
                        "103100000026",
                        "--payee-name",
                        "李四"))
                .isZero();
        assertThat(services.gateway().trials()).singleElement().satisfies(asked -> assertThat(
                        asked.getPayee().getInstitutionCode())
                .isEqualTo("103100000026"));
    }

    @Test
    void anInstitutionWithoutFindingsExitsWith0() {
        services.gateway()
                .play(TryInstitutionResponse.newBuilder()
                        .setStep(TrialStep.TRIAL_STEP_STOP)
                        .setCalledBack(true)
                        .build());

        assertThat(terminal.run("bank", "try", FakeGateway.CODE)).isZero();
        assertThat(terminal.out())
                .contains("called back", "as in the guide", "The institution answers as in the guide.");
    }

    @ParameterizedTest
    @CsvSource({"README.md, BankText.properties, 'guide: ', ')'", "README.zh.md, BankText_zh.properties, 指南：, ）"})
    void everySectionOfTheGuideThatAFindingNamesIsThere(String page, String bundle, String start, String end)
            throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "bank", page));
        String texts = Files.readString(
                Path.of("src/main/resources/org/stoppayment/cli/command/bank").resolve(bundle));
        List<String> named = Pattern.compile("[(（]" + start + "([^)）]+)" + Pattern.quote(end))
                .matcher(texts)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        int otherTextsForFreezesRefundsAndQueries = 6;
        assertThat(named)
                .hasSize(TrialFindingCode.values().length - 2 + otherTextsForFreezesRefundsAndQueries)
                .allSatisfy(section -> assertThat(guide).contains("\n## " + section + "\n"));
    }

    private static TryInstitutionResponse finding(TrialStep step, TrialFindingCode code) {
        return TryInstitutionResponse.newBuilder()
                .setStep(step)
                .addFindings(TrialFinding.newBuilder().setCode(code))
                .build();
    }
}
