package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kernel.FormFontFiles;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.testkit.PdfText;

/** What people fill in by hand. */
class BlankLinesTest {

    private static final String OFFICER = "承办人（签名）：\\P{IsHan}*警号：";

    private final PrintedForms forms = new PrintedForms(Optional.empty());

    @AfterEach
    void end() {
        forms.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FormKind.class,
            names = {"APPLICATION", "REPORT", "BANK_NOTICE"})
    void twoOfficersSign(FormKind kind) {
        assertThat(text(kind).split(OFFICER, -1)).hasSize(3);
    }

    @Test
    void companyFillsInItsCreditCodeAndWhoRepresentsIt() {
        assertThat(text(FormKind.APPLICATION)).contains("公民身份号码", "统一社会信用代码（单位填写）", "法定代表人（单位填写）", "单位盖章");
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void fontsAreCheckedForTheTitlesOfForms(FormKind kind) {
        kind.title().codePoints().forEach(character -> assertThat(FormFontFiles.ON_EVERY_FORM)
                .contains(Character.toString(character)));
        assertThat(FormFontFiles.ON_EVERY_FORM).contains(PrintableText.REPLACEMENT);
    }

    private String text(FormKind kind) {
        FormName name =
                switch (kind) {
                    case APPLICATION -> FormName.application(SamplePlans.caseId(0));
                    case BANK_NOTICE -> FormName.bankNotice("102100099996");
                    default -> FormName.of(kind);
                };
        return PdfText.of(
                forms.print(name, SamplePlans.of(SamplePlans.names(2), 1, 3)).bytes());
    }
}
