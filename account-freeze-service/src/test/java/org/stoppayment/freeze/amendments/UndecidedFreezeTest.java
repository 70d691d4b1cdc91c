package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_LAST_WARNING;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_FROZEN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze.Outcome;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A stop whose term ends while nobody knows whether a freeze has begun. */
@QuarkusTest
class UndecidedFreezeTest extends HeldAccountFixture {

    private final ApplicationId freeze = ApplicationId.of("0195518a-0000-7000-8000-0000000000f1");
    private StopOrder order;

    /** An hour and more after the end of a term in which a freeze was ordered. */
    @BeforeEach
    void termEnds() {
        time.stand();
        order = inEffect();
        assertThat(await(order, freeze)).isEqualTo(Outcome.AWAITED);
        time.standAt(end(order).plus(Duration.ofHours(1)));
        advance();
    }

    private Instant endedAt() {
        return database.rows("SELECT to_json(ended_at) #>> '{}' FROM stop_order").stream()
                .map(row -> OffsetDateTime.parse(row.get(0)).toInstant())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stopStaysInEffectAndNothingIsDue() {
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(books(caseId)).containsExactly(467L, 0L, 0L, 0L);
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void freezeThatBeganInTimeTakesTheStopOver() {
        freeze(freeze, caseId, order, 467, end(order));

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_FROZEN);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
    }

    @Test
    void freezeThatBeganLaterIsANewHoldAndTheStopLapsedAtTheEndOfItsTerm() {
        freeze(freeze, caseId, order, 400, end(order).plusSeconds(1));

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(endedAt()).isEqualTo(end(order));
        assertThat(books(caseId)).containsExactly(0L, 400L, 67L, 0L);
    }

    @Test
    void stopWhoseFreezeIsDeclinedLapsedAtTheEndOfItsTerm() {
        decided(order, freeze);

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(endedAt()).isEqualTo(end(order));
        assertThat(books(caseId)).containsExactly(0L, 0L, 467L, 0L);
    }

    @Test
    void caseThatClaimsTheAccountAfterTheTermStopsItOnceTheStopLapsed() {
        freeze().deliver(Report.of(other).paid(payee, 1135));
        book();
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);

        decided(order, freeze);
        bookAll();

        assertThat(awaitOrder(other, payee, STOP_ORDER_STATE_IN_EFFECT).getCaseId())
                .isEqualTo(other);
        assertThat(books(other)).containsExactly(1135L, 0L, 0L, 0L);
    }

    @Test
    void freezeThatIsOrderedAfterTheTermIsNotAwaited() {
        assertThat(await(order, newFreeze())).isEqualTo(Outcome.STOP_ENDED);
        assertThat(await(order, freeze)).as("the same again").isEqualTo(Outcome.AWAITED);
    }

    @Test
    void peopleAreWarnedOfTheEndAllTheSame() {
        time.standAt(end(order).minus(Duration.ofMinutes(59)));
        alert();

        assertThat(alerts()).extracting(Alert::getKind).contains(ALERT_KIND_LAPSE_LAST_WARNING);
    }

    @Test
    void stopThatTwoFreezesNameLapsesWhenBothAreDecided() {
        cleanSlate();
        time.stand();
        StopOrder shared = inEffect();
        ApplicationId second = newFreeze();
        for (ApplicationId each : List.of(freeze, second)) {
            assertThat(await(shared, each)).isEqualTo(Outcome.AWAITED);
        }
        time.standAt(end(shared).plusSeconds(1));

        decided(shared, freeze);
        advance();
        assertThat(now(shared).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        decided(shared, second);

        assertThat(now(shared).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }
}
