package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.fake.FakeServices;
import org.stoppayment.cli.fake.FakeSimulator;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.PretendedSuite;

class TraceCommandTest {

    private static final Path CASES = Path.of("..", "cases").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private Server server;
    private FakeSimulator simulator;
    private Terminal terminal;

    @BeforeEach
    void serve() {
        List<Integer> ports = FreePorts.find(2);
        server = new FakeServices().serve(ports.get(0));
        simulator = new FakeSimulator(ports.get(1));
        PretendedSuite.write(directory.resolve("state"), ports.get(0), ports.get(1));
        terminal = new Terminal(CASES)
                .with("STOPPAY_STATE", directory.resolve("state").toString());
    }

    @AfterEach
    void stopServing() {
        server.shutdownNow();
        simulator.close();
    }

    @Test
    void aTraceIsShownAsATreeForGraphvizAndForPrograms() throws IOException {
        terminal.run("report", "ningbo-ten-levels-6m.report.json", "-o", "json");
        String caseId = Json.MAPPER.readTree(terminal.out()).path("caseId").asText();

        assertThat(terminal.run("trace", caseId)).isZero();
        assertThat(terminal.out()).contains("└─ ", "reported 6,000,000.00 = held 6,000,000.00");
        assertThat(terminal.run("trace", caseId, "-o", "dot")).isZero();
        assertThat(terminal.out()).contains("digraph \"case " + caseId, " -> ");
        assertThat(terminal.run("trace", caseId, "-o", "json")).isZero();
        assertThat(terminal.out()).contains("\"conserved\": true");
    }

    @Test
    void aTraceOfAnUnknownCaseExitsWith4() {
        assertThat(terminal.run("trace", "0193a000-0000-7000-8000-00000000ffff"))
                .isEqualTo(ExitCode.NOT_FOUND);
    }
}
