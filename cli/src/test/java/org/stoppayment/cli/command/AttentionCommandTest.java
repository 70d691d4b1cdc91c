package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.fake.FakeAttention;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.CaseAttention;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;

class AttentionCommandTest extends CommandTestBase {

    @Test
    void itemsAreListedWithSumsAgesAndMaskedNames() {
        assertThat(terminal.run("attention", "list", "--case", "C")).isZero();

        assertThat(terminal.out())
                .contains("REASON", "UNKNOWN", "134,000.00", "2 h 5 min", "6222020000000000026", "DECLINED", "0301")
                .doesNotContain("陈小明");
        assertThat(terminal.err()).contains("--page second");
        assertThat(terminal.run("attention", "list", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("陈小明");
    }

    @Test
    void itemsAsJsonHaveWhatClosingThemNeeds() throws IOException {
        assertThat(terminal.run("attention", "list", "--case", "C", "-o", "json"))
                .isZero();

        JsonNode key = Json.MAPPER.readTree(terminal.out()).at("/items/0/key");
        assertThat(key.path("accountNumber").asText()).isEqualTo("6222020000000000026");
        assertThat(key.path("institutionCode").asText()).isEqualTo(FakeAttention.INSTITUTION);
        assertThat(terminal.out()).doesNotContain("陈小明");
    }

    @Test
    void itemIsClosedAtTheInstitutionThatTheListNames() {
        assertThat(terminal.run(
                        "attention",
                        "close",
                        "C",
                        "6222 0200 0000 0000 018",
                        "--reason",
                        "declined",
                        "--badge",
                        "1",
                        "--note",
                        "corrected by telephone"))
                .isZero();

        assertThat(terminal.out()).contains("closed DECLINED", FakeAttention.ACCOUNT, "50.00 at risk");
        CloseAttentionRequest request = services.attention().closed().get(0);
        assertThat(request.getKey().getInstitutionCode()).isEqualTo(FakeAttention.INSTITUTION);
        assertThat(request.getKey().getAccountNumber()).isEqualTo(FakeAttention.ACCOUNT);
        assertThat(request.getKey().getReason()).isEqualTo(AttentionReason.ATTENTION_REASON_DECLINED);
        assertThat(request.getOfficer().getBadgeNumber()).isEqualTo("1");
        assertThat(request.getNote()).isEqualTo("corrected by telephone");
    }

    @Test
    void itemThatIsNotThereExitsWith4AndOneOfAllReasonsWith2() {
        assertThat(terminal.run(
                        "attention", "close", "C", "6222", "--reason", "declined", "--badge", "1", "--note", "n"))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.run("attention", "close", "C", "6222", "--reason", "all", "--badge", "1", "--note", "n"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("attention", "close", "C", "6222", "--reason", "declined", "--badge", "1"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void watchShowsTheItemsThenALineForEachChangeAndReconnects() {
        services.attention().nextStream(Status.UNAVAILABLE.withDescription("restart"));
        services.attention().nextStream(Status.PERMISSION_DENIED.withDescription("enough"));

        assertThat(terminal.run("attention", "watch", "-o", "wide")).isNotZero();

        assertThat(terminal.out())
                .contains("AT RISK", "134,000.00")
                .contains("new DECLINED 50.00 on account " + FakeAttention.ACCOUNT + " of case C2, code 0301")
                .contains("closed UNKNOWN of account 6222020000000000026 of case C1");
        assertThat(terminal.err())
                .contains("connection lost", "reconnected", "there is more than is shown here", "enough");
    }

    @Test
    void watchForProgramsIsOneObjectALine() {
        services.attention().nextStream(Status.PERMISSION_DENIED);

        terminal.run("attention", "watch", "-o", "json");

        assertThat(terminal.out().lines()).hasSize(2).allSatisfy(line -> assertThat(
                        Json.MAPPER.readTree(line).has("asOf"))
                .isTrue());
    }

    @Test
    void settledCaseSaysWhatNeedsAttention() throws IOException {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("settled, booked").doesNotContain("attention");

        services.tamper(progress -> withAttention(progress));
        terminal.run("get", caseId, "-o", "wide");
        assertThat(terminal.out()).contains("settled, needs attention (DECLINED 1, UNKNOWN 134,000.00), booked");

        terminal.run("get", caseId, "-o", "json");
        JsonNode progress = Json.MAPPER.readTree(terminal.out()).path("progress");
        assertThat(progress.path("needsAttention").asBoolean()).isTrue();
        assertThat(progress.at("/attentionReasons/0/reason").asText()).isEqualTo("ATTENTION_REASON_DECLINED");
    }

    private static CaseProgress withAttention(CaseProgress progress) {
        return progress.toBuilder()
                .setNeedsAttention(true)
                .addAttentionReasons(CaseAttention.newBuilder()
                        .setReason(AttentionReason.ATTENTION_REASON_DECLINED)
                        .setItems(1)
                        .setAtRiskFen(13_400_000))
                .addAttentionReasons(CaseAttention.newBuilder()
                        .setReason(AttentionReason.ATTENTION_REASON_UNKNOWN)
                        .setItems(1)
                        .setAtRiskFen(13_400_000))
                .build();
    }
}
