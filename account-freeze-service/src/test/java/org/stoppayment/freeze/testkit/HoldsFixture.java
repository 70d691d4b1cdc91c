package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.stoppayment.freeze.holds.application.ApplyingFreezes;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Cases with stopped accounts, filed or not, and their freezes. */
public abstract class HoldsFixture extends FreezeFixture {

    protected static final long TAINT = 600_000;
    protected static final String DIGEST = "ab".repeat(32);
    protected static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("上海市公安局")
            .setBadgeNumber("012345")
            .build();
    protected static final Approver COUNTY_CHIEF = approver("上海市公安局", ApprovalLevel.APPROVAL_LEVEL_COUNTY);
    protected static final Approver CITY_CHIEF = approver("上海市公安局", ApprovalLevel.APPROVAL_LEVEL_CITY);

    protected final Account account = account();

    @Inject
    protected FiledCases filedCases;

    @Inject
    protected ApplyingFreezes applyingFreezes;

    /** What a bank holds of the stop is more than the taint. */
    protected String stoppedCase() {
        return stoppedCase(account);
    }

    protected String stoppedCase(Account payee) {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(payee, TAINT));
        awaitOrder(caseId, payee, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        return caseId;
    }

    protected String filedCase() {
        return filedCase(account);
    }

    protected String filedCase(Account payee) {
        String caseId = stoppedCase(payee);
        file(caseId);
        return caseId;
    }

    protected String filedCase(List<Account> payees) {
        String caseId = newCase();
        Report report = Report.of(caseId);
        payees.forEach(payee -> report.paid(payee, TAINT));
        freeze().deliver(report);
        payees.forEach(payee -> awaitOrder(caseId, payee, StopOrderState.STOP_ORDER_STATE_IN_EFFECT));
        file(caseId);
        return caseId;
    }

    protected void file(String caseId) {
        filedCases
                .file(new CaseFiling(
                        new CaseId(Ids.parse(caseId).orElseThrow()),
                        1,
                        "A3101042026001",
                        "上海市公安局",
                        time.instant(),
                        DIGEST))
                .await()
                .atMost(PATIENCE);
    }

    protected OrderFreezeRequest.Builder freezeOf(String caseId) {
        return freezeOf(caseId, account);
    }

    protected static OrderFreezeRequest.Builder freezeOf(String caseId, Account payee) {
        return OrderFreezeRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(payee.getInstitutionCode())
                .setAccountNumber(payee.getNumber())
                .setDocumentDigest(DIGEST)
                .setApprover(COUNTY_CHIEF)
                .setOperator(OFFICER);
    }

    /** A freeze once it has come to {@code state} and is booked. */
    protected Freeze order(OrderFreezeRequest.Builder request, FreezeState state) {
        Freeze ordered = awaitState(
                freeze().holds().orderFreeze(request.build()).getFreeze().getApplicationId(), state);
        awaitQuiet();
        return ordered;
    }

    protected Freeze awaitState(String freezeId, FreezeState state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> shown(freezeId), shown -> shown.getState() == state);
    }

    protected Freeze shown(String freezeId) {
        return freeze().holds()
                .getFreeze(
                        GetFreezeRequest.newBuilder().setApplicationId(freezeId).build())
                .getFreeze();
    }

    protected Freeze awaitShown(String freezeId, Consumer<Freeze> expectation) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .untilAsserted(() -> expectation.accept(shown(freezeId)));
        return shown(freezeId);
    }

    protected static RenewFreezeRequest.Builder renewalOf(String freezeId) {
        return RenewFreezeRequest.newBuilder()
                .setApplicationId(freezeId)
                .setDocumentDigest(DIGEST)
                .setApprover(COUNTY_CHIEF)
                .setOperator(OFFICER);
    }

    protected static LiftFreezeRequest.Builder liftOf(String freezeId) {
        return LiftFreezeRequest.newBuilder()
                .setApplicationId(freezeId)
                .setReason("查明与案件无关")
                .setDocumentDigest(DIGEST)
                .setApprover(COUNTY_CHIEF)
                .setOperator(OFFICER);
    }

    protected static ChangeFreezeRequest.Builder changeOf(String freezeId, long fen) {
        return ChangeFreezeRequest.newBuilder()
                .setApplicationId(freezeId)
                .setAmountFen(fen)
                .setReason("部分资金查明合法")
                .setDocumentDigest(DIGEST)
                .setApprover(COUNTY_CHIEF)
                .setOperator(OFFICER);
    }

    protected static Approver approver(String organisation, ApprovalLevel level) {
        return Approver.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber("000001")
                .setLevel(level)
                .build();
    }

    protected StopOrder stopOf(String caseId) {
        return freeze().progress(caseId).getOrders(0);
    }

    protected FreezeDesk desk() {
        return gateway().freezes();
    }

    protected static String bank() {
        return FakeGateway.ICBC;
    }

    /** One look for due freezes, orders about them and bookings. */
    protected void advanceHolds() {
        awaitQuiet();
        run(freezes.advance());
        run(freezeAmendments.advance());
        run(applyingFreezes.applyDue());
    }

    /** Jumps to {@code moment} and looks. */
    protected void advanceHoldsAt(Instant moment) {
        time.jump(Duration.between(time.instant(), moment));
        advanceHolds();
    }

    private static void run(Uni<Void> look) {
        look.await().atMost(PATIENCE);
    }
}
