package org.stoppayment.recovery.plans;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.PlanAccount;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc.RefundServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.Drafts;
import org.stoppayment.recovery.testkit.FactRows;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Two victims and two accounts, and what officers do with plans of them. */
abstract class PlanFixture {

    static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    static final String DIGEST = "a".repeat(64);
    static final Operator OFFICER =
            Operator.newBuilder().setOrganisation("市局").setBadgeNumber("350100").build();

    TcpProxy link; // injected by the resource

    @Inject
    Drafts drafts;

    final UUID caseOne = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
    final UUID caseTwo = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
    final AccountRef.Key collector =
            new AccountRef.Key("102100099996", UUID.randomUUID().toString());
    final AccountRef.Key second =
            new AccountRef.Key("102100099996", UUID.randomUUID().toString());
    FactRows facts;
    RecoveryClient client;
    RefundServiceBlockingStub refunds;

    @BeforeEach
    void begin() {
        facts = new FactRows(new Books(link));
        client = new RecoveryClient();
        refunds = RefundServiceGrpc.newBlockingStub(client.channel());
    }

    @AfterEach
    void end() {
        client.close();
    }

    int standing(UUID caseId) {
        return refunds.listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .build())
                .getPlansCount();
    }

    /** 100 and 50 came in, 70 left in cash: 80 are there. */
    void twoVictimsPay() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        facts.cash(collector, "S1", 70_00, NOON.plusSeconds(120));
        facts.balance(collector, 80_00, NOON.plusSeconds(600));
    }

    void verify(UUID caseId) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .setDocumentDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    void work() {
        drafts.make();
    }

    RefundPlanSummary summary(UUID caseId) {
        return drafts.summary(client, caseId);
    }

    RefundPlan draft(UUID caseId) {
        return drafts.draft(client, caseId);
    }

    RefundPlan plan(String planId) {
        return drafts.plan(client, planId);
    }

    static PlanAccount named(AccountRef.Key account) {
        return PlanAccount.newBuilder()
                .setInstitutionCode(account.institutionCode())
                .setAccountNumber(account.number())
                .build();
    }
}
