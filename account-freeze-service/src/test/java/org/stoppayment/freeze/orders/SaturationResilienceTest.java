package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.admission.InFlightConfig;
import org.stoppayment.freeze.orders.messaging.DeliveryAdmission;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;

/** More orders than the process handles: further events stay with their sender, which sees them wait. */
@QuarkusTest
class SaturationResilienceTest extends FreezeFixture {

    private final CompletableFuture<Void> answers = new CompletableFuture<>();

    @Inject
    InFlightConfig config;

    @Inject
    DeliveryAdmission admission;

    @Test
    void eventIsTakenOnlyWhenOrdersInFlightHaveBeenAnswered() {
        fillUp(ICBC);
        fillUp(ABC);
        String caseId = newCase();
        Account payee = account();

        CompletableFuture<Void> delivered = CompletableFuture.runAsync(
                () -> freeze().deliver(Report.of(caseId).paid(payee, 100)));
        await().atMost(PATIENCE).until(() -> admission.waiting() == 1);
        assertThat(gateway().sendsTo(payee.getNumber())).isEmpty();
        assertThat(delivered).isNotDone();

        answers.complete(null);
        await().atMost(PATIENCE).until(() -> delivered.isDone());
        await("the order that is durable goes out")
                .atMost(PATIENCE)
                .until(() -> gateway().sendsTo(payee.getNumber()).size() == 1);
    }

    @Test
    void eventIsTakenAtOnceWhileOneInstitutionHangs() {
        fillUp(ICBC);
        fillUp(ICBC);
        Account payee = Report.account(ABC);

        freeze().deliver(Report.of(newCase()).paid(payee, 100));

        await().atMost(PATIENCE)
                .until(() -> gateway().sendsTo(payee.getNumber()).size() == 1);
        assertThat(gateway().sends()).hasSize(config.maxOrders() + 1);
        answers.complete(null);
    }

    /** Half of what may be in flight, to one institution. */
    private void fillUp(String institution) {
        Report report = Report.of(newCase());
        Stream.generate(() -> Report.account(institution))
                .limit(config.maxOrders() / 2)
                .forEach(payee -> {
                    gateway()
                            .onSend(
                                    payee.getNumber(),
                                    Bank.holds(answers, gateway().stops(60)));
                    report.paid(payee, 100);
                });
        freeze().deliver(report);
    }
}
