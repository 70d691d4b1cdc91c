package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;

class TraceCommandTest extends CommandTestBase {

    @Test
    void traceIsShownAsTreeDotAndJson() throws IOException {
        terminal.run("report", "ningbo-ten-levels-6m.report.json", "-o", "json");
        String caseId = Json.MAPPER.readTree(terminal.out()).path("caseId").asText();

        assertThat(terminal.run("trace", caseId)).isZero();
        assertThat(terminal.out()).contains("└─", "reported 6,000,000.00 = held 6,000,000.00");
        assertThat(terminal.run("trace", caseId, "--dot")).isZero();
        assertThat(terminal.out()).contains("digraph \"case " + caseId, " -> ");
        assertThat(terminal.run("trace", caseId, "-o", "json")).isZero();
        assertThat(terminal.out()).contains("\"conserved\": true");
        assertThat(terminal.out()).doesNotContain("钱某某");
        assertThat(terminal.run("trace", caseId, "-o", "json", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("钱某某");
    }

    @Test
    void aDrawingIsNoJson() {
        assertThat(terminal.run("trace", "--dot", "-o", "json", "0193a000-0000-7000-8000-00000000ffff"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--dot: with -o json");
    }

    @Test
    void aTraceOfAnUnknownCaseExitsWith4() {
        assertThat(terminal.run("trace", "0193a000-0000-7000-8000-00000000ffff"))
                .isEqualTo(ExitCode.NOT_FOUND);
    }
}
