package org.stoppayment.recovery.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.stoppayment.recovery.ledger.domain.Examples.CARD;
import static org.stoppayment.recovery.ledger.domain.Examples.WALLET;
import static org.stoppayment.recovery.ledger.domain.Examples.entry;
import static org.stoppayment.recovery.ledger.domain.Examples.move;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.shared.domain.AccountRef;

class MovementTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000_000_000_000_001L, Long.MAX_VALUE})
    void amountOutOfRangeIsRefused(long fen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move(CARD, Position.REPORTED, Position.UNKNOWN, fen))
                .withMessage("amountFen: " + fen + " (expected: 1..10^17)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10_000_000_000_001L, 100_000_000_000_000_000L})
    void minimumAndMaximumAmountAreBooked(long fen) {
        assertThat(move(CARD, Position.REPORTED, Position.UNKNOWN, fen).amount().fen())
                .isEqualTo(fen);
    }

    @ParameterizedTest
    @EnumSource(Position.class)
    void movementWithinOnePositionIsRefused(Position position) {
        assertThatIllegalArgumentException().isThrownBy(() -> move(CARD, position, position, 1));
    }

    @Test
    void eventWithoutMovementsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FundsMoved(new EventId(new UUID(1, 2)), Examples.CASE, Instant.EPOCH, List.of()));
    }

    @Test
    void eventHasOneEntryForEachMovementInOrder() {
        Movement first = move(CARD, Position.REPORTED, Position.UNKNOWN, 2);
        Movement second = move(WALLET, Position.REPORTED, Position.UNKNOWN, 3);
        FundsMoved event =
                new FundsMoved(new EventId(new UUID(1, 2)), Examples.CASE, Instant.EPOCH, List.of(first, second));
        List<LedgerEntry> entries = event.entries(new Ids(SystemTime.SOURCE));
        assertThat(entries).extracting(LedgerEntry::movement).containsExactly(first, second);
        assertThat(entries).extracting(LedgerEntry::ordinal).containsExactly(0, 1);
        assertThat(entries).extracting(LedgerEntry::entryId).doesNotHaveDuplicates();
    }

    @Test
    void accountWithoutNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountRef("", "", "", AccountKind.UNSPECIFIED));
    }

    @Test
    void toStringOfAnEntryHasNoPersonalData() {
        AccountRef misplaced = new AccountRef("6222020200112233455", "1234567", "Wang Wu", AccountKind.UNSPECIFIED);
        assertThat(entry(0, move(CARD, Position.REPORTED, Position.HELD, 1)).toString())
                .doesNotContain("6222020200112233455", "Wang Wu");
        assertThat(entry(0, move(misplaced, Position.REPORTED, Position.HELD, 1))
                        .toString())
                .doesNotContain("6222020200112233455", "1234567", "Wang Wu");
    }
}
