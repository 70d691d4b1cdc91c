package org.stoppayment.intake.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.intake.domain.Reported.id;
import static org.stoppayment.intake.domain.Reported.stored;
import static org.stoppayment.intake.domain.Reported.supplement;
import static org.stoppayment.intake.domain.Reported.transfer;
import static org.stoppayment.intake.domain.Reported.view;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Correction;
import org.stoppayment.intake.domain.ProtectiveStop;
import org.stoppayment.intake.domain.Reported;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

class SupplementRulesTest {

    private static final CaseView TWO_TRANSFERS =
            view(2, stored(1, transfer(), Optional.empty()), stored(2, transfer(), Optional.empty()));

    @Test
    void transferOfTheCaseMayBeCorrectedOnce() {
        assertThatNoException().isThrownBy(() -> SupplementRules.requireFit(correcting(1, 2), TWO_TRANSFERS));
        refused(correcting(1, 1), TWO_TRANSFERS, "ALREADY_CORRECTED");
    }

    @Test
    void correctionOfACorrectedTransferIsRefusedAndOfItsCorrectionAccepted() {
        CaseView corrected =
                view(1, stored(1, transfer(), Optional.empty()), stored(2, transfer(), Optional.of(id(1))));

        refused(correcting(1), corrected, "ALREADY_CORRECTED");
        assertThatNoException().isThrownBy(() -> SupplementRules.requireFit(correcting(2), corrected));
    }

    @Test
    void refusalNamesTheLastCorrectionAsTheOneToCorrect() {
        CaseView twiceCorrected = view(
                1,
                stored(1, transfer(), Optional.empty()),
                stored(2, transfer(), Optional.of(id(1))),
                stored(3, transfer(), Optional.of(id(2))));

        assertThatThrownBy(() -> SupplementRules.requireFit(correcting(1), twiceCorrected))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.hint())
                            .contains(new InvalidInput.Hint("ALREADY_CORRECTED", "correctInstead", id(3).toString()));
                    assertThat(refused.violations().get(0).description()).contains("correct its correction " + id(3));
                });
        assertThatThrownBy(() -> SupplementRules.requireFit(correcting(1, 1), TWO_TRANSFERS))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.hint())
                        .isEmpty());
    }

    @Test
    void transferOfAnotherCaseIsNotCorrected() {
        refused(correcting(3), TWO_TRANSFERS, "NOT_IN_CASE");
    }

    @Test
    void caseHasFiveHundredTransfersAtMostWithoutCorrections() {
        CaseView almostFull = view(498, stored(1, transfer(), Optional.empty()));

        assertThatNoException()
                .isThrownBy(() -> SupplementRules.requireFit(
                        supplement(
                                Collections.nCopies(2, transfer()),
                                List.of(new Correction(id(1).value().toString(), transfer())),
                                0),
                        almostFull));
        refused(supplement(Collections.nCopies(3, transfer()), List.of(), 0), almostFull, "TOO_MANY");
    }

    @Test
    void protectiveStopsAndTransfersOfACaseHaveOneLimit() {
        CaseView almostFull = view(300, 199, stored(1, transfer(), Optional.empty()));

        assertThatNoException().isThrownBy(() -> SupplementRules.requireFit(protecting(1), almostFull));
        assertThatNoException()
                .isThrownBy(
                        () -> SupplementRules.requireFit(supplement(List.of(transfer()), List.of(), 0), almostFull));
        refused(protecting(2), almostFull, "TOO_MANY");
        refused(supplement(Collections.nCopies(2, transfer()), List.of(), 0), almostFull, "TOO_MANY");
    }

    @Test
    void refusalNamesTheFieldBothCountsAndTheLimit() {
        assertThatThrownBy(() -> SupplementRules.requireFit(protecting(3), view(300, 198)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.violations())
                        .containsExactly(new Violation(
                                "protectiveStops",
                                "TOO_MANY",
                                "value: 300 transfers and 201 protective stops in the case"
                                        + " (expected: at most 500 in all)")));
    }

    @Test
    void fullCaseTakesCorrectionsAndContacts() {
        CaseView full = view(300, 200, stored(1, transfer(), Optional.empty()));

        assertThatNoException().isThrownBy(() -> SupplementRules.requireFit(correcting(1), full));
        assertThatNoException().isThrownBy(() -> SupplementRules.requireFit(supplement(List.of(), List.of(), 2), full));
    }

    private static CaseSupplement protecting(int stops) {
        return supplement(
                List.of(),
                List.of(),
                Collections.nCopies(stops, new ProtectiveStop(Reported.PAYEE, Optional.of(Reported.NOW))),
                0);
    }

    private static void refused(CaseSupplement supplement, CaseView view, String code) {
        assertThatThrownBy(() -> SupplementRules.requireFit(supplement, view))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.violations())
                        .singleElement()
                        .extracting("code")
                        .isEqualTo(code));
    }

    private static CaseSupplement correcting(int... numbers) {
        return supplement(
                List.of(),
                Arrays.stream(numbers)
                        .mapToObj(number -> new Correction(id(number).value().toString(), transfer()))
                        .toList(),
                0);
    }
}
