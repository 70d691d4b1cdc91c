package org.stoppayment.cli.command.victim.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.Share;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;
import org.xml.sax.InputSource;

/** A victim is told of the own money in plain words, and of nobody else. */
class StatusWriterTest {

    private static final String OWN = "0193a000-0000-7000-8000-0000000000c1";
    private static final String OTHER = "0193a000-0000-7000-8000-0000000000c2";
    private static final Timestamp CALL = moment("2026-03-01T02:05:00Z");
    private static final Timestamp STOP_END = moment("2026-03-03T02:06:00Z");
    private static final Timestamp FREEZE_END = moment("2026-09-01T02:06:00Z");
    private static final Account MULE = Account.newBuilder()
            .setInstitutionCode("102100099996")
            .setNumber("6222020000000000018")
            .setName("户主甲")
            .build();
    private static final Account OWN_ACCOUNT = Account.newBuilder()
            .setInstitutionCode("103100000026")
            .setNumber("6217000000000000777")
            .setName("林小溪")
            .build();
    private static final Account ACCOUNT_OF_OTHER = Account.newBuilder()
            .setInstitutionCode("103100000026")
            .setNumber("6217000000000008642")
            .setName("被害人乙")
            .build();

    /** Of other people: none of it may be told. */
    private static final List<String> CANARIES = List.of(
            "户主甲",
            "被害人乙",
            OTHER,
            "77,777.77",
            "88,888.88",
            "8642",
            "R-OTHER",
            "badge-9",
            MULE.getNumber(),
            OWN_ACCOUNT.getNumber());

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingOfOtherPeopleIsToldOnASharedAccount(Language language) {
        VictimStatus status = written(language, shared());

        assertThat(StatusPage.of(written(Language.ZH, shared()), status)).doesNotContain(CANARIES);
        assertThat(Json.of(status)).doesNotContain(CANARIES);
        assertThat(Json.of(status)).contains("50,000.00", "0018", "0777", "R-OWN", "林小溪");
    }

    @Test
    void ownMoneyIsToldWithItsBankItsEndAndWhatIsNeeded() {
        assertThat(all(written(Language.EN, shared())))
                .contains(
                        "Your report was taken on 1 March 2026, 10:05 by: 城南派出所.",
                        "The police have not filed the case yet.",
                        "102100099996, account ending 0018: 40,000.00 of your money is stopped until 3 March 2026, 10:06."
                                + " By then the police must freeze it, or the stop ends.",
                        "102100099996, account ending 0018: 10,000.00 of your money is frozen until"
                                + " 1 September 2026, 10:06. The police may renew it.",
                        "8,000.00 was withdrawn in cash.",
                        "It is planned to return 50,000.00 to you, from: 102100099996, account ending 0018.",
                        "Before that, the police publish a notice for thirty days.",
                        "The police: file the case.",
                        "You: bring your identity document to the police station.",
                        "1 March 2026, 10:05: 1,000.00 was paid to 103100000026, account ending 0777, receipt R-OWN.")
                .doesNotContain("Nothing is needed of you at this time.");
    }

    @Test
    void whatOthersMustDoIsToldWithoutSayingWhoTheyAre() {
        RecoverySnapshot.Builder snapshot = snapshot();
        snapshot.getPlansBuilder(0)
                .clearBlockers()
                .addBlockers(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET)
                .getPayoutsBuilder(0)
                .getPayoutBuilder()
                .clearConditions();

        assertThat(all(written(Language.EN, shared(snapshot.build()))))
                .contains("Something that you cannot do yourself is still open. The police see to it.");
    }

