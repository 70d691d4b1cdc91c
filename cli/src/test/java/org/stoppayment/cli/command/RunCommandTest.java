package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;

/** Output and exit codes of {@code stoppay run}. */
class RunCommandTest extends CommandTestBase {

    private int play(String name) {
        return terminal.run(
                "run", name + ".report.json", "--world", name + ".world.json", "--expect", name + ".expected.json");
    }

    @Test
    void expectedCaseExitsWith0AndStartsTheWorldAtTheCall() {
        assertThat(play(ZHANGZHOU)).isZero();
        assertThat(terminal.out()).contains("CALL", "REPORTED", "IN_EFFECT", "BOOKED", "held 140,000.00");
        assertThat(terminal.err()).contains("as expected");
        assertThat(simulator.requests())
                .anyMatch(request -> request.startsWith("POST /worlds {"))
                .anyMatch(request -> request.matches("POST /worlds/w1/start \\{ \"t0\" : \"20\\d\\d-.*Z\" }"));
    }

    @Test
    void replayIsReportedAndTheWorldIsNotLoaded() {
        terminal.run("report", ZHANGZHOU + ".report.json");

        assertThat(play(ZHANGZHOU)).isZero();
        assertThat(terminal.out()).contains("replay: ").doesNotContain("CALL  ");
        assertThat(simulator.requests()).noneMatch(request -> request.contains("/worlds"));
    }

    @Test
    void aCaseThatIsNotAsExpectedExitsWith5AndPrintsEveryDifference() {
        services.tamper(progress -> progress.toBuilder()
                .setOrders(0, progress.getOrders(0).toBuilder().setLevel(2).setBalanceHeldFen(1))
                .setLevels(2)
                .build());

        assertThat(play(ZHANGZHOU)).isEqualTo(ExitCode.NOT_AS_EXPECTED);
        assertThat(terminal.err())
                .contains("6228480000000000125 level: 2 (expected: 1)")
                .contains("6228480000000000125 balanceHeldFen: 1 (expected: 14000000)")
                .contains("total levels: 2 (expected: 1)")
                .contains("3 differences");
    }

    @Test
    void unsettledCaseExitsWith6AndReportsWhatIsMissing() {
        services.tamper(progress ->
                progress.toBuilder().setSettled(false).setBooked(false).build());

        assertThat(terminal.run(
                        "run",
                        ZHANGZHOU + ".report.json",
                        "--world",
                        ZHANGZHOU + ".world.json",
                        "--expect",
                        ZHANGZHOU + ".expected.json",
                        "--within",
                        "300ms"))
                .isEqualTo(ExitCode.NOT_SETTLED);
        assertThat(terminal.out()).contains("6228480000000000125");
        assertThat(terminal.err())
                .contains("not settled in time: orders are still under way; not all events have reached recovery");
    }

    @Test
    void runIsPrintedAsJson() throws IOException {
        assertThat(terminal.run("run", ZHANGZHOU + ".report.json", "--world", ZHANGZHOU + ".world.json", "-o", "json"))
                .isZero();

        JsonNode result = Json.MAPPER.readTree(terminal.out());
        assertThat(result.path("settled").asBoolean()).isTrue();
        assertThat(result.path("conserved").asBoolean()).isTrue();
        assertThat(result.path("accounts").get(0).path("state").asText()).isEqualTo("IN_EFFECT");
        assertThat(result.path("accounts").get(0).path("balanceHeldFen").textValue())
                .as("a string, as for: stoppay get")
                .isEqualTo("14000000");
        assertThat(result.path("reportedFen").textValue()).isEqualTo("14000000");
        assertThat(result.path("timeline").get(0).path("event").asText()).isEqualTo("CALL");
        assertThat(result.has("differences")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PULL,2", "SYNC,0"})
    void worldWithAPullInstitutionExitsWith2(String mode, int exitCode) throws IOException {
        Path world = directory.resolve("world.json");
        Files.writeString(world, "{\"institutions\":[{\"code\":\"103100000026\",\"mode\":\"" + mode + "\"}]}");

        assertThat(terminal.run("run", ZHANGZHOU + ".report.json", "--world", world.toString()))
                .isEqualTo(exitCode);
    }

    @Test
    void worldRefusedByTheSimulatorExitsWith2AndNoReportIsSent() {
        simulator.refuse();

        assertThat(play(ZHANGZHOU)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("  accounts[0].number: absent (expected: given)");
        terminal.run("list");
        assertThat(terminal.out()).contains("no cases");
    }
}
