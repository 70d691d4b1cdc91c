package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.fake.FakeServices;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.PretendedSuite;

class MulesCommandTest {

    @TempDir
    private Path directory;

    private Server server;
    private Terminal terminal;

    @BeforeEach
    void serve() {
        List<Integer> ports = FreePorts.find(2);
        server = new FakeServices().serve(ports.get(0));
        PretendedSuite.write(directory.resolve("state"), ports.get(0), ports.get(1));
        terminal = new Terminal(directory)
                .with("STOPPAY_STATE", directory.resolve("state").toString());
    }

    @AfterEach
    void stopServing() {
        server.shutdownNow();
    }

    @Test
    void knownMulesAreListed() {
        assertThat(terminal.run("mules")).isZero();
        assertThat(terminal.out()).contains("6228480000000001016", "13,000.00", "HELD");
        assertThat(terminal.run("mules", "-o", "json")).isZero();
        assertThat(terminal.out()).contains("\"caseCount\": 2");
    }

    @Test
    void oneMuleIsShownWithItsCasesAndStops() {
        assertThat(terminal.run("mules", "6228480000000001016")).isZero();
        assertThat(terminal.out()).contains("case one", "order one", "IN_EFFECT", "urgent");
    }

    @Test
    void accountThatIsNotKnownExitsWith4() {
        assertThat(terminal.run("mules", "6228480000000009999")).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void commandExplainsItself() {
        assertThat(terminal.run("mules", "--help")).isZero();
        assertThat(terminal.out()).startsWith("Usage: stoppay mules").contains("Examples:");
    }
}
