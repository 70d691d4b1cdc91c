import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
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
import java.util.UUID;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc.CaseIntakeServiceBlockingStub;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports a fraud and prints what to put right. Arguments: host:port [client.pem client-key.pem ca.pem] */
public final class ReportFraudExample {

    private static final Set<Status.Code> SEND_AGAIN =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    private ReportFraudExample() {}

    public static void main(String[] args) throws Exception {
        ReportFraudRequest report = ReportFraudRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString()) // once a report: store it with the report before sending
                .setChannel(Channel.CHANNEL_CALL_110)
                .setVictim(Victim.newBuilder().setName("林某").setPhone("13800000002"))
                .addTransfers(Transfer.newBuilder()
                        .setPayee(Account.newBuilder().setName("卡主甲").setNumber("6228480000000000125"))
                        .setAmountFen(14_000_000)) // CNY 140,000.00
                .build();
        ManagedChannel channel = Grpc.newChannelBuilder(args[0], credentials(args))
                .defaultServiceConfig(serviceConfig())
                .build();
        try {
            ReportFraudResponse answer = sendUntilAnswered(CaseIntakeServiceGrpc.newBlockingStub(channel), report);
            System.out.println("case " + answer.getCaseId());
            answer.getWarningsList()
                    .forEach(w -> System.out.println("ask: " + w.getField() + " " + w.getDescription()));
        } finally {
            channel.shutdownNow();
        }
    }

    /** The channel has sent it up to five times already; whatever was lost on the way, the same request is safe again. */
    private static ReportFraudResponse sendUntilAnswered(
            CaseIntakeServiceBlockingStub intake, ReportFraudRequest report) throws InterruptedException {
        for (int round = 1; ; round++) {
            try {
                return intake.reportFraud(report);
            } catch (StatusRuntimeException failure) {
                if (round == 10 || !SEND_AGAIN.contains(failure.getStatus().getCode())) {
                    throw failure; // tell the operator: the stop must be asked for by telephone
                }
                System.out.println("no answer (" + failure.getStatus().getCode() + "), sending the same report again");
                Thread.sleep(1_000);
            }
        }
    }

    private static ChannelCredentials credentials(String[] args) throws IOException {
        return args.length < 4
                ? InsecureChannelCredentials.create() // on one machine, for trying out
                : TlsChannelCredentials.newBuilder()
                        .keyManager(new File(args[1]), new File(args[2]))
                        .trustManager(new File(args[3]))
                        .build();
    }

    /** Timeouts and retries as published with the contract. Gson reads numbers as Double, as gRPC wants them. */
    private static Map<String, ?> serviceConfig() throws IOException {
        try (Reader json = new InputStreamReader(
                CaseIntakeServiceGrpc.class.getResourceAsStream("/stoppayment/intake/v1/service-config.json"),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {});
        }
    }
}
