package org.stoppayment.system.testkit;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** The officers who file cases and order freezes. */
public final class FreezeOffice {

    private static final int MAX_FREEZES = 200;
    private static final String DIGEST = "a1".repeat(32);
    private static final String POLICE = "上海市公安局";

    private final ServiceClients clients;

    public FreezeOffice(ServiceClients clients) {
        this.clients = clients;
    }

    /** Files a case. */
    public void file(String caseId, Timestamp filedAt) {
        clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setOperator(DispatchDesk.OFFICER)
                        .setFacts(FilingFacts.newBuilder()
                                .setNumber("2026-8")
                                .setOrganisation(POLICE)
                                .setFiledAt(filedAt)
                                .setDocumentDigest(DIGEST))
                        .build());
    }

    /** Orders a freeze for the case's money on the account. A filing reaches account-freeze a moment later: until then it is refused. */
    public Freeze orderOnceFiled(String caseId, Account account) {
        OrderFreezeRequest request = OrderFreezeRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(account.getInstitutionCode())
                .setAccountNumber(account.getNumber())
                .setDocumentDigest(DIGEST)
                .setApprover(chief())
                .setOperator(DispatchDesk.OFFICER)
                .build();
        return await().atMost(RunningSuite.TIMEOUT)
                .ignoreExceptionsMatching(
                        failure -> String.valueOf(failure.getMessage()).contains("not filed"))
                .until(() -> clients.holds().orderFreeze(request).getFreeze(), freeze -> true);
    }

    /** Orders a freeze to be lifted because its funds have nothing to do with the case. */
    public void lift(Freeze freeze) {
        clients.holds()
                .liftFreeze(LiftFreezeRequest.newBuilder()
                        .setApplicationId(freeze.getApplicationId())
                        .setReason("查明与案件无关")
                        .setDocumentDigest(DIGEST)
                        .setApprover(chief())
                        .setUnrelatedFunds(true)
                        .setOperator(DispatchDesk.OFFICER)
                        .build());
    }

    /** The freeze as it stands. */
    public Freeze freeze(String freezeId) {
        return clients.holds()
                .getFreeze(
                        GetFreezeRequest.newBuilder().setApplicationId(freezeId).build())
                .getFreeze();
    }

    /** The freeze once it has come to {@code expected}. */
    public Freeze awaitState(String freezeId, FreezeState expected) {
        return await().atMost(RunningSuite.TIMEOUT)
                .until(() -> DispatchDesk.insist(() -> freeze(freezeId)), freeze -> freeze.getState() == expected);
    }

    /** The freezes of a case that have not ended. */
    public List<Freeze> freezesOf(String caseId) {
        return clients.holds()
                .listFreezes(ListFreezesRequest.newBuilder()
                        .setCaseId(caseId)
                        .setPageSize(MAX_FREEZES)
                        .build())
                .getFreezesList();
    }

    private static Approver chief() {
        return Approver.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("000001")
                .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
                .build();
    }
}
