package org.stoppayment.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.AlertState;
import org.stoppayment.proto.freeze.v1.AmendmentKind;
import org.stoppayment.proto.freeze.v1.AmendmentState;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.ClaimEndCause;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentKind;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.HoldReason;
import org.stoppayment.proto.freeze.v1.NoticeMeans;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.AccountHoldKind;
import org.stoppayment.proto.gateway.v1.AccountState;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.IdDocumentType;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.CaseAge;
import org.stoppayment.proto.recovery.v1.DepositState;
import org.stoppayment.proto.recovery.v1.FlowSource;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.LedgerDifferenceKind;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.RecoveryDimension;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchOutcome;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundFormKind;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPaymentFlag;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlanState;

class VocabularyTest {

    private final Vocabulary english = new Vocabulary(Texts.ENGLISH);
    private final Vocabulary chinese = new Vocabulary(new Texts(Language.ZH, Texts.DEFAULT_ZONE));

    /** What the tables show. */
    static Stream<Enum<?>> shownValues() {
        return Stream.<Enum<?>[]>of(
                        StopOrderState.values(),
                        CaseStatus.values(),
                        Channel.values(),
                        FraudType.values(),
                        AlertKind.values(),
                        AlertState.values(),
                        AmendmentKind.values(),
                        AmendmentState.values(),
                        AttentionReason.values(),
                        ClaimEndCause.values(),
                        DissuasionState.values(),
                        DissuasionOutcome.values(),
                        TrialStep.values(),
                        FreezeState.values(),
                        FreezeAmendmentKind.values(),
                        FreezeAmendmentState.values(),
                        HoldProposalKind.values(),
                        QueryState.values(),
                        QueryKind.values(),
                        AccountState.values(),
                        AccountHoldKind.values(),
                        BookingDirection.values(),
                        BookingKind.values(),
                        IdDocumentType.values(),
                        FreezeMode.values(),
                        ApprovalLevel.values(),
                        HoldKind.values(),
                        HoldReason.values(),
                        ObjectorRelation.values(),
                        ObjectionGrounds.values(),
                        ObjectionState.values(),
                        ObjectionOutcome.values(),
                        NoticeMeans.values(),
                        OwnerKind.values(),
                        FlowSource.values(),
                        RefundMethod.values(),
                        RefundPlanState.values(),
                        RefundApprovalState.values(),
                        RefundPaymentState.values(),
                        RefundBatchState.values(),
                        RefundBatchLineState.values(),
                        RefundBatchOutcome.values(),
                        BatchPlanStage.values(),
                        LeftOutReason.values(),
                        RefundFormKind.values(),
                        CaseAge.values(),
                        RecoveryDimension.values(),
                        RefundPaymentFlag.values(),
                        RefundBlocker.values(),
                        InterestRelation.values(),
                        PlanObjectionOutcome.values(),
                        RefundCondition.values(),
                        DepositState.values(),
                        FundsPosition.values(),
                        FundsMovementCause.values(),
                        LedgerDifferenceKind.values())
                .flatMap(Stream::of)
                .filter(value -> !value.name().equals("UNRECOGNIZED"));
    }

    @ParameterizedTest
    @MethodSource("shownValues")
    void everyValueHasANameInBothLanguages(Enum<?> value) {
        assertThat(english.value(value)).isEqualTo(Vocabulary.shortName(value)).matches("[A-Z0-9_]+");
        assertThat(chinese.value(value)).containsPattern("\\p{IsHan}");
    }

    @Test
    void aPlaceInALawIsShownAsItIsCitedInTheLanguage() {
        assertThat(english.article("程序规定 Art. 237-243")).isEqualTo("程序规定 Art. 237-243");
        assertThat(chinese.article("程序规定 Art. 237-243")).isEqualTo("程序规定第 237-243 条");
        assertThat(chinese.article("银发〔2016〕86号 2(1)")).isEqualTo("银发〔2016〕86号 2(1)");
    }

    @Test
    void aKindOfFraudAsAReasonHasItsName() {
        assertThat(chinese.reason("FAKE_LOAN")).isEqualTo("虚假贷款");
        assertThat(chinese.reason("账户已冻结")).isEqualTo("账户已冻结");
        assertThat(english.reason("FAKE_LOAN")).isEqualTo("FAKE_LOAN");
    }

    @Test
    void theHistoryOfAFreezeIsInItsLanguage() {
        assertThat(Stream.of("PLACED", "ORDERED", "SENT", "TAKEN", "LIFTED", "RETURNED", "CAME_BACK"))
                .allSatisfy(cause -> assertThat(chinese.cause(cause)).containsPattern("^\\p{IsHan}+$"));
    }

    @Test
    void theWordsOfACauseAreInItsLanguageAndItsIdsAsTheyAre() {
        assertThat(chinese.cause("LIFT 01a22faf-643a-7a34-8b98-6b113c8a3dfb"))
                .isEqualTo("解除指令 01a22faf-643a-7a34-8b98-6b113c8a3dfb");
        assertThat(chinese.cause("NEEDS_PERSON NO_ROUTE")).isEqualTo("需人工处理 无路由");
        assertThat(chinese.cause("ROUTED 308584000013")).isEqualTo("人工指定机构 308584000013");
        assertThat(chinese.cause("RESTOPPED, CLAIM ACTIVE AGAIN")).isEqualTo("再次止付，主张恢复有效");
        assertThat(english.cause("NEEDS_PERSON NO_ROUTE")).isEqualTo("NEEDS_PERSON NO_ROUTE");
    }

    @Test
    void everyFlagOfTheGlossaryHasItsChineseTerm() throws IOException {
        String glossary = Files.readString(Path.of("..", "docs", "glossary.md"));
        var flags = Pattern.compile("(?m)^\\| ([A-Z_]+) \\| ([^|]+) \\|.*`OrderFlag`")
                .matcher(glossary)
                .results()
                .toList();

        assertThat(flags).hasSizeGreaterThan(10).allSatisfy((MatchResult flag) -> assertThat(
                        chinese.code(flag.group(1)))
                .isEqualTo(flag.group(2).strip()));
    }

    @Test
    void namesOfANewerServiceAreShownAsTheyAre() {
        assertThat(chinese.code("SOMETHING_NEW")).isEqualTo("SOMETHING_NEW");
        assertThat(chinese.resultCode("9999")).isEqualTo("9999");
    }

    @Test
    void resultCodesHaveTheirMeaning() {
        assertThat(english.resultCode("0301")).isEqualTo("0301 name mismatch");
        assertThat(chinese.resultCode("0301")).isEqualTo("0301 户名不符");
        assertThat(chinese.resultCode("0577")).isEqualTo("0577 格式错误");
        assertThat(chinese.resultCode("0000")).isEqualTo("0000");
    }

    @Test
    void bothLanguagesKnowTheSameResultCodes() throws IOException {
        assertThat(keys("ResultCodes_zh")).isEqualTo(keys("ResultCodes"));
    }

    @Test
    void everyNameIsOfSomethingThatIsShown() throws IOException {
        Set<String> values = shownValues()
                .map(value -> value.getDeclaringClass().getSimpleName() + "." + Vocabulary.shortName(value))
                .collect(Collectors.toSet());

        assertThat(keys("ContractNames_zh"))
                .filteredOn(key -> key.matches("[A-Z]\\w+\\.[A-Z0-9_]+"))
                .allMatch(values::contains);
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
