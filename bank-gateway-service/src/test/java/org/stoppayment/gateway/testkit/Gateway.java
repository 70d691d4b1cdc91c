package org.stoppayment.gateway.testkit;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** The gateway under test, as account-freeze sees it: over a socket. */
public final class Gateway {

    /** The number of the account in every order; it must not appear in logs. */
    public static final String ACCOUNT_NUMBER = "6222020000000000018";
    /** The name in every order. */
    public static final String ACCOUNT_NAME = "张三丰";

    private final ManagedChannel freeze;
    private final ManagedChannel recovery;
    private final ManagedChannel command;

    private Gateway(int port) {
        freeze = channel(TestCertificates.service(ServiceNames.ACCOUNT_FREEZE), port);
        recovery = channel(TestCertificates.service(ServiceNames.FUND_RECOVERY), port);
        command = channel(TestCertificates.COMMAND, port);
    }

    private static ManagedChannel channel(CertificateSubject caller, int port) {
        return TestCertificates.channel(caller, ServiceNames.BANK_GATEWAY, port).build();
    }

    static Gateway at(int port) {
        return new Gateway(port);
    }

    void close() {
        freeze.shutdownNow();
        recovery.shutdownNow();
        command.shutdownNow();
    }

    /** As account-freeze calls. */
    public BankGatewayServiceGrpc.BankGatewayServiceBlockingStub calls() {
        return BankGatewayServiceGrpc.newBlockingStub(freeze);
    }

    /** As fund-recovery calls. */
    public BankGatewayServiceGrpc.BankGatewayServiceBlockingStub refunds() {
        return BankGatewayServiceGrpc.newBlockingStub(recovery);
    }

    /** The connection of account-freeze. */
    public ManagedChannel channel() {
        return freeze;
    }

    /** The connection of the command. */
    public ManagedChannel command() {
        return command;
    }

    public Outcome stop(String institution, String id) {
        return calls().sendStop(stopOrder(institution, id)).getOutcome();
    }

    public CompletableFuture<Outcome> stopLater(String institution, String id) {
        return stopLater(stopOrder(institution, id));
    }

    public CompletableFuture<Outcome> stopLater(SendStopRequest order) {
        return MutinyBankGatewayServiceGrpc.newMutinyStub(freeze)
                .sendStop(order)
                .map(response -> response.getOutcome())
                .subscribeAsCompletionStage();
    }

    public CompletableFuture<Outcome> refundLater(SendRefundRequest order) {
        return MutinyBankGatewayServiceGrpc.newMutinyStub(recovery)
                .sendRefund(order)
                .map(response -> response.getOutcome())
                .subscribeAsCompletionStage();
    }

    public Outcome lift(String institution, String id) {
        return calls().sendLift(liftOrder(institution, id)).getOutcome();
    }

    public Outcome extend(String institution, String id) {
        return calls().sendExtension(extensionOrder(institution, id)).getOutcome();
    }

    public Outcome inquire(String institution, String id) {
        return calls().inquire(InquireRequest.newBuilder()
                        .setInstitutionCode(institution)
                        .setApplicationId(id)
                        .build())
                .getOutcome();
    }

    public static SendStopRequest stopOrder(String institution, String id) {
        return SendStopRequest.newBuilder()
                .setApplicationId(id)
                .setCaseId("01890a5d-ac96-774b-bcce-b302099a8057")
                .setInstitutionCode(institution)
                .setAccount(account())
                .addTransfers(Transfer.newBuilder()
                        .setAmountFen(14_000_000)
                        .setTransferredAt(Timestamp.newBuilder().setSeconds(1_772_352_000))
                        .setSerial("S-1")
                        .setPayer(Account.newBuilder().setName("李四").setNumber("6228480000000000015")))
                .setReason("FAKE_LOAN")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(1_772_352_060).setNanos(5_000_000))
                .setOperator(Operator.newBuilder().setOrganisation("110 desk").setBadgeNumber("012345"))
                .build();
    }

    public static SendLiftRequest liftOrder(String institution, String id) {
        return SendLiftRequest.newBuilder()
                .setApplicationId(id)
                .setOriginalApplicationId("stop-1")
                .setCaseId("01890a5d-ac96-774b-bcce-b302099a8057")
                .setInstitutionCode(institution)
                .setAccount(account())
                .setReason("UNRELATED")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(1_772_352_060))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("anti-fraud centre")
                        .setBadgeNumber("100234"))
                .build();
    }

    public static SendExtensionRequest extensionOrder(String institution, String id) {
        return SendExtensionRequest.newBuilder()
                .setApplicationId(id)
                .setOriginalApplicationId("stop-1")
                .setCaseId("01890a5d-ac96-774b-bcce-b302099a8057")
                .setInstitutionCode(institution)
                .setAccount(account())
                .setReason("FAKE_LOAN")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(1_772_352_060))
                .setExpiresAt(Timestamp.newBuilder().setSeconds(1_772_524_861))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("anti-fraud centre")
                        .setBadgeNumber("100234"))
                .build();
    }

    private static Account account() {
        return Account.newBuilder()
                .setName(ACCOUNT_NAME)
                .setNumber(ACCOUNT_NUMBER)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }
}
