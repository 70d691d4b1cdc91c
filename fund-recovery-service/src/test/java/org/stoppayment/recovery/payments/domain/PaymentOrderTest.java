package org.stoppayment.recovery.payments.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.shared.domain.AccountRef;

class PaymentOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nothingIsPaidThatIsNotAboveZero(long fen) {
        CaseId victim = new CaseId(new UUID(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentOrder(
                        new PlanId(new UUID(0, 2)),
                        victim,
                        new AccountRef.Key("102100099996", "A"),
                        new UUID(0, 3),
                        victim,
                        new RefundAccount("103100000026", "V", "张三", AccountKind.BANK_PERSONAL, true),
                        fen,
                        Instant.EPOCH,
                        new Officer("市局", "1"),
                        Instant.EPOCH))
                .withMessage("amountFen: " + fen + " (expected: above 0)");
    }
}
