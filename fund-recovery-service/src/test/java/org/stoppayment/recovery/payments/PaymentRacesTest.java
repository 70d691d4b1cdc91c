package org.stoppayment.recovery.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Whatever many officers do at the same time, an account is in one plan, and its money is paid once. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class PaymentRacesTest extends PaymentFixture {

    private static final int AT_ONCE = 64;

    @Test
    void ofPlansThatRaceForAnAccountOneStands() {
        twoVictimsPay();
        facts.paid(caseOne, second, 100_00, NOON);
        facts.balance(second, 100_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(1000));
        facts.hold(caseOne, second, "STOP", 100_00, NOON.plusSeconds(1000));
        work();
        List<Status.Code> failures = atOnce(
                () -> plan(collector),
                () -> plan(second),
                () -> plan(collector, second),
                () -> plan(second, collector));

        assertThat(failures).isEmpty();
        work(); // an account whose plan was taken over for another one is drafted again
        assertThat(standingPlansOf(collector)).isEqualTo(1);
        assertThat(standingPlansOf(second)).isEqualTo(1);
    }

    @Test
    void plansThatShareAnAccountPayItOnce() {
        facts.paid(caseOne, second, 50_00, NOON);
        facts.balance(second, 50_00, NOON.plusSeconds(600));
        facts.hold(caseOne, second, "FREEZE", 50_00, NOON.plusSeconds(1000));
        payablePlan();
        RefundPlan one = latestOf(collector);
        approve(one);

        List<Status.Code> failures =
                atOnce(() -> pay(one), () -> plan(collector, second), this::approveAndPayLatest, () -> pay(one));
        work();
        atOnce(this::approveAndPayLatest);

        assertThat(failures).isSubsetOf(Status.Code.FAILED_PRECONDITION);
        await().untilAsserted(() -> {
            send();
            assertThat(sum("count(*)", "state <> 'PAID'")).isZero();
        });
        assertThat(institutions.paidOutOf(freezeId.toString())).isEqualTo(100_00);
        assertThat(sum("coalesce(sum(paid_fen), 0)", "true"))
                .as("no more than was lost")
                .isLessThanOrEqualTo(150_00);
    }

    private long sum(String of, String condition) {
        return new Books(link)
                .number("SELECT " + of + " FROM refund_payment WHERE case_id = '" + caseOne + "' AND " + condition);
    }

    private RefundPlan latestOf(AccountRef.Key account) {
        return plan(new Books(link)
                .text("SELECT plan_id FROM refund_plan_account WHERE stands AND account_number = '" + account.number()
                        + "'"));
    }

    private void plan(AccountRef.Key... accounts) {
        MakeRefundPlanRequest.Builder request =
                MakeRefundPlanRequest.newBuilder().setOperator(OFFICER);
        for (AccountRef.Key account : accounts) {
            request.addAccounts(named(account));
        }
        refunds.makeRefundPlan(request.build());
    }

    private void approveAndPayLatest() {
        RefundPlan latest = draft(caseOne);
        approve(latest);
        pay(latest);
    }

    private long standingPlansOf(AccountRef.Key account) {
        return new Books(link)
                .number("SELECT count(*) FROM refund_plan_account a JOIN refund_plan p USING (plan_id) WHERE a.stands"
                        + " AND p.state = 'DRAFT' AND a.account_number = '" + account.number() + "'");
    }

    /** Does these again and again at the same time; with what those failed that did. */
    private static List<Status.Code> atOnce(Runnable... calls) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            all.add(CompletableFuture.runAsync(calls[i % calls.length]));
        }
        List<Status.Code> failures = new ArrayList<>();
        all.forEach(call -> call.handle((done, failure) -> {
                    if (failure != null) {
                        failures.add(Status.fromThrowable(failure).getCode());
                    }
                    return done;
                })
                .join());
        return failures;
    }
}
