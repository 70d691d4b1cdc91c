package org.stoppayment.freeze.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.domain.FollowUp.State;
import org.stoppayment.freeze.domain.FollowUpEvent.Kind;
import org.stoppayment.kernel.ResultCode;

class FollowUpTest {

    @ParameterizedTest
    @CsvSource({
        "LIFT, 0000, CONFIRMED",
        "EXTENSION, 0000, CONFIRMED",
        "WRITTEN_ORDER, 0000, CONFIRMED",
        "WRITTEN_ORDER, 1200, CONFIRMED",
        "WRITTEN_ORDER, 1301, CONFIRMED", // that it is stopped already is what was to be noted
        "EXTENSION, 1301, DECLINED",
        "WRITTEN_ORDER, 1303, DECLINED",
        "LIFT, 1900, DECLINED",
        "EXTENSION, 1800, DECLINED",
        "LIFT, 0600, DECLINED",
        "EXTENSION, 9999, DECLINED",
        "LIFT, 0900, UNCLEAR",
        "EXTENSION, 1100, UNCLEAR",
        "LIFT, 200008, NOT_SENT"
    })
    void codeMeansTheSameWhateverWireItCameBy(FollowUp.Kind kind, String code, Kind meaning) {
        FollowUpEvent event = Samples.followUp(kind, State.SENDING, 0).heard(new ResultCode(code));

        assertThat(event.kind()).isEqualTo(meaning);
        assertThat(event.code()).contains(new ResultCode(code));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, NOT_SENT",
        "TAKEN, TAKEN",
        "UNANSWERED, UNANSWERED",
        "NOT_KNOWN, NOT_KNOWN",
        "NEEDS_PERSON, DECLINED"
    })
    void whatHappenedOnTheWayMeansWhatItMeansForAStop(StopOrderEvent.Kind happened, Kind meaning) {
        assertThat(FollowUpEvent.of(Samples.event(happened))).isEqualTo(FollowUpEvent.of(meaning));
    }

    @Test
    void whatCannotBeSentFailsOnceMoreEachTimeItIsTried() {
        FollowUp message = Samples.followUp(State.QUEUED, 0);

        for (int tried = 1; tried <= 3; tried++) {
            message = after(after(message, Kind.SENT), Kind.NOT_SENT);
            assertThat(message.failures()).isEqualTo(tried);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING, UNANSWERED, 4",
        "SENDING, OVERDUE, 4",
        "ACCEPTED, OVERDUE, 4",
        "ACCEPTED, UNCLEAR, 4",
        "IN_DOUBT, TAKEN, 0",
        "IN_DOUBT, NOT_KNOWN, 0",
        "IN_DOUBT, CONFIRMED, 0",
        "IN_DOUBT, DECLINED, 0"
    })
    void failuresInARowEndWithAResult(State from, Kind event, int failures) {
        assertThat(after(Samples.followUp(from, 3), event).failures()).isEqualTo(failures);
    }

    @Test
    void inquiryInVainIsOneMoreFailure() {
        FollowUp message = Samples.followUp(State.IN_DOUBT, 3).afterInquiry();

        assertThat(message.state()).isEqualTo(State.IN_DOUBT);
        assertThat(message.failures()).isEqualTo(4);
    }

    @Test
    void lastResultCodeIsKept() {
        FollowUp message = Samples.followUp(State.ACCEPTED, 0);
        FollowUp unclear = message.after(message.heard(new ResultCode("1100"))).orElseThrow();

        assertThat(unclear.resultCode()).isEqualTo("1100");
        assertThat(after(unclear, Kind.TAKEN).resultCode()).isEqualTo("1100");
    }

    private static FollowUp after(FollowUp message, Kind event) {
        return message.after(FollowUpEvent.of(event)).orElseThrow();
    }
}
