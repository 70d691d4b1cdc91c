import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;

/** The connection to the intake, one for each process: credentials, service config and retries. */
final class IntakeConnection implements AutoCloseable {

    private static final Set<Status.Code> SEND_AGAIN = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    private final ManagedChannel channel;

    private IntakeConnection(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Arguments: host:port dispatch.crt dispatch.key authorities.crt */
    static IntakeConnection open(String[] args) throws IOException {
        ChannelCredentials credentials = TlsChannelCredentials.newBuilder()
                .keyManager(new File(args[1]), new File(args[2])) // who you are
                .trustManager(new File(args[3])) // whose word you take for it that the other end is the intake
                .build();
        return new IntakeConnection(Grpc.newChannelBuilder(args[0], credentials)
                .overrideAuthority("case-intake") // the name in the intake's certificate, whatever its address is
                .defaultServiceConfig(serviceConfig())
                .keepAliveTime(10, TimeUnit.SECONDS) // finds a flow that a firewall has dropped without a word
                .keepAliveTimeout(3, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(20, TimeUnit.SECONDS) // a connection that was idle for longer is not used again
                .build());
    }

    /** Sends the report until there is an answer. The channel has retried up to five times; the same request is always safe. */
    ReportFraudResponse report(ReportFraudRequest report) throws InterruptedException {
        for (int round = 1; ; round++) {
            try {
                return CaseIntakeServiceGrpc.newBlockingStub(channel).reportFraud(report);
            } catch (StatusRuntimeException failure) {
                if (round == 10 || !SEND_AGAIN.contains(failure.getStatus().getCode())) {
                    throw failure; // tell the operator to ask for the stop by telephone
                }
                System.out.println("no answer (" + failure.getStatus().getCode() + "), sending the same report again");
                Thread.sleep(1_000);
            }
        }
    }

    /** Timeouts and retries as published with the contract. Gson reads numbers as Double, as gRPC wants them. */
    private static Map<String, ?> serviceConfig() throws IOException {
        try (Reader json = new InputStreamReader(
                CaseIntakeServiceGrpc.class.getResourceAsStream("/stoppayment/intake/v1/service-config.json"),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {});
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
