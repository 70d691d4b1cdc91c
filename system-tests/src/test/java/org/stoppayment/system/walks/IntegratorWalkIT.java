package org.stoppayment.system.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.client.ServiceConnection;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Printed;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/**
 * What an integrator tries first: the descriptor set, reflection, and the sample report, by the command and by the Node example. No
 * world is loaded.
 */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class IntegratorWalkIT {

    private static final Path DISPATCH = Path.of("..", "docs", "dispatch");
    private static final Path SAMPLE = DISPATCH.resolve("sample.report.json");
    private static final Map<ServiceName, String> SERVICES = Map.of(
            ServiceName.INTAKE, "stoppayment.intake.v1.CaseIntakeService",
            ServiceName.FREEZE, "stoppayment.freeze.v1.AccountFreezeService",
            ServiceName.GATEWAY, "stoppayment.gateway.v1.InstitutionTrialService",
            ServiceName.RECOVERY, "stoppayment.recovery.v1.FundRecoveryService");

    private final RunningSuite running;

    @TempDir
    private Path folder;

    IntegratorWalkIT(RunningSuite running) {
        this.running = running;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSampleReportEndsInEffectAndIsTheSameCaseWhoeverSendsIt(Language language) throws Exception {
        PackagedCommand stoppay =
                new PackagedCommand(language, running.suite().directory().path());

        Printed reported =
                stoppay.run("report", SAMPLE.toAbsolutePath().toString()).exits(ExitCode.OK);
        String caseId = reported.out().strip();

        String payee = sample().getTransfers(0).getPayee().getNumber();
        running.desk().awaitOrder(caseId, payee, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        stoppay.run("report", SAMPLE.toAbsolutePath().toString())
                .exits(ExitCode.OK)
                .prints(caseId)
                .says(stoppay.words("known already", "此前已受理"));
    }

    @Test
    void theNodeExampleGetsTheAnswerThatTheCommandGets() throws Exception {
        assumeTrue(
                Files.isDirectory(DISPATCH.resolve("node_modules")),
                "the packages of the Node example are missing: npm ci --prefix docs/dispatch");
        String caseId = running.desk().report(sample().build());

        CertificateFiles certificates = running.suite().directory().certificates();
        Path output = folder.resolve("node.txt");
        Process node = new ProcessBuilder(List.of(
                        "node",
                        DISPATCH.resolve("report-fraud.js").toString(),
                        running.suite().grpcAddress(ServiceName.INTAKE),
                        SAMPLE.toString(),
                        certificates.certificate(CertificateFiles.DISPATCH).toString(),
                        certificates.key(CertificateFiles.DISPATCH).toString(),
                        certificates.authorities().toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(node.waitFor(RunningSuite.TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            node.destroyForcibly();
        }

        assertThat(Files.readString(output)).contains("case " + caseId);
        assertThat(node.exitValue()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = ServiceName.class, mode = EnumSource.Mode.EXCLUDE, names = "SIMULATOR")
    void whatTheDescriptorSetHasASuiteThatUpStartedTellsByReflection(ServiceName service) throws IOException {
        String name = SERVICES.get(service);
        assertThat(described()).contains(name);

        ManagedChannel channel = ServiceConnection.open(running.suite(), service, CertificateFiles.COMMAND);
        try {
            byte[] listServices = {0x3a, 1, '*'}; // field 7, list_services
            byte[] answer = ClientCalls.blockingServerStreamingCall(
                            channel, REFLECTION, CallOptions.DEFAULT, listServices)
                    .next();
            assertThat(new String(answer, StandardCharsets.UTF_8)).contains(name);
        } finally {
            channel.shutdownNow();
        }
    }

    /** The services of the descriptor set in the jar of the contract. */
    private static List<String> described() throws IOException {
        try (InputStream file = ReportFraudRequest.class.getResourceAsStream("/stoppayment/contract.dsc")) {
            return FileDescriptorSet.parseFrom(file).getFileList().stream()
                    .flatMap(each -> each.getServiceList().stream().map(service -> packageOf(each) + service.getName()))
                    .toList();
        }
    }

    private static String packageOf(FileDescriptorProto file) {
        return file.getPackage() + ".";
    }

    private static ReportFraudRequest.Builder sample() throws IOException {
        ReportFraudRequest.Builder report = ReportFraudRequest.newBuilder();
        JsonFormat.parser().merge(Files.readString(SAMPLE), report);
        return report;
    }

    /** Declared with one request, so that the call is half closed after it. */
    private static final MethodDescriptor<byte[], byte[]> REFLECTION = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
            .setFullMethodName("grpc.reflection.v1.ServerReflection/ServerReflectionInfo")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
