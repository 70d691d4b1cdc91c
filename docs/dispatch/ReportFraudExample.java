import java.util.UUID;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports a fraud and prints what to correct. Arguments: host:port dispatch.crt dispatch.key authorities.crt */
public final class ReportFraudExample {

    public static void main(String[] args) throws Exception {
        ReportFraudRequest report = ReportFraudRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString()) // one for each report: store it before you send
                .setChannel(Channel.CHANNEL_CALL_110)
                .setVictim(Victim.newBuilder().setName("林某").setPhone("13800000002"))
                .addTransfers(Transfer.newBuilder()
                        .setPayee(Account.newBuilder().setName("卡主甲")
                                .setNumber("6299990000000000079").setInstitutionCode("403100000004"))
                        .setAmountFen(14_000_000)) // CNY 140,000.00
                .build();
        try (IntakeConnection intake = IntakeConnection.open(args)) {
            ReportFraudResponse answer = intake.report(report);
            System.out.println("case " + answer.getCaseId());
            answer.getWarningsList()
                    .forEach(w -> System.out.println("ask: " + w.getField() + " " + w.getDescription()));
        }
    }
}
