package org.stoppayment.cli.command;

import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.fake.FakeGateway;
import org.stoppayment.cli.fake.FakeServices;
import org.stoppayment.cli.fake.FakeSimulator;
import org.stoppayment.cli.suite.FakeSuiteState;
import org.stoppayment.cli.suite.FreePorts;

/** Base of tests that run commands in the folder of public cases, against fake services and a fake simulator. */
abstract class CommandTestBase {

    static final String ZHANGZHOU = "zhangzhou-loan-140k";

    /** Of the institution in the registry. */
    static final String SECRET = "whsec_YSBzZWNyZXQgb2YgbXkgb3duIGJhbms=";

    private static final Path CASES = Path.of("..", "cases").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    final FakeServices services = new FakeServices();
    Server server;
    FakeSimulator simulator;
    Terminal terminal;

    @BeforeEach
    void serve() {
        List<Integer> ports = FreePorts.find(2);
        server = services.serve(ports.get(0));
        simulator = new FakeSimulator(ports.get(1));
        FakeSuiteState.write(directory.resolve("state"), ports.get(0), ports.get(1));
        writeRegistry();
        terminal = new Terminal(CASES)
                .with("STOPPAY_STATE", directory.resolve("state").toString());
    }

    /** One institution of the suite, which the simulator plays. */
    private void writeRegistry() {
        String simulated = "institutions:\n  - {code: \"" + FakeGateway.CODE
                + "\", name: 中国工商银行, englishName: ICBC, kind: BANK, bins: [\"622202\"], endpoint:"
                + " \"http://127.0.0.1:1\", secret: " + SECRET + "}\n";
        try {
            Files.writeString(directory.resolve("state/institutions.yaml"), simulated);
            Files.writeString(directory.resolve("state/simulated.yaml"), simulated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stopServing() {
        server.shutdownNow();
        simulator.close();
    }
}
