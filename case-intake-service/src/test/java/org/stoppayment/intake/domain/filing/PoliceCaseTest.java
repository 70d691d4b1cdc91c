package org.stoppayment.intake.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoppayment.intake.domain.Reported.CASE;
import static org.stoppayment.intake.domain.Reported.NOW;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.Reported;
import org.stoppayment.kernel.ServiceException.Refusal;

/** What may be decided about a case, and what comes of it. */
class PoliceCaseTest {

    private static final Operator OFFICER = new Operator("desk", "badge");
    private static final PoliceCase OPEN = new PoliceCase(CASE, CaseStatus.OPEN, Optional.empty());
    private static final PoliceCase FILED =
            new PoliceCase(CASE, CaseStatus.FILED, Optional.of(OPEN.file(request("7"), NOW)));

    @Test
    void filingIsTheFirstRevisionAndACorrectionTheNext() {
        Filing first = OPEN.file(request("7"), NOW);
        Filing second = correct(FILED, 1, "8");

        assertThat(first).isEqualTo(new Filing(CASE, 1, request("7").facts(), NOW, OFFICER, ""));
        assertThat(second).isEqualTo(new Filing(CASE, 2, request("8").facts(), NOW, OFFICER, "misread"));
    }

    @Test
    void correctionOfAnotherRevisionThanTheLastIsRefused() {
        PoliceCase corrected = new PoliceCase(CASE, CaseStatus.FILED, Optional.of(correct(FILED, 1, "8")));

        assertThat(refusal(() -> correct(corrected, 1, "9"))).isEqualTo("FILING_CHANGED");
        assertThat(refusal(() -> correct(corrected, 3, "9"))).isEqualTo("FILING_CHANGED");
        assertThat(correct(corrected, 2, "9").revision()).isEqualTo(3);
    }

    @Test
    void correctionThatChangesNothingIsRefused() {
        assertThat(refusal(() -> correct(FILED, 1, "7"))).isEqualTo("FILING_UNCHANGED");
    }

    @Test
    void onlyAFiledCaseIsClosed() {
        ClosingRequest request =
                new ClosingRequest("", CASE.toString(), OFFICER, "convicted", Reported.CONTENT, List.of());

        assertThat(FILED.close(request, NOW)).isEqualTo(new Closing(CASE, NOW, OFFICER, "convicted"));
        assertThat(refusal(() -> OPEN.close(request, NOW))).isEqualTo("CASE_NOT_FILED");
    }

    @Test
    void onlyAnOpenCaseIsFiledAndOnlyAFiledOneCorrected() {
        assertThat(refusal(() -> FILED.file(request("8"), NOW))).isEqualTo("CASE_FILED");
        assertThat(refusal(() -> correct(OPEN, 1, "8"))).isEqualTo("CASE_NOT_FILED");
    }

    private static Filing correct(PoliceCase filed, int revision, String number) {
        return filed.correct(request(number), new FilingRequest.Correction(revision, "misread"), NOW);
    }

    private static FilingRequest request(String number) {
        return new FilingRequest(
                "",
                CASE.toString(),
                OFFICER,
                number,
                "station",
                Optional.of(NOW),
                "0".repeat(64),
                Optional.empty(),
                Reported.CONTENT,
                List.of());
    }

    private static String refusal(ThrowingCallable decision) {
        Refusal refused = catchThrowableOfType(Refusal.class, decision);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.code();
    }
}
