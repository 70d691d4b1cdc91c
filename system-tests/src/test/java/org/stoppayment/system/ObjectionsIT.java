package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.DescribeHoldRequest;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.HoldNotice;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Holders object, and what is decided is done at the simulated institutions. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class ObjectionsIT {

    private static final long TAINT = 3_333_300;
    private static final String DIGEST = "b2".repeat(32);
    private static final String POLICE = "上海市公安局";

    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final ServiceClients clients;

    ObjectionsIT(RunningSuite running) {
        this.desk = running.desk();
        this.banks = running.banks();
        this.clients = running.clients();
    }

    @BeforeEach
    void banksBehave() {
        banks.behave();
    }

    @Test
    void merchantWhoDeliveredKeepsWhatIsNotTheCases() {
        Transfer transfer = Reports.paid(SimulatedBanks.ICBC, TAINT);
        Account account = transfer.getPayee();
        String caseId = stoppedCase(transfer);
        file(caseId);
        HoldNotice told = told(account);
        assertThat(told.getCaseId()).isEqualTo(caseId);
        Objection opened = open(account);

        decideOnceFiled(decision(opened, ObjectionOutcome.OBJECTION_OUTCOME_LIMITED)
                .setDocumentDigest(DIGEST)
                .setApprover(Approver.newBuilder()
                        .setOrganisation(POLICE)
                        .setBadgeNumber("000001")
                        .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)));

        awaitDecided(opened);
        desk.awaitOrder(caseId, account.getNumber(), StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(banks.frozenFen(account.getNumber())).isEqualTo(TAINT);
        assertThat(banks.liveStops(account.getNumber())).isZero();
    }

    @Test
    void wrongPersonIsReleased() {
        Transfer transfer = Reports.paid(SimulatedBanks.ABC, TAINT);
        Account account = transfer.getPayee();
        String caseId = stoppedCase(transfer);
        Objection opened = open(account);

        clients.objections()
                .decideObjection(decision(opened, ObjectionOutcome.OBJECTION_OUTCOME_UPHELD)
                        .build());

        awaitDecided(opened);
        desk.awaitOrder(caseId, account.getNumber(), StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(banks.liveStops(account.getNumber())).isZero();
    }

    private String stoppedCase(Transfer transfer) {
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        return caseId;
    }

    private void file(String caseId) {
        clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setOperator(DispatchDesk.OFFICER)
                        .setFacts(FilingFacts.newBuilder()
                                .setNumber("2026-9")
                                .setOrganisation(POLICE)
                                .setFiledAt(desk.getCase(caseId).getCase().getAcceptedAt())
                                .setDocumentDigest(DIGEST))
                        .build());
    }

    private HoldNotice told(Account account) {
        return clients.objections()
                .describeHold(DescribeHoldRequest.newBuilder()
                        .setInstitutionCode(account.getInstitutionCode())
                        .setAccountNumber(account.getNumber())
                        .build())
                .getHolds(0);
    }

    private Objection open(Account account) {
        return clients.objections()
                .openObjection(OpenObjectionRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setInstitutionCode(account.getInstitutionCode())
                        .setAccountNumber(account.getNumber())
                        .setObjector(Objector.newBuilder()
                                .setName("钱某某")
                                .setRelation(ObjectorRelation.OBJECTOR_RELATION_HOLDER)
                                .setPhone("13900000000"))
                        .setGrounds(ObjectionGrounds.OBJECTION_GROUNDS_GOODS_DELIVERED)
                        .setStatement("货物已经发出")
                        .setOwner(DispatchDesk.OFFICER)
                        .setOperator(DispatchDesk.OFFICER)
                        .build())
                .getObjection();
    }

    private static DecideObjectionRequest.Builder decision(Objection objection, ObjectionOutcome outcome) {
        return DecideObjectionRequest.newBuilder()
                .setObjectionId(objection.getObjectionId())
                .setOutcome(outcome)
                .setReason("查明情况属实")
                .setOperator(DispatchDesk.OFFICER);
    }

    /** The filing reaches account-freeze a moment later: until then the limit is refused. */
    private void decideOnceFiled(DecideObjectionRequest.Builder decision) {
        await().atMost(RunningSuite.TIMEOUT)
                .ignoreExceptionsMatching(
                        failure -> String.valueOf(failure.getMessage()).contains("not filed"))
                .until(() -> clients.objections().decideObjection(decision.build()), taken -> true);
    }

    private void awaitDecided(Objection objection) {
        await().atMost(RunningSuite.TIMEOUT)
                .until(
                        () -> clients.objections()
                                .getObjection(GetObjectionRequest.newBuilder()
                                        .setObjectionId(objection.getObjectionId())
                                        .build())
                                .getObjection()
                                .getState(),
                        state -> state == ObjectionState.OBJECTION_STATE_DECIDED);
    }
}
