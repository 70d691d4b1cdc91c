package org.stoppayment.gateway.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.Violation;

class FeedbackTest {

    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-03-01T04:00:00Z"));
    private static final Optional<Money> BALANCE = Optional.of(Money.ofFen(500));

    @Test
    void stopInEffectRequiresMomentAndBalance() {
        assertThat(missing("0000", NOON, BALANCE, OrderKind.STOP)).isEmpty();
        assertThat(missing("0000", Optional.empty(), BALANCE, OrderKind.STOP)).containsExactly("stoppedAt");
        assertThat(missing("1200", NOON, Optional.empty(), OrderKind.STOP)).containsExactly("balanceFen");
        assertThat(missing("0000", Optional.empty(), Optional.empty(), OrderKind.STOP))
                .containsExactly("stoppedAt", "balanceFen");
    }

    @Test
    void successOfAnOrderOfUnknownKindRequiresBothOrNeither() {
        assertThat(missing("0000", Optional.empty(), Optional.empty(), OrderKind.ANY))
                .isEmpty();
        assertThat(missing("0000", NOON, Optional.empty(), OrderKind.ANY)).containsExactly("balanceFen");
        assertThat(missing("0000", Optional.empty(), BALANCE, OrderKind.ANY)).containsExactly("stoppedAt");
    }

    @Test
    void shortBalanceRequiresBothBecauseItIsAStop() {
        assertThat(missing("1200", Optional.empty(), Optional.empty(), OrderKind.ANY))
                .containsExactly("stoppedAt", "balanceFen");
    }

    @ParameterizedTest
    @EnumSource
    void refusalRequiresNeither(OrderKind asked) {
        assertThat(missing("0301", Optional.empty(), Optional.empty(), asked)).isEmpty();
    }

    @Test
    void freezeInEffectRequiresMomentSumAndBalance() {
        Optional<FreezeStatus> whole = Optional.of(new FreezeStatus(NOON, BALANCE, Optional.empty()));

        for (String code : List.of("0000", "1200")) {
            assertThat(missingOfFreeze(code, BALANCE, whole, OrderKind.FREEZE)).isEmpty();
            assertThat(missingOfFreeze(code, Optional.empty(), whole, OrderKind.FREEZE))
                    .containsExactly("balanceFen");
            assertThat(missingOfFreeze(code, BALANCE, Optional.empty(), OrderKind.FREEZE))
                    .containsExactly("freeze.frozenAt", "freeze.frozenFen");
        }
    }

    @Test
    void freezeTellsTheKindOfAnOrderOfUnknownKind() {
        Optional<FreezeStatus> empty =
                Optional.of(new FreezeStatus(Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(missingOfFreeze("0000", Optional.empty(), empty, OrderKind.ANY))
                .containsExactly("freeze.frozenAt", "freeze.frozenFen", "balanceFen");
    }

    @Test
    void waitingFreezeRequiresNothing() {
        Optional<FreezeStatus> second =
                Optional.of(new FreezeStatus(Optional.empty(), Optional.empty(), Optional.of(2)));

        assertThat(missingOfFreeze("1303", Optional.empty(), second, OrderKind.FREEZE))
                .isEmpty();
        assertThat(missingOfFreeze("1302", Optional.empty(), Optional.empty(), OrderKind.FREEZE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "id/1", "12345678901234567890123456789012345678901234567890123456789012345"})
    void invalidIdIsNotParsed(String text) {
        assertThat(ApplicationId.parse(text)).isEmpty();
        assertThatThrownBy(() -> new ApplicationId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void validIdIsParsed() {
        assertThat(ApplicationId.parse("A-1")).contains(new ApplicationId("A-1"));
        assertThat(new ApplicationId("A-1")).hasToString("A-1");
    }

    @Test
    void accountIsLoggedMasked() {
        assertThat(new Account("102100099996", "6222020000000000018", "Somebody", AccountKind.BANK_PERSONAL).toString())
                .startsWith("102100099996/")
                .doesNotContain("6222020000000000018")
                .doesNotContain("Somebody");
    }

    private static List<String> missing(
            String code, Optional<Instant> stoppedAt, Optional<Money> balance, OrderKind asked) {
        return missing(code, stoppedAt, balance, Optional.empty(), asked);
    }

    private static List<String> missingOfFreeze(
            String code, Optional<Money> balance, Optional<FreezeStatus> freeze, OrderKind asked) {
        return missing(code, Optional.empty(), balance, freeze, asked);
    }

    private static List<String> missing(
            String code,
            Optional<Instant> stoppedAt,
            Optional<Money> balance,
            Optional<FreezeStatus> freeze,
            OrderKind asked) {
        Feedback feedback = new Feedback(
                new ApplicationId("A-1"),
                new ResultCode(code),
                stoppedAt,
                balance,
                List.of(),
                List.of(),
                true,
                List.of(),
                freeze,
                Optional.empty(),
                List.of());
        return feedback.missingFields(asked).stream().map(Violation::field).toList();
    }
}
