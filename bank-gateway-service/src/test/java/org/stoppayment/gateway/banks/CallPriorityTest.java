package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.orders.domain.QueryBasis;
import org.stoppayment.kernel.AccountKind;

class CallPriorityTest {

    @Test
    void whatTheSuiteAsksByItselfComesAfterWhatOfficersAsk() {
        assertThat(CallPriority.of(query(new Operator("anti-fraud centre", "100234"))))
                .isEqualTo(CallPriority.RESEND);
        assertThat(CallPriority.of(query(new Operator("SYSTEM", "SYSTEM")))).isEqualTo(CallPriority.BACKGROUND);
        assertThat(CallPriority.BACKGROUND).isGreaterThan(CallPriority.RESEND);
    }

    private static Query query(Operator operator) {
        return new Query(
                new ApplicationId("q-1"),
                new UUID(1, 2),
                new Account("102100099996", "6222020000000000018", "", AccountKind.BANK_PERSONAL),
                new Query.Question.Balance(),
                new QueryBasis.Emergency("110 desk", Optional.empty()),
                "FAKE_LOAN",
                Instant.EPOCH,
                operator);
    }
}
