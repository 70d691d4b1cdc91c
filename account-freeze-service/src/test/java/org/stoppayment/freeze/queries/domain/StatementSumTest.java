package org.stoppayment.freeze.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.queries.domain.StatementSum.Line;

class StatementSumTest {

    private static final OptionalLong NOT_TOLD = OptionalLong.empty();

    @Test
    void openingPlusWhatCameInMinusWhatLeftIsTheBalance() {
        assertThat(sum(100, line(50, 150), line(-120, 30)).addsUp()).isTrue();
        assertThat(sum(100, line(50, 150), line(-120, 31)).addsUp()).isFalse();
        assertThat(sum(100, line(-120, 30)).addsUp())
                .as("the first booking is missing")
                .isFalse();
    }

    @Test
    void balanceOfTheLastBookingThatHasOneCounts() {
        assertThat(sum(100, line(50, 150), line(-120)).addsUp()).isTrue();
        assertThat(sum(100, line(50), line(-120, 30), line(-10)).addsUp()).isTrue();
        assertThat(sum(100, line(50, 7), line(-120, 30)).addsUp())
                .as("bookings of one moment may come in any order")
                .isTrue();
    }

    @Test
    void whatIsNotToldCannotBeCompared() {
        assertThat(new StatementSum(NOT_TOLD, List.of(line(50, 7))).addsUp()).isTrue();
        assertThat(sum(100, line(50)).addsUp()).isTrue();
        assertThat(sum(100).addsUp()).isTrue();
    }

    private static StatementSum sum(long openingFen, Line... lines) {
        return new StatementSum(OptionalLong.of(openingFen), Stream.of(lines).toList());
    }

    private static Line line(long fen, long balanceFen) {
        return new Line(fen, OptionalLong.of(balanceFen));
    }

    private static Line line(long fen) {
        return new Line(fen, NOT_TOLD);
    }
}
