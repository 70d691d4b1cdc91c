package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Orders, states and events to try things on. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    public static final StopRules RULES = new StopRules(
            Duration.ofHours(48),
            2,
            true,
            Duration.ofMinutes(10),
            List.of(Duration.ofHours(24), Duration.ofHours(6), Duration.ofHours(1)));
    public static final DoubtRules DOUBT = new DoubtRules(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60));
    public static final ApplicationId ORDER = ApplicationId.of("0195518a-0000-7000-8000-000000000001");
    public static final CaseId CASE = CaseId.of("0195518a-0000-7000-8000-000000000002");
    public static final AccountRef ACCOUNT =
            new AccountRef("102100099996", "6222020000000000018", "某甲", AccountKind.BANK_PERSONAL);
    public static final Stop STOP = new Stop(NOON, NOON.plus(Duration.ofHours(48)), Money.ofFen(500));

    private Samples() {}

    public static StopOrderState state(Phase phase) {
        return switch (phase) {
            case QUEUED -> new StopOrderState.Queued();
            case SENDING -> new StopOrderState.Sending();
            case ACCEPTED -> new StopOrderState.Accepted();
            case IN_DOUBT -> new StopOrderState.InDoubt();
            case MANUAL -> new StopOrderState.Manual("NO_ROUTE", List.of());
            case IN_EFFECT -> new StopOrderState.InEffect(STOP);
            case FROZEN -> new StopOrderState.Frozen(STOP);
            case LAPSED -> new StopOrderState.Lapsed(STOP);
            case LIFTED -> new StopOrderState.Lifted(STOP);
            case DECLINED -> new StopOrderState.Declined(new ResultCode("0301"), List.of("account.name"));
            case HELD_BY_OTHER -> new StopOrderState.HeldByOther(new ResultCode("1301"));
        };
    }

    public static StopOrderEvent event(StopOrderEvent.Kind kind) {
        return switch (kind) {
            case SENT -> new StopOrderEvent.Sent();
            case NOT_SENT -> new StopOrderEvent.NotSent("CIRCUIT_OPEN");
            case TAKEN -> new StopOrderEvent.Taken();
            case UNANSWERED -> new StopOrderEvent.Unanswered("TIMEOUT");
            case OVERDUE -> new StopOrderEvent.Overdue();
            case NOT_KNOWN -> new StopOrderEvent.NotKnown();
            case CONFIRMED -> new StopOrderEvent.Confirmed(ResultCode.OK, STOP, true);
            case DECLINED -> new StopOrderEvent.Declined(new ResultCode("0301"), List.of("account.name"));
            case HELD -> new StopOrderEvent.Held(new ResultCode("1301"));
            case UNCLEAR -> new StopOrderEvent.Unclear(new ResultCode("0900"));
            case NEEDS_PERSON -> new StopOrderEvent.NeedsPerson("CODE_0600", List.of());
            case BUDGET_SPENT -> new StopOrderEvent.BudgetSpent();
            case ROUTED -> new StopOrderEvent.Routed("103100000026", "a person");
            case DISMISSED -> StopOrderEvent.Dismissed.caseWithdrawn();
            case TERM_ENDED -> new StopOrderEvent.TermEnded();
            case EXTENDED -> new StopOrderEvent.Extended(STOP.expiresAt().plus(Duration.ofHours(48)));
            case LIFTED -> new StopOrderEvent.Lifted("a paper");
            case FROZEN -> new StopOrderEvent.Frozen();
        };
    }

    public static StopOrder order(StopOrderState state, SendingProgress progress) {
        return order(state, progress, AwaitedBookings.NONE);
    }

    public static StopOrder order(StopOrderState state, SendingProgress progress, AwaitedBookings awaited) {
        return new StopOrder(
                ORDER,
                new StopApplication(CASE, ACCOUNT, 1, Money.ofFen(1000), Optional.empty(), "cn-2016-86/3"),
                new Dispatch(NOON, new byte[] {1}, false),
                state,
                progress,
                OrderNotes.NONE,
                awaited,
                0);
    }

    public static StopOrder order(Phase phase) {
        return order(state(phase), SendingProgress.NONE);
    }
}
