package org.stoppayment.intake;

import com.google.protobuf.Timestamp;
import java.util.stream.IntStream;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.IdType;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports for tests. */
final class Reports {

    static final String CARD = "6222020000000000018";

    private Reports() {}

    /** A valid report without warnings. */
    static ReportFraudRequest.Builder report() {
        return ReportFraudRequest.newBuilder()
                .setRequestId(IntakeTest.newId())
                .setChannel(Channel.CHANNEL_CALL_110)
                .setReceivedAt(at(1_700_000_000))
                .setOperator(Operator.newBuilder().setOrganisation("110 desk").setBadgeNumber("031027"))
                .setFraudType(FraudType.FRAUD_TYPE_FAKE_LOAN)
                .setVictim(victim())
                .addTransfers(transfer());
    }

    static Victim.Builder victim() {
        return Victim.newBuilder()
                .setName("林某")
                .setIdType(IdType.ID_TYPE_RESIDENT_ID)
                .setIdNumber("11010519491231002X")
                .setPhone("13800000002");
    }

    static Transfer.Builder transfer() {
        return Transfer.newBuilder()
                .setPayer(account("6222020000000000117"))
                .setPayee(account(CARD))
                .setAmountFen(14_000_000)
                .setCurrency("CNY")
                .setTransferredAt(at(1_699_999_000))
                .setSerial("S-1");
    }

    static Account.Builder account(String number) {
        return Account.newBuilder()
                .setName("卡主甲")
                .setNumber(number)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .setInstitutionCode("102100099996");
    }

    static SupplementCaseRequest.Builder supplement(String caseId) {
        return SupplementCaseRequest.newBuilder()
                .setRequestId(IntakeTest.newId())
                .setCaseId(caseId);
    }

    static GetCaseRequest caseOf(String caseId) {
        return GetCaseRequest.newBuilder().setCaseId(caseId).build();
    }

    static Iterable<Transfer> transfers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> transfer().setSerial("S-" + i).build())
                .toList();
    }

    static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }
}
