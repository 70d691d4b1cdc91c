package org.stoppayment.recovery.plans;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kit.testing.FreshIds;
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
public abstract class PlanFixture {

    protected static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    protected static final String DIGEST = "a".repeat(64);
    protected static final Operator OFFICER =
            Operator.newBuilder().setOrganisation("市局").setBadgeNumber("350100").build();

    protected TcpProxy link; // injected by the resource

    @Inject
    protected Drafts drafts;

    protected final UUID caseOne = new UUID(1, FreshIds.next().getLeastSignificantBits());
    protected final UUID caseTwo = new UUID(2, FreshIds.next().getLeastSignificantBits());
    protected final AccountRef.Key collector =
            new AccountRef.Key("102100099996", FreshIds.next().toString());
    protected final AccountRef.Key second =
            new AccountRef.Key("102100099996", FreshIds.next().toString());
    protected FactRows facts;
    protected RecoveryClient client;
    protected RefundServiceBlockingStub refunds;

    @BeforeEach
    protected void begin() {
        facts = new FactRows(new Books(link));
        client = new RecoveryClient();
        refunds = RefundServiceGrpc.newBlockingStub(client.channel());
    }

    @AfterEach
    protected void end() {
        client.close();
    }

    protected int standing(UUID caseId) {
        return refunds.listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .build())
                .getPlansCount();
    }

    /** 100 and 50 came in, 70 left in cash: 80 are there. */
    protected void twoVictimsPay() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        facts.cash(collector, "S1", 70_00, NOON.plusSeconds(120));
        facts.balance(collector, 80_00, NOON.plusSeconds(600));
    }

    protected void verify(UUID caseId) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .setDocumentDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    protected void work() {
        drafts.make();
    }

    protected RefundPlanSummary summary(UUID caseId) {
        return drafts.summary(client, caseId);
    }

    protected RefundPlan draft(UUID caseId) {
        return drafts.draft(client, caseId);
    }

    protected RefundPlan plan(String planId) {
        return drafts.plan(client, planId);
    }

    protected static PlanAccount named(AccountRef.Key account) {
        return PlanAccount.newBuilder()
                .setInstitutionCode(account.institutionCode())
                .setAccountNumber(account.number())
                .build();
    }
}
