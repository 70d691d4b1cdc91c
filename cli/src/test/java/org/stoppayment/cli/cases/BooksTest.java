package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.cases.Progress.ACCOUNT;
import static org.stoppayment.cli.cases.Progress.stopped;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;

class BooksTest {

    private static final CaseProgress HELD_60_OF_100 =
            Progress.of(stopped(ACCOUNT, 1, 100).setTaintedHeldFen(60)).build();

    private static Optional<GetRecoveryResponse> books(
            long reported, long held, long lapsed, long lifted, long unknown) {
        return Optional.of(GetRecoveryResponse.newBuilder()
                .setTotal(Positions.newBuilder()
                        .setReportedFen(reported)
                        .setHeldFen(held)
                        .setLapsedFen(lapsed)
                        .setLiftedFen(lifted)
                        .setUnknownFen(unknown))
                .build());
    }

    @Test
    void booksThatAddUpToTheFenAgree() {
        assertThat(Books.differences(HELD_60_OF_100, books(100, 60, 10, 10, 20)))
                .isEmpty();
    }

    @Test
    void missingFenIsADifference() {
        assertThat(Books.differences(HELD_60_OF_100, books(100, 60, 10, 10, 19)))
                .containsExactly(new Difference(
                        "recovery", "held+frozen+lapsed+lifted+unknown+cash+merchant+restored+returned", "100", "99"));
    }

    @Test
    void cashAndMerchantMoneyIsPartOfTheSum() {
        var books = books(100, 60, 0, 0, 10).orElseThrow().toBuilder();
        books.getTotalBuilder().setCashFen(25).setMerchantFen(5);

        assertThat(Books.differences(HELD_60_OF_100, Optional.of(books.build())))
                .isEmpty();
    }

    @Test
    void moneyThatWasPaidBackIsPartOfTheSumAndMustBeWhatFreezeHas() {
        var books = books(100, 60, 0, 0, 10).orElseThrow().toBuilder();
        books.getTotalBuilder().setReturnedFen(30);

        assertThat(Books.differences(
                        HELD_60_OF_100.toBuilder().setReturnedFen(30).build(), Optional.of(books.build())))
                .isEmpty();
        assertThat(Books.differences(HELD_60_OF_100, Optional.of(books.build())))
                .containsExactly(new Difference("recovery", "returnedFen", "0", "30"));
    }

    @Test
    void onwardMoneyThatReachedNoAccountIsADifference() {
        var books = books(100, 60, 0, 0, 30).orElseThrow().toBuilder();
        books.getTotalBuilder().setOnwardFen(10);

        assertThat(Books.differences(HELD_60_OF_100, Optional.of(books.build())))
                .contains(new Difference("recovery", "onwardFen", "0", "10"));
    }

    @Test
    void heldAndReportedMustAgreeWithFreeze() {
        assertThat(Books.differences(HELD_60_OF_100, books(99, 59, 0, 0, 40)))
                .containsExactly(
                        new Difference("recovery", "reportedFen", "100", "99"),
                        new Difference("recovery", "heldFen", "60", "59"));
    }

    @Test
    void aCaseWithoutMoneyNeedsNoBooks() {
        assertThat(Books.differences(CaseProgress.getDefaultInstance(), Optional.empty()))
                .isEmpty();
        assertThat(Books.differences(HELD_60_OF_100, Optional.empty())).isNotEmpty();
    }
}
