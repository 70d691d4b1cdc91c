package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.client.MagicAccount;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** What an integrator tries first: the sample report, the magic accounts, and reflection. No world is loaded. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
class IntegratorsIT {

    private static final Path SAMPLE = Path.of("..", "docs", "dispatch", "sample.report.json");

    private final RunningSuite running;

    IntegratorsIT(RunningSuite running) {
        this.running = running;
    }

    @Test
    void theSampleReportEndsInEffect() throws IOException {
        assertThat(stateAfter(sample().build(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                .isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_MISMATCH, DECLINED",
        "NO_ACCOUNT, DECLINED",
        "ALREADY_HELD, HELD_BY_OTHER",
        "BALANCE_SHORT, IN_EFFECT",
        "THIRD_STOP, DECLINED",
        "SLOW, IN_EFFECT",
        "LATE_CALLBACK, IN_EFFECT",
        "GARBAGE, IN_EFFECT"
    })
    void aMagicAccountEndsAsItsNameSays(String name, String state) throws IOException {
        String number = running.simulator().magicAccounts().stream()
                .filter(account -> account.name().equals(name))
                .map(MagicAccount::number)
                .findFirst()
                .orElseThrow();
        ReportFraudRequest.Builder report =
                sample().setRequestId(new Ids(SystemTime.SOURCE).next().toString());
        report.getTransfersBuilder(0).getPayeeBuilder().setNumber(number).setInstitutionCode("309391000011");
        StopOrderState expected = StopOrderState.valueOf("STOP_ORDER_STATE_" + state);

        assertThat(stateAfter(report.build(), expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = ServiceName.class, mode = EnumSource.Mode.EXCLUDE, names = "SIMULATOR")
    void aSuiteThatUpStartedTellsItsContract(ServiceName service) {
        Map<ServiceName, String> told = Map.of(
                ServiceName.INTAKE, "stoppayment.intake.v1.CaseIntakeService",
                ServiceName.FREEZE, "stoppayment.freeze.v1.AccountFreezeService",
                ServiceName.GATEWAY, "stoppayment.gateway.v1.InstitutionTrialService",
                ServiceName.RECOVERY, "stoppayment.recovery.v1.FundRecoveryService");
        ManagedChannel channel = NettyChannelBuilder.forTarget(running.suite().grpcAddress(service))
                .usePlaintext()
                .build();
        try {
            byte[] listServices = {0x3a, 1, '*'}; // field 7, list_services
            byte[] answer = ClientCalls.blockingServerStreamingCall(
                            channel, REFLECTION, CallOptions.DEFAULT, listServices)
                    .next();
            assertThat(new String(answer, StandardCharsets.UTF_8)).contains(told.get(service));
        } finally {
            channel.shutdownNow();
        }
    }

    private StopOrderState stateAfter(ReportFraudRequest report, StopOrderState expected) {
        String caseId = running.clients().intake().reportFraud(report).getCaseId();
        return await().atMost(RunningSuite.TIMEOUT).until(() -> state(caseId), expected::equals);
    }

    private StopOrderState state(String caseId) {
        return running
                .clients()
                .intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build())
                .getProgress()
                .getOrdersList()
                .stream()
                .findFirst()
                .map(StopOrder::getState)
                .orElse(StopOrderState.STOP_ORDER_STATE_UNSPECIFIED);
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
