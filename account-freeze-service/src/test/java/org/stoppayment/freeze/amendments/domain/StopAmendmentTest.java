package org.stoppayment.freeze.amendments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent.Kind;
import org.stoppayment.freeze.orders.domain.Samples;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kernel.ResultCode;

class StopAmendmentTest {

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
    void codeMeansTheSameWhateverWireItCameBy(StopAmendment.Kind kind, String code, Kind meaning) {
        AmendmentEvent event =
                AmendmentSamples.amendment(kind, AmendmentState.SENDING, 0).eventFor(new ResultCode(code));

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
        assertThat(AmendmentEvent.of(Samples.event(happened))).isEqualTo(AmendmentEvent.of(meaning));
    }

    @Test
    void whatCannotBeSentFailsOnceMoreEachTimeItIsTried() {
        StopAmendment message = AmendmentSamples.amendment(AmendmentState.QUEUED, 0);

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
    void failuresInARowEndWithAResult(AmendmentState from, Kind event, int failures) {
        assertThat(after(AmendmentSamples.amendment(from, 3), event).failures()).isEqualTo(failures);
    }

    @Test
    void inquiryInVainIsOneMoreFailure() {
        StopAmendment message =
                AmendmentSamples.amendment(AmendmentState.IN_DOUBT, 3).afterInquiry();

        assertThat(message.state()).isEqualTo(AmendmentState.IN_DOUBT);
        assertThat(message.failures()).isEqualTo(4);
    }

    @Test
    void lastResultCodeIsKept() {
        StopAmendment message = AmendmentSamples.amendment(AmendmentState.ACCEPTED, 0);
        StopAmendment unclear =
                message.after(message.eventFor(new ResultCode("1100"))).orElseThrow();

        assertThat(unclear.resultCode()).isEqualTo("1100");
        assertThat(after(unclear, Kind.TAKEN).resultCode()).isEqualTo("1100");
    }

    @ParameterizedTest
    @CsvSource({"DONE, DECLINED, true", "DONE, CONFIRMED, false", "SENDING, DECLINED, false"})
    void institutionThatDidItContradictsItselfWhenItDeclines(AmendmentState state, Kind event, boolean contradicted) {
        assertThat(AmendmentSamples.amendment(state, 0).isContradictedBy(AmendmentEvent.of(event)))
                .isEqualTo(contradicted);
    }

    private static StopAmendment after(StopAmendment message, Kind event) {
        return message.after(AmendmentEvent.of(event)).orElseThrow();
    }
}
