package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.CaseAttention;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;

/** A bed for what needs attention. After every test the list has all that the views of cases have. */
public abstract class AttentionFixture extends TracingFixture {

    protected static final Duration TERM_AND_MORE = Duration.ofHours(49);

    /** The most that may be unknown without attention. */
    protected static final long THRESHOLD = 10_000;

    protected final String caseId = newCase();
    protected final Account payee = account();

    @AfterEach
    void nothingIsOverlooked() {
        awaitQuiet();
        bookAll();
        examineAttention();
        assertNoAttentionOverlooked(database.rows("SELECT DISTINCT case_id FROM claim").stream()
                .map(row -> row.get(0))
                .toList());
    }

    /** All open items. */
    protected List<AttentionItem> open() {
        return freeze().attention()
                .listAttention(ListAttentionRequest.getDefaultInstance())
                .getItemsList();
    }

    /** The reasons of the open items, in the order of the list. */
    protected List<AttentionReason> openReasons() {
        return open().stream().map(item -> item.getKey().getReason()).toList();
    }

    /** The only open item with a reason. */
    protected AttentionItem item(AttentionReason reason) {
        List<AttentionItem> found = open().stream()
                .filter(item -> item.getKey().getReason() == reason)
                .toList();
        assertThat(found).as("items with %s", reason).hasSize(1);
        return found.get(0);
    }

    /** The case is settled and needs attention for exactly these reasons, in each view of it. */
    protected void assertSettledWith(String ofCase, AttentionReason... reasons) {
        awaitQuiet();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(15)).untilAsserted(() -> {
            book();
            CaseProgress progress = freeze().progress(ofCase);
            assertThat(progress.getSettled()).as("settled").isTrue();
            assertThat(progress.getAttentionReasonsList())
                    .extracting(CaseAttention::getReason)
                    .containsExactly(reasons);
            assertThat(progress.getNeedsAttention()).isEqualTo(reasons.length > 0);
            assertThat(freeze().trace(ofCase).getAttentionReasonsList()).isEqualTo(progress.getAttentionReasonsList());
            assertThat(freeze().trace(ofCase).getNeedsAttention()).isEqualTo(reasons.length > 0);
        });
    }

    /** A case reports a transfer to an account, and its bank declines (0301). Answers the id of the order. */
    protected String declined(String ofCase, Account account, long fen) {
        gateway().onSend(account.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(ofCase).paid(account, fen));
        return awaitOrder(ofCase, account, STOP_ORDER_STATE_DECLINED).getApplicationId();
    }

    /** The case reports a transfer to an account, which is stopped with a balance. Answers the id of the order. */
    protected String stopped(Account account, long fen, long balanceFen) {
        gateway().onSend(account.getNumber(), gateway().stops(balanceFen));
        freeze().deliver(Report.of(caseId).paid(account, fen));
        return awaitOrder(caseId, account, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    /** The same for the payee, and the bank says that bookings are to come. */
    protected String stoppedBeforeItsBookingsCame(Instant stoppedAt, long fen, long balanceFen) {
        gateway()
                .onSend(
                        payee.getNumber(),
                        id -> Bank.done(Outcomes.of(
                                Outcomes.stopped(id, stoppedAt, balanceFen).setComplete(false))));
        freeze().deliver(Report.of(caseId).paid(payee, fen));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    /** Two other cases have the payee stopped, and both stops lapse. */
    protected void useUpTheStopsOfThePayee() {
        for (int stop = 0; stop < 2; stop++) {
            freeze().deliver(Report.of(newCase()).paid(payee, 100_000));
            awaitQuiet();
            bookAll();
            time.jump(TERM_AND_MORE);
            advance();
            bookAll();
        }
    }

    protected void lift(String applicationId) {
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(applicationId)
                        .setReason("no fraud")
                        .setReference("Zhang")
                        .build());
        advanceAmendments();
        bookAll();
    }

    protected static CloseAttentionRequest.Builder closing(AttentionItem item) {
        return CloseAttentionRequest.newBuilder()
                .setKey(item.getKey())
                .setOfficer(Operator.newBuilder().setOrganisation("110").setBadgeNumber("774411"))
                .setNote("asked at the branch");
    }

    protected AttentionItem close(AttentionItem item) {
        return freeze().attention().closeAttention(closing(item).build()).getItem();
    }

    protected void restop(String applicationId) {
        freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(applicationId)
                        .setReference("Zhang")
                        .build());
        advance();
    }

    protected List<Alert> alerts(AlertKind kind) {
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == kind)
                .toList();
    }
}
