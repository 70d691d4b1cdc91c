package org.stoppayment.intake.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoppayment.intake.domain.Reported.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.Reported;
import org.stoppayment.intake.domain.filing.ClosingRequest;
import org.stoppayment.intake.domain.filing.FilingRequest;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** What a filing and a closing must say, each rule with a good and a bad neighbour. */
class FilingRulesTest {

    private static final String REQUEST_ID = "0195518a-0000-7000-8000-000000000001";
    private static final Operator OFFICER = new Operator("o".repeat(100), "b".repeat(50));

    @Test
    void longestTextsAndTheEdgesOfTimeAreAccepted() {
        assertThatNoException()
                .isThrownBy(() -> FilingRules.requireValid(
                        filing("n".repeat(100), "f".repeat(100), NOW.plusSeconds(300), "0".repeat(64)), NOW));
        assertThatNoException().isThrownBy(() -> FilingRules.requireValid(correction(1, "r".repeat(200)), NOW));
        assertThatNoException().isThrownBy(() -> FilingRules.requireAfterReport(filing(NOW.minusSeconds(300)), NOW));
        assertThatNoException().isThrownBy(() -> FilingRules.requireValid(closing("r".repeat(200), OFFICER)));
    }

    @Test
    void whatIsTooLongIsRefusedByName() {
        assertThat(refusals(() ->
                        FilingRules.requireValid(filing("n".repeat(101), "f".repeat(101), NOW, "0".repeat(64)), NOW)))
                .containsExactly("facts.number LENGTH", "facts.organisation LENGTH");
        assertThat(refusals(() -> FilingRules.requireValid(
                        closing("r".repeat(201), new Operator("o".repeat(101), "b".repeat(51))))))
                .containsExactly("reason LENGTH", "operator.organisation LENGTH", "operator.badgeNumber LENGTH");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        FilingRequest empty = new FilingRequest(
                "",
                "",
                new Operator("", ""),
                "",
                " ",
                Optional.empty(),
                "",
                Optional.empty(),
                Reported.CONTENT,
                List.of());

        assertThat(refusals(() -> FilingRules.requireValid(empty, NOW)))
                .containsExactly(
                        "requestId MISSING",
                        "caseId MISSING",
                        "facts.number LENGTH",
                        "facts.organisation LENGTH",
                        "facts.filedAt MISSING",
                        "facts.documentDigest FORM",
                        "operator.organisation LENGTH",
                        "operator.badgeNumber LENGTH");
        assertThat(refusals(() -> FilingRules.requireValid(closing("", new Operator("", "")))))
                .containsExactly("reason LENGTH", "operator.organisation LENGTH", "operator.badgeNumber LENGTH");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void correctionNamesARevisionAndAReason(int revision) {
        assertThat(refusals(() -> FilingRules.requireValid(correction(revision, ""), NOW)))
                .containsExactly("correctsRevision OUT_OF_RANGE", "reason LENGTH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000000000000000000000000000000000000000000000000000000",
                "00000000000000000000000000000000000000000000000000000000000000000",
                "g000000000000000000000000000000000000000000000000000000000000000",
                "A000000000000000000000000000000000000000000000000000000000000000"
            })
    void digestHas64LowerCaseHexadecimalDigits(String digest) {
        assertThat(refusals(() -> FilingRules.requireValid(filing("n", "f", NOW, digest), NOW)))
                .containsExactly("facts.documentDigest FORM");
    }

    @Test
    void momentMoreThanFiveMinutesAheadIsRefused() {
        assertThat(refusals(() ->
                        FilingRules.requireValid(filing(NOW.plusSeconds(300).plusMillis(1)), NOW)))
                .containsExactly("facts.filedAt IN_FUTURE");
    }

    @ParameterizedTest
    @CsvSource({"-301, facts.filedAt BEFORE_REPORT", "-300,", "0,", "86400,"})
    void momentMoreThanFiveMinutesBeforeTheReportIsRefused(long seconds, String expected) {
        assertThat(refusals(() -> FilingRules.requireAfterReport(filing(NOW.plusSeconds(seconds)), NOW)))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static FilingRequest filing(Instant filedAt) {
        return filing("n", "f", filedAt, "0".repeat(64));
    }

    private static FilingRequest filing(String number, String organisation, Instant filedAt, String digest) {
        return request(number, organisation, filedAt, digest, Optional.empty());
    }

    private static FilingRequest correction(int revision, String reason) {
        return request("n", "f", NOW, "0".repeat(64), Optional.of(new FilingRequest.Correction(revision, reason)));
    }

    private static FilingRequest request(
            String number,
            String organisation,
            Instant filedAt,
            String digest,
            Optional<FilingRequest.Correction> correction) {
        return new FilingRequest(
                REQUEST_ID,
                Reported.CASE.toString(),
                OFFICER,
                number,
                organisation,
                Optional.of(filedAt),
                digest,
                correction,
                Reported.CONTENT,
                List.of());
    }

    private static ClosingRequest closing(String reason, Operator operator) {
        return new ClosingRequest(REQUEST_ID, Reported.CASE.toString(), operator, reason, Reported.CONTENT, List.of());
    }

    /** The reasons to refuse, as {@code field CODE}; none when nothing is refused. */
    private static List<String> refusals(ThrowingCallable check) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, check);
        return refused == null ? List.of() : Reported.brief(refused.violations());
    }
}
