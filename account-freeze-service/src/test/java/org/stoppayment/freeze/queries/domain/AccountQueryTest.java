package org.stoppayment.freeze.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

class AccountQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ApplicationId ID = ApplicationId.of("0199db20-11c0-7a10-9c44-5e1f0b7d2a01");
    private static final ApplicationId NEXT = ApplicationId.of("0199db20-11c0-7a10-9c44-5e1f0b7d2a02");
    private static final String NUMBER = "6222020000000000018";

    private static AccountQuery sent(QueryKind kind) {
        return AccountQuery.queued(
                        ID,
                        new QueryApplication(
                                CaseId.of("0199d0a0-7a00-7c11-9b7e-2f4e6a8c0d12"),
                                new AccountRef("102100099996", NUMBER, "", AccountKind.BANK_PERSONAL),
                                Question.of(kind),
                                PageOfQuery.first(ID),
                                QueryBasis.emergency("110", Optional.empty()),
                                "FAKE_LOAN",
                                new Officer("110", "012345"),
                                NOW))
                .after(QueryEvent.of(QueryEvent.Kind.SENT), NOW)
                .orElseThrow();
    }

    private static QueryAnswer answer(String code, boolean complete, String content, String token, String... parts) {
        return new QueryAnswer(
                ID,
                new ResultCode(code),
                NUMBER,
                complete,
                Set.of(parts),
                List.of(),
                token,
                ReportedBookings.NONE,
                "",
                Optional.empty(),
                content,
                content);
    }

    private static QueryAnswer whole(String content) {
        return answer("0000", true, content, "", "holder");
    }

    private static AccountQuery answered(QueryKind kind, QueryAnswer answer) {
        return sent(kind).answered(answer, NOW).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, ANSWERED",
        "0300, DECLINED",
        "0400, DECLINED",
        "1900, DECLINED",
        "0599, DECLINED",
        "0900, IN_DOUBT",
        "1100, IN_DOUBT",
        "200008, QUEUED",
        "1200, MANUAL",
        "1302, MANUAL",
        "1300, MANUAL",
        "7777, MANUAL"
    })
    void codeDecidesWhereItStands(String code, QueryState state) {
        assertThat(answered(QueryKind.HOLDER, answer(code, true, "a", "", "holder"))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void answerWithoutItsPartLeavesItInDoubtAndIsKept() {
        AccountQuery half = answered(QueryKind.HOLDER, answer("0000", true, "half", "", "balance"));

        assertThat(half.state()).isEqualTo(QueryState.IN_DOUBT);
        assertThat(half.answer()).map(KeptAnswer::lacking).contains(List.of("holder"));
        assertThat(half.answered(whole("whole"), NOW).orElseThrow().answer())
                .map(KeptAnswer::digest)
                .contains("whole");
    }

    @Test
    void answerThatNamesNoAccountLeavesItInDoubtAndIsKept() {
        QueryAnswer whole = whole("whole");
        QueryAnswer unnamed = new QueryAnswer(
                ID,
                ResultCode.OK,
                "",
                true,
                whole.parts(),
                List.of(),
                "t",
                ReportedBookings.NONE,
                "",
                Optional.empty(),
                "unnamed",
                "unnamed");

        AccountQuery doubted = answered(QueryKind.HOLDER, unnamed);

        assertThat(doubted.state()).isEqualTo(QueryState.IN_DOUBT);
        assertThat(doubted.answer()).map(KeptAnswer::lacking).contains(List.of("accountNumber"));
        assertThat(doubted.answered(whole, NOW).orElseThrow().state()).isEqualTo(QueryState.ANSWERED);
        assertThat(answered(QueryKind.HOLDER, whole).answered(unnamed, NOW)).isEmpty();
    }

    @Test
    void wholeAnswerStaysAndALesserOneIsReplaced() {
        AccountQuery partial = answered(QueryKind.TRANSACTIONS, answer("0000", false, "one", "", "transactions"));

        assertThat(partial.awaitsRest(NOW)).isTrue();
        assertThat(partial.answered(answer("0000", false, "one", "", "transactions"), NOW))
                .isEmpty();
        assertThat(partial.answered(answer("0000", true, "nothing", ""), NOW)).isEmpty();
        AccountQuery all = partial.answered(answer("0000", true, "all", "", "transactions"), NOW)
                .orElseThrow();
        assertThat(all.awaitsRest(NOW)).isFalse();
        assertThat(all.answered(answer("0000", true, "other", "", "transactions"), NOW))
                .isEmpty();
    }

    @Test
    void completenessIsAboutBookingsAndAccountsOnly() {
        AccountQuery holder = answered(QueryKind.HOLDER, answer("0000", false, "a", "", "holder"));

        assertThat(holder.awaitsRest(NOW)).isFalse();
    }

    @Test
    void restIsAskedForADayLong() {
        AccountQuery partial = answered(QueryKind.ACCOUNTS, answer("0000", false, "one", "", "accounts"));

        assertThat(partial.awaitsRest(NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(partial.awaitsRest(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void dayCountsFromTheFirstAnswerNotFromALaterPart() {
        AccountQuery partial = answered(QueryKind.ACCOUNTS, answer("0000", false, "one", "", "accounts"));

        AccountQuery more = partial.answered(
                        answer("0000", false, "two", "", "accounts"), NOW.plus(Duration.ofHours(23)))
                .orElseThrow();

        assertThat(more.answer()).map(KeptAnswer::digest).contains("two");
        assertThat(more.answer()).map(KeptAnswer::at).contains(NOW);
        assertThat(more.awaitsRest(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void dayCountsFromTheAnswerToWhatWasAsked() {
        AccountQuery other = answered(QueryKind.ACCOUNTS, answer("0000", true, "other", "", "balance"));
        Instant later = NOW.plus(Duration.ofHours(1));

        AccountQuery partial = other.answered(answer("0000", false, "one", "", "accounts"), later)
                .orElseThrow();

        assertThat(partial.answer()).map(KeptAnswer::at).contains(later);
    }

    @Test
    void tokenMakesTheNextPageUnlessItIsThatOfThisPage() {
        QueryAnswer page = answer("0000", true, "one", "t", "accounts");
        AccountQuery first = answered(QueryKind.ACCOUNTS, page);

        AccountQuery second = first.nextPage(page, NEXT, NOW).orElseThrow();

        assertThat(second.application().page()).isEqualTo(new PageOfQuery(ID, 2, Optional.of(ID), "t"));
        assertThat(second.application().officer()).isEqualTo(Officer.SYSTEM);
        assertThat(second.state()).isEqualTo(QueryState.QUEUED);
        assertThat(first.nextPage(answer("0000", true, "one", "", "accounts"), NEXT, NOW))
                .isEmpty();
        AccountQuery secondAnswered = second.after(QueryEvent.of(QueryEvent.Kind.SENT), NOW)
                .flatMap(sent -> sent.answered(page, NOW))
                .orElseThrow();
        assertThat(secondAnswered.nextPage(page, ID, NOW)).isEmpty();
    }

    @Test
    void pagesEndSomewhere() {
        PageOfQuery last = new PageOfQuery(ID, PageOfQuery.MAX_PAGES, Optional.of(ID), "t");

        assertThat(last.after(ID, "u")).isEmpty();
    }

    @Test
    void reportsOfAWatchNeedNoPart() {
        QueryAnswer report = new QueryAnswer(
                ID,
                ResultCode.OK,
                NUMBER,
                true,
                Set.of(),
                List.of(),
                "",
                ReportedBookings.NONE,
                "",
                Optional.of(new QueryAnswer.Report("n1", Optional.of(1L), ReportedBookings.NONE, "{}", true)),
                "{}",
                "none");

        AccountQuery running = answered(QueryKind.WATCH, report);

        assertThat(running.state()).isEqualTo(QueryState.ANSWERED);
        assertThat(running.answer()).isEmpty();
        assertThat(report.missing(QueryKind.HOLDER)).containsExactly("holder");
    }

    @Test
    void numberIsComparedAsItIsNormalised() {
        QueryAnswer answer = whole("a");

        assertThat(answer.isAboutAnother("6222 0200 0000 0000 018")).isFalse();
        assertThat(answer.isAboutAnother("6222020000000000019")).isTrue();
    }

    @Test
    void nothingPersonalIsInTexts() {
        assertThat(whole("secret").toString()).doesNotContain("secret", NUMBER);
        assertThat(answered(QueryKind.HOLDER, whole("secret"))
                        .answer()
                        .orElseThrow()
                        .toString())
                .doesNotContain("secret");
    }
}
