package org.stoppayment.freeze.mules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.freeze.v1.GetMuleRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListMulesRequest;
import org.stoppayment.proto.freeze.v1.ListMulesResponse;
import org.stoppayment.proto.freeze.v1.Mule;
import org.stoppayment.proto.freeze.v1.MuleCase;
import org.stoppayment.proto.freeze.v1.MuleHistory;
import org.stoppayment.proto.freeze.v1.MuleStop;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** The registry of mules (断卡): who is in it, with which history. */
@QuarkusTest
class MuleTest extends FreezeFixture {

    private final Account mule = account();

    private List<Mule> all() {
        return freeze().mules().listMules(ListMulesRequest.getDefaultInstance()).getMulesList();
    }

    private List<MuleHistory> historiesOf(Account account) {
        return freeze().mules()
                .getMule(GetMuleRequest.newBuilder()
                        .setAccountNumber(account.getNumber())
                        .build())
                .getHistoriesList();
    }

    @Test
    void accountThatTwoCasesReachedIsKnownWithItsHistory() {
        String first = newCase();
        String second = newCase();
        freeze().deliver(Report.of(first).paid(mule, 1000).paid(account(), 10));
        awaitOrder(first, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(all()).isEmpty();

        freeze().deliver(Report.of(second).paid(mule, 300));
        bookAll();

        assertThat(all()).singleElement().satisfies(known -> {
            assertThat(known.getAccount()).isEqualTo(mule);
            assertThat(known.getStopCount()).isEqualTo(1);
            assertThat(known.getCaseCount()).isEqualTo(2);
            assertThat(known.getTaintedFen()).isEqualTo(1300);
            assertThat(known.getHeld()).isTrue();
            assertThat(known.hasLastStoppedAt()).isTrue();
        });
        assertThat(historiesOf(mule)).singleElement().satisfies(history -> {
            assertThat(history.getCasesList()).extracting(MuleCase::getCaseId).containsExactly(first, second);
            assertThat(history.getCasesList())
                    .extracting(MuleCase::getTaintedFen)
                    .containsExactly(1000L, 300L);
            assertThat(history.getStopsList()).extracting(MuleStop::getCaseId).containsExactly(first);
        });
    }

    @Test
    void accountThatTwoCasesNameAtTheSameMomentIsKnown() {
        atOnce(List.<Callable<DeliverEventsResponse>>of(
                () -> freeze().deliver(Report.of(newCase()).paid(mule, 700)),
                () -> freeze().deliver(Report.of(newCase()).paid(mule, 900))));

        assertThat(all()).extracting(Mule::getAccount).containsExactly(mule);
    }

    @Test
    void accountOfOneCaseWhoseCorrectedOrderFollowedADeclinedOneIsNotKnown() {
        String caseId = newCase();
        String transfer = newCase();
        gateway().onSend(mule.getNumber(), Bank.says("0301"), gateway().stops(700));
        freeze().deliver(Report.of(caseId).paid(transfer, mule, 700));
        awaitQuiet();
        freeze().deliver(Report.of(caseId).correcting(transfer, newCase(), mule, 700));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(all()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM repeated_account")).isEqualTo(1);
    }

    @Test
    void accountThatAnOrderTurnsOutToBeForIsKnownByBothCases() {
        Account there = Report.account(FakeGateway.ICBC, "999" + mule.getNumber());
        Account nowhere = there.toBuilder().setInstitutionCode("").build();
        String first = newCase();
        String second = newCase();
        freeze().deliver(Report.of(first).paid(there, 1000));
        StopOrder stop = awaitOrder(first, STOP_ORDER_STATE_IN_EFFECT);
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(stop.getApplicationId())
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
        freeze().deliver(Report.of(second).paid(nowhere, 300));
        StopOrder manual = awaitOrder(second, STOP_ORDER_STATE_MANUAL);

        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(manual.getApplicationId())
                        .setInstitutionCode(FakeGateway.ICBC)
                        .setReference("x")
                        .build());

        assertThat(all()).singleElement().satisfies(known -> {
            assertThat(known.getAccount()).isEqualTo(there);
            assertThat(known.getCaseCount()).isEqualTo(2);
        });
    }

    @Test
    void pagesAreWalkedByInstitutionAndNumberWithoutGapOrRepetition() {
        List<Account> mules = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            mules.add(Report.account(i % 2 == 0 ? FakeGateway.ICBC : FakeGateway.ABC));
        }
        for (int i = 0; i < 2; i++) {
            Report report = Report.of(newCase());
            mules.forEach(each -> report.paid(each, 10));
            freeze().deliver(report);
        }
        awaitQuiet();

        List<Account> walked = new ArrayList<>();
        String token = "";
        do {
            ListMulesResponse page = freeze().mules()
                    .listMules(ListMulesRequest.newBuilder()
                            .setPageSize(3)
                            .setPageToken(token)
                            .build());
            page.getMulesList().forEach(known -> walked.add(known.getAccount()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        mules.sort(Comparator.comparing(Account::getInstitutionCode).thenComparing(Account::getNumber));
        assertThat(walked).isEqualTo(mules);
    }

    @Test
    void numberThatIsNotKnownOrIsNoneIsRefusedAndNotRepeated() {
        Throwable unknown = catchThrowable(() -> historiesOf(mule));
        Throwable none = catchThrowable(() -> freeze().mules()
                .getMule(GetMuleRequest.newBuilder().setAccountNumber("赵某某").build()));
        Throwable badPage = catchThrowable(() -> freeze().mules()
                .listMules(ListMulesRequest.newBuilder()
                        .setPageSize(-1)
                        .setPageToken("%%%")
                        .build()));

        assertThat(Status.fromThrowable(unknown).getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(unknown.toString()).doesNotContain(mule.getNumber());
        assertThat(Status.fromThrowable(none).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(none.toString()).contains("accountNumber").doesNotContain("赵某某");
        assertThat(badPage).hasMessageContaining("pageSize").hasMessageContaining("and 1 more");
    }
}
