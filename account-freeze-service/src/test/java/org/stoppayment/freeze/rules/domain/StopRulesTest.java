package org.stoppayment.freeze.rules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofHours(48));
    private static final StopRules RULES = rules(true);

    @Test
    void termIsFortyEightHoursFromTheStop() {
        assertThat(RULES.endOfTerm(NOON)).isEqualTo(END);
    }

    @Test
    void momentTenMinutesOffIsBelievedAndOneSecondMoreIsNot() {
        assertThat(RULES.isTooFarAhead(NOON.plusSeconds(600), NOON)).isFalse();
        assertThat(RULES.isTooFarAhead(NOON.plusSeconds(601), NOON)).isTrue();
        assertThat(RULES.isTooFarBehind(NOON.minusSeconds(600), NOON)).isFalse();
        assertThat(RULES.isTooFarBehind(NOON.minusSeconds(601), NOON)).isTrue();
    }

    @Test
    void extensionIsTheSecondStopUnlessTheRulesSayOtherwise() {
        assertThat(RULES.allowsExtensionAfter(1)).isTrue();
        assertThat(RULES.allowsExtensionAfter(2)).isFalse();
        assertThat(rules(false).allowsExtensionAfter(2)).isTrue();
    }

    @Test
    void freshStopIsWarnedOfADayBeforeItsEnd() {
        assertThat(RULES.firstWarning(END, NOON)).contains(END.minus(Duration.ofHours(24)));
    }

    @Test
    void lateConfirmationIsWarnedOfAtOnceByTheLatestWarningThatIsPast() {
        assertThat(RULES.firstWarning(END, END.minus(Duration.ofHours(24))))
                .as("at the very moment")
                .contains(END.minus(Duration.ofHours(24)));
        assertThat(RULES.firstWarning(END, END.minus(Duration.ofHours(5)))).contains(END.minus(Duration.ofHours(6)));
    }

    @Test
    void stopThatHasEndedIsNotWarnedOf() {
        assertThat(RULES.firstWarning(END, END)).isEmpty();
        assertThat(RULES.firstWarning(END, END.plusSeconds(1))).isEmpty();
    }

    @Test
    void warningsFollowEachOtherAndThenThereIsNone() {
        assertThat(RULES.nextWarning(END, NOON)).contains(END.minus(Duration.ofHours(24)));
        assertThat(RULES.nextWarning(END, END.minus(Duration.ofHours(6)))).contains(END.minus(Duration.ofHours(6)));
        assertThat(RULES.nextWarning(END, END.minus(Duration.ofHours(6)).plusNanos(1)))
                .contains(END.minus(Duration.ofHours(1)));
        assertThat(RULES.nextWarning(END, END.minus(Duration.ofMinutes(59)))).isEmpty();
    }

    @Test
    void warningsThatFellDueSinceTheLastLookAreTold() {
        Instant first = END.minus(Duration.ofHours(24));
        Instant second = END.minus(Duration.ofHours(6));

        assertThat(RULES.warningsDue(END, first, second)).containsExactly(ExpiryWarning.FIRST, ExpiryWarning.SECOND);
        assertThat(RULES.warningsDue(END, first.plusNanos(1), second)).containsExactly(ExpiryWarning.SECOND);
        assertThat(RULES.warningsDue(END, first, second.minusNanos(1))).containsExactly(ExpiryWarning.FIRST);
        assertThat(RULES.warningsDue(END, NOON, first.minusNanos(1))).isEmpty();
    }

    private static StopRules rules(boolean extensionCounts) {
        return new StopRules(
                Duration.ofHours(48),
                2,
                extensionCounts,
                Duration.ofMinutes(10),
                List.of(Duration.ofHours(24), Duration.ofHours(6), Duration.ofHours(1)));
    }
}
