package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc.CaseIntakeServiceBlockingStub;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;

/** The published client configuration, on a real channel over a real socket. */
class ServiceConfigTest {

    private static final String RESOURCE = "/stoppayment/intake/v1/service-config.json";
    private static final Pattern TIMEOUT = Pattern.compile("\"timeout\": \"[0-9]+s\"");

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodIsSentAgainWhenIntakeIsAway(Consumer<CaseIntakeServiceBlockingStub> call, long timeoutSeconds)
            throws Exception {
        try (FakeIntake intake = new FakeIntake(Status.UNAVAILABLE, Status.UNAVAILABLE);
                Client client = new Client(intake, published())) {
            call.accept(client.stub);

            assertThat(intake.seen).hasSize(3);
            assertThat(intake.previousAttempts).containsExactly("0", "1", "2");
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodHasItsTimeout(Consumer<CaseIntakeServiceBlockingStub> call, long timeoutSeconds) throws Exception {
        try (FakeIntake intake = new FakeIntake();
                Client client = new Client(intake, published())) {
            call.accept(client.stub);

            assertThat(intake.seen).hasSize(1);
            assertThat(intake.seen.get(0).millisLeft()).isBetween(timeoutSeconds * 500, timeoutSeconds * 1_000);
        }
    }

    @Test
    void aReportSentAgainKeepsItsRequestId() throws Exception {
        String requestId = "0193a000-0000-7000-8000-0000000000a1";
        try (FakeIntake intake = new FakeIntake(Status.UNAVAILABLE, Status.UNAVAILABLE);
                Client client = new Client(intake, published())) {
            var answer = client.stub.reportFraud(
                    ReportFraudRequest.newBuilder().setRequestId(requestId).build());

            assertThat(answer.getCaseId()).isEqualTo(FakeIntake.CASE_ID);
            assertThat(intake.seen)
                    .extracting(FakeIntake.Seen::requestId)
                    .containsExactlyElementsOf(Collections.nCopies(3, requestId));
        }
    }

    @Test
    void aReportIsSentFiveTimesInAllAndThenItIsTheCallersTurn() throws Exception {
        try (FakeIntake intake = new FakeIntake(
                        Collections.nCopies(6, Status.UNAVAILABLE).toArray(Status[]::new));
                Client client = new Client(intake, published())) {
            assertThat(client.reportFraud()).isEqualTo(Status.Code.UNAVAILABLE);

            assertThat(intake.seen).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OK", "UNAVAILABLE"})
    void nothingButUnavailableIsSentAgain(Status.Code code) throws Exception {
        try (FakeIntake intake = new FakeIntake(code.toStatus());
                Client client = new Client(intake, published())) {
            assertThat(client.reportFraud()).isEqualTo(code);

            assertThat(intake.seen).hasSize(1);
        }
    }

    @Test
    void aReportWithoutAnAnswerEndsWithTheDeadlineAndIsNotSentAgainByTheChannel() throws Exception {
        String impatient = TIMEOUT.matcher(published()).replaceAll("\"timeout\": \"0.3s\"");
        try (FakeIntake intake = new FakeIntake(FakeIntake.SILENCE);
                Client client = new Client(intake, impatient)) {
            assertThat(client.reportFraud()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);

            assertThat(intake.seen).hasSize(1);
        }
    }

    @Test
    void everyMethodOfTheServiceIsConfiguredOnce() throws Exception {
        List<String> configured = new ArrayList<>();
        for (Object methodConfig : (List<?>) read(published()).get("methodConfig")) {
            for (Object name : (List<?>) ((Map<?, ?>) methodConfig).get("name")) {
                Map<?, ?> parts = (Map<?, ?>) name;
                configured.add(parts.get("service") + "/" + parts.get("method"));
            }
        }
        assertThat(configured)
                .containsExactlyInAnyOrderElementsOf(CaseIntakeServiceGrpc.getServiceDescriptor().getMethods().stream()
                        .map(method -> method.getFullMethodName())
                        .toList());
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                method(stub -> stub.reportFraud(ReportFraudRequest.getDefaultInstance()), 10),
                method(stub -> stub.supplementCase(SupplementCaseRequest.getDefaultInstance()), 10),
                method(stub -> stub.getCase(GetCaseRequest.getDefaultInstance()), 5),
                method(stub -> stub.listCases(ListCasesRequest.getDefaultInstance()), 5));
    }

    private static Arguments method(Consumer<CaseIntakeServiceBlockingStub> call, long timeoutSeconds) {
        return Arguments.of(call, timeoutSeconds);
    }

    private static String published() throws IOException {
        try (InputStream json = ServiceConfigTest.class.getResourceAsStream(RESOURCE)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, ?> read(String json) {
        return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {});
    }

    private static final class Client implements AutoCloseable {
        private final ManagedChannel channel;
        private final CaseIntakeServiceBlockingStub stub;

        Client(FakeIntake intake, String serviceConfig) {
            channel = Grpc.newChannelBuilder(intake.address(), InsecureChannelCredentials.create())
                    .defaultServiceConfig(read(serviceConfig))
                    .build();
            stub = CaseIntakeServiceGrpc.newBlockingStub(channel);
        }

        /** The status that a report ends with. */
        Status.Code reportFraud() {
            StatusRuntimeException failure = catchThrowableOfType(
                    StatusRuntimeException.class, () -> stub.reportFraud(ReportFraudRequest.getDefaultInstance()));
            return failure == null ? Status.Code.OK : failure.getStatus().getCode();
        }

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }
}
