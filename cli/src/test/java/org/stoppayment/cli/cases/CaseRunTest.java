package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.grpc.Server;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.fake.FakeServices;
import org.stoppayment.cli.fake.FakeSimulator;
import org.stoppayment.cli.fake.TestCertificates;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.text.Language;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

class CaseRunTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeServices services = new FakeServices();

    @TempDir
    private Path directory;

    private Server server;
    private FakeSimulator simulator;
    private ServiceClients clients;
    private SimulatorClient control;

    @BeforeEach
    void serve() {
        List<Integer> ports = FreePorts.find(2);
        server = services.serve(ports.get(0));
        simulator = new FakeSimulator(ports.get(1));
        String address = "127.0.0.1:" + ports.get(0);
        CertificateFiles certificates = new CertificateFiles(directory);
        TestCertificates.write(certificates);
        clients = new ServiceClients(
                Map.of(ServiceName.INTAKE, address, ServiceName.FREEZE, address, ServiceName.RECOVERY, address),
                certificates,
                Language.EN);
        control = new SimulatorClient(URI.create("http://127.0.0.1:" + ports.get(1)));
    }

    @AfterEach
    void stopServing() {
        clients.close();
        server.shutdownNow();
        simulator.close();
    }

    private CaseOutcome play(Duration timeout) {
        ReportFraudRequest report = ProtoFile.read(
                        Path.of("..", "cases"),
                        "zhangzhou-loan-140k.report.json",
                        InputStream.nullInputStream(),
                        ReportFraudRequest.newBuilder())
                .build();
        World world = new World(JsonNodeFactory.instance.objectNode());
        return new CaseRun(clients, control, SystemTime.SOURCE, timeout).play(report, world);
    }

    @Test
    void aCaseIsFollowedUntilItIsKnownSettledAndBooked() {
        AtomicInteger looks = new AtomicInteger();
        services.tamper(progress -> {
            int look = looks.incrementAndGet();
            return progress.toBuilder()
                    .setKnown(look > 1)
                    .setSettled(look > 2)
                    .setBooked(look > 3)
                    .build();
        });

        CaseOutcome outcome = play(LONG);

        assertThat(outcome.settled()).isTrue();
        assertThat(looks).hasValue(4);
    }

    @Test
    void unsettledCaseReportsWhatIsMissing() {
        services.tamper(progress ->
                progress.toBuilder().setSettled(false).setBooked(false).build());

        CaseOutcome outcome = play(SHORT);

        assertThat(outcome.settled()).isFalse();
        assertThat(outcome.unsettled()).contains("orders are still under way", "not all events have reached recovery");
    }

    @Test
    void booksThatDisagreeAreNotSettled() {
        services.tamper(progress -> progress.toBuilder()
                .setTaintedHeldFen(progress.getTaintedHeldFen() - 1)
                .build());

        CaseOutcome outcome = play(SHORT);

        assertThat(outcome.settled()).isFalse();
        assertThat(outcome.unsettled()).containsExactly("recovery heldFen: 14000000 (expected: 13999999)");
    }
}
