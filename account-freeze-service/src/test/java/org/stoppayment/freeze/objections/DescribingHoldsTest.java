package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.DescribeHoldRequest;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.freeze.v1.HoldNotice;
import org.stoppayment.proto.freeze.v1.HoldReason;
import org.stoppayment.proto.freeze.v1.StopOrderState;

@QuarkusTest
class DescribingHoldsTest extends ObjectionsFixture {

    @Test
    void holderOfAStoppedAccountIsToldWhyUntilWhenAndWhereToObject() {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).victim("孙某某").paid(account, TAINT));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        HoldNotice told = describe(account).get(0);

        assertThat(told.getKind()).isEqualTo(HoldKind.HOLD_KIND_STOP);
        assertThat(told.getCaseId()).isEqualTo(caseId);
        assertThat(told.getMode()).isEqualTo(FreezeMode.FREEZE_MODE_FULL);
        assertThat(told.hasAmountFen()).isFalse();
        assertThat(told.getAuthority()).isEqualTo("110");
        assertThat(told.getObjectTo()).isEqualTo("110");
        assertThat(told.getReason()).isEqualTo(HoldReason.HOLD_REASON_REPORTED_PAYMENT);
        assertThat(told.getLegalGround()).isEqualTo("银发〔2016〕86号");
        assertThat(told.getFilingNumber()).isEmpty();
        assertThat(told.getSince()).isEqualTo(stopOf(caseId).getStoppedAt());
        assertThat(told.getUntil()).isEqualTo(stopOf(caseId).getExpiresAt());
        assertThat(told.getObjectUntil()).isEqualTo(told.getUntil());
        assertThat(told.getObjectionOpen()).isFalse();
        assertThat(told.toString()).doesNotContain("孙某某", Report.NAME, Report.BADGE);
    }

    @Test
    void filedCaseIsTheAuthorityOfItsStopButItsNumberIsNotTold() {
        filedCase();

        HoldNotice told = describe(account).get(0);

        assertThat(told.getAuthority()).isEqualTo("上海市公安局");
        assertThat(told.getFilingNumber()).isEmpty();
    }

    @Test
    void holderOfAFrozenAccountIsToldTheSumAndTheFiling() {
        Freeze held = heldFreeze();

        assertThat(describe(account)).singleElement().satisfies(told -> {
            assertThat(told.getKind()).isEqualTo(HoldKind.HOLD_KIND_FREEZE);
            assertThat(told.getMode()).isEqualTo(FreezeMode.FREEZE_MODE_LIMITED);
            assertThat(told.getAmountFen()).isEqualTo(TAINT);
            assertThat(told.getReason()).isEqualTo(HoldReason.HOLD_REASON_CRIMINAL_CASE);
            assertThat(told.getLegalGround()).isEqualTo("程序规定 Art. 237-243");
            assertThat(told.getFilingNumber()).isEqualTo("A3101042026001");
            assertThat(told.getUntil()).isEqualTo(held.getExpiresAt());
        });
    }

    @Test
    void everyCaseThatHoldsTheAccountIsTold() {
        String first = filedCase();
        String second = stoppedCase();

        order(freezeOf(first), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(describe(account)).extracting(HoldNotice::getCaseId).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void openObjectionIsTold() {
        stoppedCase();
        open(objection());

        assertThat(describe(account)).singleElement().matches(HoldNotice::getObjectionOpen);
    }

    @Test
    void nothingIsToldAboutAnAccountThatNothingHolds() {
        assertThat(describe(account)).isEmpty();
    }

    @Test
    void accountMustBeNamed() {
        assertInvalid(() -> describe(Account.getDefaultInstance()), "institutionCode", "accountNumber");
    }

    private List<HoldNotice> describe(Account held) {
        return freeze().objections()
                .describeHold(DescribeHoldRequest.newBuilder()
                        .setInstitutionCode(held.getInstitutionCode())
                        .setAccountNumber(held.getNumber())
                        .build())
                .getHoldsList();
    }
}
