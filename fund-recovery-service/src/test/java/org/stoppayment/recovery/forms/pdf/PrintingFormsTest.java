package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kernel.ServiceException.Refusal;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.recovery.forms.application.FormPrinter.Printed;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.testkit.PdfText;

/** What stands on the pages. */
class PrintingFormsTest {

    private static final Path NONE = Path.of("/nonexistent/font.ttf");
    private static final Path HANAZONO = Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");
    private static final FormName REPORT = FormName.of(FormKind.REPORT);
    private static final FormName FLOW_TABLE = FormName.of(FormKind.FLOW_TABLE);

    private final PrintedForms forms = new PrintedForms(Optional.of(NONE));

    @AfterEach
    void end() {
        forms.close();
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void sameContentAndImprintAreTheSameBytes(FormKind kind) {
        FormFacts facts = SamplePlans.of(SamplePlans.names(2), 2, 5);
        FormName name = name(kind);

        Printed first = forms.print(name, facts);
        Printed again = forms.print(name, SamplePlans.of(SamplePlans.names(2), 2, 5));

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.file()).isEqualTo(first.file());
        Imprint later = new Imprint(FreshIds.next(), 2, PrintedForms.IMPRINT.madeBy(), SamplePlans.NOON);
        assertThat(forms.print(name, facts, later).file().digest())
                .isNotEqualTo(first.file().digest());
    }

    @Test
    void reportAddsUpToTheSumsOfThePlan() {
        FormFacts facts = SamplePlans.of(SamplePlans.names(12), 2, 5);

        String text = PdfText.of(forms.print(REPORT, facts).bytes());

        facts.plan().accounts().forEach(account -> {
            account.payouts().forEach(each -> assertThat(text)
                    .contains(each.victimName()
                            + FormWords.yuan(each.payout().claim().shareFen()))
                    .contains(FormWords.yuan(each.payout().fen())));
            assertThat(text).contains("本账户返还合计" + FormWords.yuan(account.paidFen()));
        });
        assertThat(text)
                .contains(
                        FormWords.yuan(facts.plan().paidFen()),
                        YuanInWords.of(facts.plan().paidFen()).substring(0, 10));
        assertThat(text).contains("第5条[?]");
    }

    @Test
    void namesWithMarkupAreTextAndLongNamesAreNotCut() {
        String markup = "<b>张&\"三\"</b>{form.head}";
        String longName = "欧阳".repeat(100);

        String text = PdfText.of(forms.print(REPORT, SamplePlans.of(List.of(markup, longName), 1, 3))
                .bytes());

        assertThat(text).contains(markup);
        assertThat(text.replaceAll("第[0-9]+页共[0-9]+页", "")).contains("欧阳".repeat(40));
        assertThat(count(text, '欧')).isGreaterThanOrEqualTo(300); // victims, payouts and payees name it in full
    }

    @Test
    void charactersOfTheExtendedPlaneThatNoFontHasAreShownAndCounted() {
        Printed printed = forms.print(REPORT, SamplePlans.of(List.of("𠮷田㐂䶮", "\u0007𫘝"), 1, 3));

        String text = PdfText.of(printed.bytes());

        assertThat(text).contains("〓田㐂䶮", "〓〓", "本文书有3个字符在字体中没有");
        assertThat(printed.file().missingCharacters()).isEqualTo(3);
    }

    @Test
    void rareCharactersComeFromTheSecondFont() {
        assumeThat(Files.isReadable(HANAZONO)).isTrue();
        try (PrintedForms both = new PrintedForms(Optional.of(HANAZONO))) {
            Printed printed = both.print(REPORT, SamplePlans.of(List.of("𠮷田㐂䶮", "𫘝"), 1, 3));

            assertThat(PdfText.of(printed.bytes())).contains("𠮷田㐂䶮", "𫘝").doesNotContain("〓");
            assertThat(printed.file().missingCharacters()).isZero();
        }
    }

    @Test
    void longFlowTableHasEveryRowOnceAndSaysWhatIsLeftOut() {
        FormFacts facts = SamplePlans.of(SamplePlans.names(2), 2, 500);
        try (PrintedForms some = new PrintedForms(Optional.empty(), Optional.of(NONE), 700)) {
            Printed printed = some.print(FLOW_TABLE, facts);

            String text = PdfText.inLines(printed.bytes());
            for (int i = 2; i < 500; i++) {
                String row = "收款方流水 S" + i;
                assertThat(text.split(row + "(?![0-9])", -1).length - 1)
                        .as(row)
                        .isEqualTo(i < 200 ? 2 : 1); // the second account has room for 200
            }
            assertThat(text).contains("该账户另有 300 笔未列出");
            assertThat(printed.file().pages()).isEqualTo(PdfText.pages(printed.bytes()));
        }
    }

    @Test
    void missingFontNamesThePackage() {
        try (PrintedForms without = new PrintedForms(Optional.of(NONE), Optional.empty(), 100)) {
            assertThatThrownBy(() -> without.print(REPORT, SamplePlans.of(SamplePlans.names(1), 1, 3)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("FORM_FONT_MISSING"))
                    .hasMessageContaining("fonts-wqy-zenhei");
        }
    }

    @Test
    void fileThatIsNoFontIsRefused() throws Exception {
        Path text = Files.createTempFile("font", ".ttf");
        Files.writeString(text, "no font");
        try (PrintedForms wrong = new PrintedForms(Optional.of(text), Optional.empty(), 100)) {
            assertThatThrownBy(() -> wrong.print(REPORT, SamplePlans.of(SamplePlans.names(1), 1, 3)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("FORM_FONT_UNUSABLE"));
        } finally {
            Files.delete(text);
        }
    }

    private static long count(String text, char each) {
        return text.chars().filter(character -> character == each).count();
    }

    private static FormName name(FormKind kind) {
        return switch (kind) {
            case APPLICATION -> FormName.application(SamplePlans.caseId(0));
            case BANK_NOTICE -> FormName.bankNotice("102100099996");
            default -> FormName.of(kind);
        };
    }
}
