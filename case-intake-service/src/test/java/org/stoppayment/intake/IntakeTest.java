package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc.CaseIntakeServiceBlockingStub;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Warning;

/** Tests of the service over real gRPC, with a real Postgres. */
@QuarkusTestResource(IntakeTestResource.class)
abstract class IntakeTest {

    private static final Ids IDS = new Ids(SystemTime.SOURCE);

    @TestHTTPResource(value = "/", tls = true)
    URL address;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "stoppayment.freeze.address")
    String freezeAddress;

    TcpProxy databaseLink;
    ManagedChannel channel;
    CaseIntakeServiceBlockingStub intake;

    @BeforeEach
    void connect() {
        channel = newChannel();
        intake = CaseIntakeServiceGrpc.newBlockingStub(channel);
    }

    ManagedChannel newChannel() {
        return TestCertificates.channel(TestCertificates.COMMAND, ServiceNames.CASE_INTAKE, address.getPort())
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    int freezePort() {
        return Integer.parseInt(freezeAddress.substring(freezeAddress.indexOf(':') + 1));
    }

    static String newId() {
        return IDS.next().toString();
    }

    static StatusRuntimeException failureOf(ThrowingCallable call) {
        StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(failure).as("the call should have failed").isNotNull();
        return failure;
    }

    static Status.Code codeOf(ThrowingCallable call) {
        return failureOf(call).getStatus().getCode();
    }

    /** The warnings about an accepted report, as {@code field CODE}. */
    List<String> warningsOf(ReportFraudRequest.Builder report) {
        return brief(intake.reportFraud(report.build()).getWarningsList());
    }

    /** A report with this transfer only. */
    static ReportFraudRequest.Builder with(Transfer.Builder transfer) {
        return Reports.report().setTransfers(0, transfer);
    }

    /** The violations of an INVALID_ARGUMENT, as {@code field CODE}. */
    static List<String> violationsOf(ThrowingCallable call) {
        StatusRuntimeException failure = failureOf(call);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        return detail(failure, BadRequest.class).getFieldViolationsList().stream()
                .map(violation -> violation.getField() + " " + violation.getReason())
                .toList();
    }

    static <M extends Message> M detail(StatusRuntimeException failure, Class<M> type) {
        for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
            try {
                if (detail.is(type)) {
                    return detail.unpack(type);
                }
            } catch (InvalidProtocolBufferException broken) {
                throw new IllegalStateException(broken);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + failure.getStatus());
    }

    /** Warnings as {@code field CODE}. */
    static List<String> brief(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> warning.getField() + " " + warning.getCode())
                .toList();
    }

    /** The number that a query returns. */
    long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Restores the link and waits until closed connections are replaced. */
    void reconnectDatabase() {
        databaseLink.join();
        await().ignoreExceptions().until(() -> count("SELECT count(*) FROM fraud_case") >= 0);
        await().ignoreException(StatusRuntimeException.class)
                .until(() ->
                        intake.listCases(ListCasesRequest.getDefaultInstance()).isInitialized());
    }

    /** Blocks all writes of submissions until the result is closed. */
    BlockedWrites blockWrites() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE submission IN EXCLUSIVE MODE");
        }
        return new BlockedWrites(connection);
    }

    /** Blocked commits. */
    final class BlockedWrites implements AutoCloseable {

        private final Connection lock;

        private BlockedWrites(Connection lock) {
            this.lock = lock;
        }

        /** Waits until this number of commits is blocked. */
        void awaitCommits(int number) {
            await().until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") == number);
        }

        /** Waits until this number of submissions waits for the next commit. */
        void awaitQueued(int number) {
            await().until(() ->
                    registry.get("stoppayment.submissions.waiting").gauge().value() == number);
        }

        @Override
        public void close() throws SQLException {
            lock.rollback();
            lock.close();
        }
    }

    void deleteAll() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE submission, fraud_case, transfer, withdrawal, filing, closing, outbox");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean isStored(String requestId) {
        return count("SELECT count(*) FROM submission WHERE request_id = ?", UUID.fromString(requestId)) > 0;
    }
}
