package org.stoppayment.freeze.orders.domain.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason;

class NameFormsTest {

    /** Knows two characters. */
    private final NameForms forms = new NameForms(text -> text.replace('陳', '陈').replace('東', '东'));

    @ParameterizedTest
    @CsvSource({"阿依古丽.买买提, 阿依古丽·买买提", "阿依古丽•买买提, 阿依古丽·买买提", "阿依古丽・买买提, 阿依古丽·买买提", "迪丽.热巴.买买提, 迪丽·热巴·买买提"})
    void dotBetweenCharactersIsTheMiddleDot(String typed, String form) {
        assertThat(forms.of(typed)).containsExactly(entry(form, List.of(Reason.MIDDLE_DOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"阿依古丽·买买提", "Dr. Wang", "J.Smith", "某公司No.1", "王某.", ".王某", "王某", "(王某)", "陈东", ""})
    void nameThatIsLikelyRightHasNoOtherForm(String name) {
        assertThat(forms.of(name)).isEmpty();
    }

    @Test
    void bracketsAreHalfWidth() {
        assertThat(forms.of("某某（上海）贸易有限公司"))
                .containsExactly(entry("某某(上海)贸易有限公司", List.of(Reason.HALF_WIDTH_BRACKETS)));
    }

    @Test
    void traditionalCharactersAreSimplified() {
        assertThat(forms.of("陳東")).containsExactly(entry("陈东", List.of(Reason.SIMPLIFIED_CHARACTERS)));
    }

    @Test
    void formWithAllChangesComesFirstAndEachAloneFollows() {
        assertThat(forms.of("陳.某（上海）"))
                .containsExactly(
                        entry(
                                "陈·某(上海)",
                                List.of(Reason.MIDDLE_DOT, Reason.HALF_WIDTH_BRACKETS, Reason.SIMPLIFIED_CHARACTERS)),
                        entry("陳·某（上海）", List.of(Reason.MIDDLE_DOT)),
                        entry("陳.某(上海)", List.of(Reason.HALF_WIDTH_BRACKETS)),
                        entry("陈.某（上海）", List.of(Reason.SIMPLIFIED_CHARACTERS)));
    }
}