    @Test
    void caseOfWhichNothingIsKnownYetSaysSo() {
        VictimFacts nothing = new VictimFacts(
                GetCaseResponse.newBuilder()
                        .setCase(Case.newBuilder().setCaseId(OWN).setAcceptedAt(CALL))
                        .setProgressUnavailable("account-freeze does not answer")
                        .build(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(all(written(Language.EN, nothing)))
                .contains(
                        "What is stopped cannot be looked up at this time. Please ask again later.",
                        "No return of money is planned yet.",
                        "Nothing was paid to you yet.");
    }

    @Test
    void paymentThatCameBackIsToldWithoutTheWordsOfTheBank() {
        VictimFacts facts = shared();
        RefundPayment cameBack = facts.payments().get(0).toBuilder()
                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_RETURNED)
                .setReceipts(
                        0,
                        facts.payments().get(0).getReceipts(0).toBuilder()
                                .setReturnedFen(100_000)
                                .setReturnedAt(STOP_END)
                                .setReturnReason("户主甲"))
                .build();

        VictimStatus status = written(
                Language.EN,
                new VictimFacts(facts.reported(), facts.freezes(), facts.books(), facts.recovery(), List.of(cameBack)));

        assertThat(all(status))
                .contains("3 March 2026, 10:06: 1,000.00 of it came back. The money is frozen again; please ask the"
                        + " police about another account.");
        assertThat(Json.of(status)).doesNotContain("户主甲");
    }

    @Test
    void pageIsChineseFirstThenEnglishAndFetchesNothing() throws Exception {
        String page = page();

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertThat(page)
                .containsSubsequence(
                        "<html lang=\"zh\">",
                        "您的案件目前的情况",
                        "2026年3月1日 10:05",
                        "尾号 0018",
                        "What is known about your case")
                .doesNotContain("<script", "http://", "https://", "url(");
    }

    static String page() {
        return StatusPage.of(written(Language.ZH, shared()), written(Language.EN, shared()));
    }

    private static VictimFacts shared() {
        return shared(snapshot().build());
    }

    private static VictimFacts shared(RecoverySnapshot snapshot) {
        return new VictimFacts(
                GetCaseResponse.newBuilder()
                        .setCase(Case.newBuilder()
                                .setCaseId(OWN)
                                .setAcceptedAt(CALL)
                                .setReport(ReportFraudRequest.newBuilder()
                                        .setOperator(Operator.newBuilder()
                                                .setOrganisation("城南派出所")
                                                .setBadgeNumber("badge-9"))))
                        .setProgress(CaseProgress.newBuilder()
                                .setSettled(true)
                                .addOrders(StopOrder.newBuilder()
                                        .setAccount(MULE)
                                        .setCaseId(OTHER)
                                        .setJoined(true)
                                        .setTaintedHeldFen(4_000_000)
                                        .setTaintedFrozenFen(1_000_000)
                                        .setBalanceHeldFen(7_777_777)
                                        .setExpiresAt(STOP_END)))
                        .build(),
                List.of(freeze(OTHER, moment("2030-01-01T00:00:00Z")), freeze(OWN, FREEZE_END)),
                Optional.of(Positions.newBuilder()
                        .setReportedFen(5_800_000)
                        .setHeldFen(4_000_000)
                        .setFrozenFen(1_000_000)
                        .setCashFen(800_000)
                        .build()),
                Optional.of(snapshot),
                List.of(
                        payment(OWN, OWN_ACCOUNT, "R-OWN", 100_000),
                        payment(OTHER, ACCOUNT_OF_OTHER, "R-OTHER", 8_888_888)));
    }

    private static RecoverySnapshot.Builder snapshot() {
        return RecoverySnapshot.newBuilder()
                .setVictim(Victim.newBuilder()
                        .setCaseId(OWN)
                        .setName("林小溪")
                        .setRefundAccount(RefundAccount.newBuilder().setAccount(OWN_ACCOUNT)))
                .addAccounts(AccountShares.newBuilder()
                        .setAccount(MULE)
                        .addShares(Share.newBuilder()
                                .setOwner(OwnerKind.OWNER_KIND_VICTIM)
                                .setCaseId(OTHER)
                                .setAmountFen(7_777_777)))
                .addPlans(WatchedPlan.newBuilder()
                        .setPlan(RefundPlanSummary.newBuilder()
                                .setState(RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                                .addCaseIds(OWN)
                                .addCaseIds(OTHER)
                                .setPayFen(7_777_777))
                        .addPayouts(payout(OWN, 5_000_000, "林小溪"))
                        .addPayouts(payout(OTHER, 7_777_777, "被害人乙"))
                        .addBlockers(RefundBlocker.REFUND_BLOCKER_NOTICE_NOT_PUBLISHED));
    }

    private static WatchedPayout payout(String caseId, long fen, String name) {
        return WatchedPayout.newBuilder()
                .setInstitutionCode(MULE.getInstitutionCode())
                .setAccountNumber(MULE.getNumber())
                .setPayout(Payout.newBuilder()
                        .setCaseId(caseId)
                        .setVictimName(name)
                        .setPayFen(fen)
                        .addConditions(unmet(RefundCondition.REFUND_CONDITION_CASE_FILED))
                        .addConditions(unmet(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)))
                .build();
    }

    private static ConditionCheck unmet(RefundCondition condition) {
        return ConditionCheck.newBuilder().setCondition(condition).build();
    }

    private static Freeze freeze(String caseId, Timestamp end) {
        return Freeze.newBuilder()
                .setCaseId(caseId)
                .setAccount(MULE)
                .setState(FreezeState.FREEZE_STATE_IN_EFFECT)
                .setFrozenFen(7_777_777)
                .setExpiresAt(end)
                .build();
    }

    private static RefundPayment payment(String caseId, Account payee, String receipt, long fen) {
        return RefundPayment.newBuilder()
                .setCaseId(caseId)
                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_PAID)
                .setPayee(RefundAccount.newBuilder().setAccount(payee))
                .addReceipts(RefundReceipt.newBuilder()
                        .setReceiptId(receipt)
                        .setPaidFen(fen)
                        .setPaidAt(CALL))
                .build();
    }

    private static VictimStatus written(Language language, VictimFacts facts) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Console console = new Console(nowhere, nowhere, false, 0, new Texts(language, Texts.DEFAULT_ZONE));
        return new StatusWriter(console, facts).write(Instant.parse("2026-03-02T00:00:00Z"));
    }

    private static List<String> all(VictimStatus status) {
        return status.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private static Timestamp moment(String at) {
        return Timestamp.newBuilder()
                .setSeconds(Instant.parse(at).getEpochSecond())
                .build();
    }
}
