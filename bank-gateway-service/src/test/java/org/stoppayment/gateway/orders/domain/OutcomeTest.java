package org.stoppayment.gateway.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.gateway.orders.domain.Outcome.NoAnswer;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;

class OutcomeTest {

    @Test
    void onlyFailedConnectionsCountAsFailuresWhenNotSent() {
        assertThat(Arrays.stream(NotSent.Reason.values()).filter(reason -> new NotSent(reason).countsAsFailure()))
                .containsExactly(
                        NotSent.Reason.CONNECTION_REFUSED,
                        NotSent.Reason.CONNECT_TIMEOUT,
                        NotSent.Reason.UNRESOLVED,
                        NotSent.Reason.TLS_FAILED,
                        NotSent.Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"400, false", "404, false", "499, false", "500, true", "503, true"})
    void serverErrorCountsAsFailureAndClientErrorDoesNot(int status, boolean counts) {
        assertThat(NoAnswer.ofStatus(status).countsAsFailure()).isEqualTo(counts);
        assertThat(NoAnswer.ofStatus(status).reason()).isEqualTo("HTTP_" + status);
    }

    @Test
    void unusableAnswerToOneOrderDoesNotCountAsFailure() {
        assertThat(NoAnswer.WRONG_APPLICATION_ID.countsAsFailure()).isFalse();
        assertThat(NoAnswer.INVALID_FEEDBACK.countsAsFailure()).isFalse();
        assertThat(NoAnswer.TIMEOUT.countsAsFailure()).isTrue();
        assertThat(NoAnswer.GARBAGE.countsAsFailure()).isTrue();
    }

    @Test
    void otherOutcomesDoNotCountAsFailures() {
        assertThat(new Outcome.Accepted().countsAsFailure()).isFalse();
        assertThat(new Outcome.NotKnown().countsAsFailure()).isFalse();
        assertThat(new Outcome.NoRoute().countsAsFailure()).isFalse();
    }

    @Test
    void outcomesHaveDifferentKindsForMetrics() {
        assertThat(new Outcome.Accepted().kind()).isEqualTo("accepted");
        assertThat(new NotSent(NotSent.Reason.CIRCUIT_OPEN).kind()).isEqualTo("not_sent");
        assertThat(NoAnswer.TIMEOUT.kind()).isEqualTo("no_answer");
        assertThat(new Outcome.NotKnown().kind()).isEqualTo("not_known");
        assertThat(new Outcome.NoRoute().kind()).isEqualTo("no_route");
    }

    @Test
    void paperworkHasTheCodesOfThePlatform() {
        assertThat(ApplicationType.of("04")).contains(ApplicationType.AFTER_TELEPHONE);
        assertThat(ApplicationType.of("05")).contains(ApplicationType.AFTER_FAX);
        assertThat(ApplicationType.AFTER_FAX.code()).isEqualTo("05");
        assertThat(ApplicationType.of("")).isEmpty();
    }

    @Test
    void operatorIsLoggedWithoutTheBadgeNumber() {
        assertThat(new Operator("Desk", "badge-1")).hasToString("Desk");
    }
}
