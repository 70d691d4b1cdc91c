package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.DecideDepositRequest;
import org.stoppayment.proto.recovery.v1.Deposit;
import org.stoppayment.proto.recovery.v1.DepositState;
import org.stoppayment.proto.recovery.v1.GetVictimRequest;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.SetRefundAccountRequest;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;

/** Cash that a victim paid in counts when a booking matches it; otherwise an officer decides. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class DepositPlansTest extends PlanFixture {

    @Test
    void depositThatABookingMatchesNeedsNoDecision() {
        facts.deposited(caseOne, collector, 5000_00, NOON);
        facts.creditedInCash(collector, "ATM1", 5000_00, NOON.plusSeconds(30));
        frozenAndVerified();
        chooseAccount("6228480000000000015", "张三");

        work();

        assertThat(summary(caseOne).getUnmetList()).isEmpty();
        assertThat(deposit().getState()).isEqualTo(DepositState.DEPOSIT_STATE_BOOKED);
    }

    @Test
    void depositThatNoBookingMatchesWaitsForAnOfficer() {
        UUID transferId = facts.deposited(caseOne, collector, 5000_00, NOON);
        facts.creditedInCash(collector, "ATM1", 4900_00, NOON.plusSeconds(30));
        frozenAndVerified();

        work();

        assertThat(summary(caseOne).getUnmetList()).contains(RefundCondition.REFUND_CONDITION_DEPOSIT_CONFIRMED);
        assertThat(deposit().getState()).isEqualTo(DepositState.DEPOSIT_STATE_OPEN);

        decide(transferId, true);
        work();

        assertThat(summary(caseOne).getUnmetList()).doesNotContain(RefundCondition.REFUND_CONDITION_DEPOSIT_CONFIRMED);
        assertThat(deposit().getState()).isEqualTo(DepositState.DEPOSIT_STATE_CONFIRMED);
    }

    @Test
    void rejectedDepositIsNoLoss() {
        facts.paid(caseOne, collector, 100_00, NOON);
        UUID transferId = facts.deposited(caseOne, collector, 5000_00, NOON.plusSeconds(60));
        frozenAndVerified();
        work();
        assertThat(victim().getLossFen()).isEqualTo(5100_00);

        decide(transferId, false);
        work();

        assertThat(victim().getLossFen()).isEqualTo(100_00);
        assertThat(deposit().getState()).isEqualTo(DepositState.DEPOSIT_STATE_REJECTED);
        assertThat(draft(caseOne).getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(100_00);
        decide(transferId, true);
        work();
        assertThat(victim().getLossFen()).isEqualTo(5100_00);
    }

    @Test
    void victimWhoPaidCashNeedsAnAccountToBePaidTo() {
        facts.deposited(caseOne, collector, 5000_00, NOON);
        facts.creditedInCash(collector, "ATM1", 5000_00, NOON.plusSeconds(30));
        frozenAndVerified();
        work();
        assertThat(summary(caseOne).getUnmetList())
                .containsExactly(RefundCondition.REFUND_CONDITION_REFUND_ACCOUNT_KNOWN);

        assertRefused("NAME_DIFFERS", () -> chooseAccount("6228480000000000015", "李四"));
        assertRefused("ACCOUNT_OF_FRAUD", () -> chooseAccount(collector.number(), "张三"));
        chooseAccount("6228480000000000015", "张三");
        work();

        assertThat(summary(caseOne).getUnmetList()).isEmpty();
        assertThat(draft(caseOne)
                        .getAccounts(0)
                        .getPayouts(0)
                        .getRefundAccount()
                        .getAccount()
                        .getNumber())
                .isEqualTo("6228480000000000015");
    }

    private void chooseAccount(String number, String name) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .setRefundAccount(SetRefundAccountRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode("102100099996")
                                .setNumber(number)
                                .setName(name))
                        .setReason("the victim paid cash")
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .extracting(failure -> String.valueOf(StatusProto.fromThrowable(failure)))
                .asString()
                .contains(code);
    }

    @Test
    void onlyTransfersWithoutPayerAreDecided() {
        UUID transferId = facts.paid(caseOne, collector, 100_00, NOON);
        facts.filed(caseOne, "张三", NOON);

        for (UUID other : new UUID[] {transferId, FreshIds.next()}) {
            assertThatThrownBy(() -> decide(other, true))
                    .extracting(failure -> Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    private void frozenAndVerified() {
        facts.balance(collector, 5000_00, NOON.plusSeconds(600));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.hold(caseOne, collector, "FREEZE", 5000_00, NOON.plusSeconds(1000));
        verify(caseOne);
    }

    private void decide(UUID transferId, boolean isConfirmed) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .decideDeposit(DecideDepositRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setTransferId(transferId.toString())
                        .setIsConfirmed(isConfirmed)
                        .setReason("receipt of the ATM")
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    private Deposit deposit() {
        assertThat(victim().getDepositsCount()).isEqualTo(1);
        return victim().getDeposits(0);
    }

    private Victim victim() {
        return VictimServiceGrpc.newBlockingStub(client.channel())
                .getVictim(GetVictimRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .build())
                .getVictim();
    }
}
