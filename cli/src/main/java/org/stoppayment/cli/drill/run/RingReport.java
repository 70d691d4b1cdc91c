package org.stoppayment.cli.drill.run;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.plan.Ring.Party;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

/** The report of a victim of a ring. */
final class RingReport {

    private RingReport() {}

    /** The report of a victim, sent under {@code requestId} at {@code call}; payments are told from the first call on. */
    static ReportFraudRequest of(Ring ring, int victim, UUID requestId, Instant firstCall, Instant call) {
        Party payer = ring.victim(victim);
        ReportFraudRequest.Builder report = ReportFraudRequest.newBuilder()
                .setRequestId(requestId.toString())
                .setChannel(Channel.CHANNEL_CALL_110)
                .setReceivedAt(timestamp(call))
                .setOperator(Operator.newBuilder().setOrganisation("drill"))
                .setFraudType(FraudType.FRAUD_TYPE_OTHER)
                .setVictim(Victim.newBuilder().setName(payer.name()));
        for (Payment payment : ring.paymentsOf(victim)) {
            Party payee = ring.mules().get(payment.mule()).account();
            report.addTransfers(Transfer.newBuilder()
                    .setPayer(account(payer, payer.name()))
                    .setPayee(account(payee, payment.reportedName()))
                    .setAmountFen(payment.amountFen())
                    .setCurrency("CNY")
                    .setTransferredAt(timestamp(RingWorld.at(firstCall, payment)))
                    .setSerial(payment.serial()));
        }
        return report.build();
    }

    private static Account account(Party party, String name) {
        return Account.newBuilder()
                .setInstitutionCode(party.institutionCode())
                .setNumber(party.number())
                .setName(name)
                .setKind(AccountKind.valueOf(party.kind()))
                .build();
    }

    private static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }
}
