package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKS_DO_NOT_ADD_UP;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.freeze.tracing.application.TraceStep;
import org.stoppayment.freeze.tracing.application.TraceStep.ClaimChange;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.freeze.tracing.domain.NotFollowed;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/** Books that do not add up, by a fault that nobody knows: people are told, and nothing is written on top of it. */
@QuarkusTest
class UnbalancedBooksTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);

    @Inject
    Traces traces;

    @Test
    void booksThatDoNotAddUpAreToldOnceEachTimeAndTheCaseGoesOnWhenTheyDo() {
        moved(a, 20_000, to(b, "1", 80_000, 20));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        awaitTrace(caseId);

        damage(-10);
        look();
        look();
        assertThat(told()).singleElement().satisfies(alert -> {
            assertThat(alert.getCaseId()).isEqualTo(caseId);
            assertThat(alert.getApplicationId()).isEqualTo(caseId);
        });
        assertThat(freeze().progress(caseId).getSettled()).isFalse();
        assertThat(freeze().progress(caseId).getConserved()).isFalse();

        damage(10);
        look();
        assertThat(told()).hasSize(1);
        assertThat(freeze().progress(caseId).getSettled()).isTrue();
        assertThat(freeze().progress(caseId).getConserved()).isTrue();
        assertAddsUp(awaitTrace(caseId));

        damage(-10);
        look();
        assertThat(told()).hasSize(2);
        damage(10);
        look();
    }

    @Test
    void accountThatGaveMoreThanItGotIsTold() {
        moved(a, 20_000, to(b, "1", 80_000, 20));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        awaitTrace(caseId);

        damageReported(-30_000);
        look();
        assertThat(told()).hasSize(1);
        assertThat(freeze().progress(caseId).getConserved())
                .as("30,000 more have left than came in: that is not nothing unknown")
                .isFalse();
        damageReported(30_000);
        look();

        assertAddsUp(awaitTrace(caseId));
    }

    @Test
    void tableRefusesASumThatIsNotThere() {
        AccountRef account = new AccountRef(ABC, b.getNumber(), "", AccountKind.BANK_PERSONAL);
        ClaimBooks made = new ClaimBooks(
                Money.ZERO,
                Money.ofFen(5),
                Money.ofFen(6),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
        TraceStep step = new TraceStep(
                CaseId.of(caseId),
                0,
                time.instant(),
                time.instant(),
                List.of(new ClaimChange(account, Optional.empty(), 1, made, NotFollowed.NONE, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);

        assertThatThrownBy(() -> traces.write(step).await().atMost(PATIENCE)).isInstanceOf(BooksNotConserved.class);
    }

    /** A row is not what was written to it. */
    private void damage(long fen) {
        database.execute("UPDATE claim SET received_fen = received_fen + %d, held_fen = held_fen + %d, %s"
                .formatted(fen, fen, dueAt(b)));
    }

    private void damageReported(long fen) {
        database.execute("UPDATE claim SET reported_fen = reported_fen + %d, %s".formatted(fen, dueAt(a)));
    }

    private String dueAt(Account account) {
        return "revision = revision + 1, due_at = '%s' WHERE account_number = '%s'"
                .formatted(time.instant(), account.getNumber());
    }

    private void look() {
        time.jump(Duration.ofSeconds(6));
        book();
        awaitQuiet();
    }

    private List<Alert> told() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_BOOKS_DO_NOT_ADD_UP)
                .toList();
    }
}
