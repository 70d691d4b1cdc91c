package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakeQueries;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.freeze.v1.EndWatchRequest;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** Institutions are asked about accounts, and what they answer is shown. */
class QueryCommandTest extends CommandTestBase {

    private static final String CASE = "0193a000-0000-7000-8000-0000000000c1";

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", "Shanghai police").with("STOPPAY_BADGE", "100234");
    }

    private int ask(String kind, String... more) {
        String[] line = {"query", kind, CASE, FakeQueries.INSTITUTION, "6222 0200 0000 0000 018"};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return terminal.run(all);
    }

    @Test
    void holderIsAskedForWaitedForAndShownMasked() {
        assertThat(ask("holder", "--reason", "who is it")).isZero();

        assertThat(terminal.out())
                .contains(
                        "query     q1  HOLDER  ANSWERED  0000",
                        "account   " + FakeQueries.ACCOUNT + "  " + FakeQueries.INSTITUTION,
                        "rests on  the emergency in which Zhangzhou 110 took the report",
                        "document  31***34  RESIDENT_ID",
                        "state     STOPPED")
                .doesNotContain("陈小明", "13800000018", "310101199001011234");
        assertThat(services.queries().orders()).singleElement().satisfies(order -> {
            assertThat(order.getCaseId()).isEqualTo(CASE);
            assertThat(order.getInstitutionCode()).isEqualTo(FakeQueries.INSTITUTION);
            assertThat(order.getAccountNumber()).isEqualTo(FakeQueries.ACCOUNT);
            assertThat(order.getKind()).isEqualTo(QueryKind.QUERY_KIND_HOLDER);
            assertThat(order.getReason()).isEqualTo("who is it");
            assertThat(order.getOperator().getBadgeNumber()).isEqualTo("100234");
            assertThat(order.hasApprover()).isFalse();
        });
        assertThat(services.queries().gets()).hasSize(2).noneMatch(GetQueryRequest::getUnmasked);
    }

    @Test
    void personalDataIsShownOnRequest() {
        assertThat(ask("holder", "--unmasked")).isZero();

        assertThat(terminal.out()).contains("holder    陈小明", "310101199001011234", "13800000018");
        assertThat(services.queries().gets()).allMatch(GetQueryRequest::getUnmasked);
    }

    @Test
    void approvalOfAFiledCaseIsSent() {
        assertThat(ask(
                        "balance",
                        "--digest",
                        "a1".repeat(32),
                        "--approver",
                        "Shanghai police/100001",
                        "--level",
                        "county"))
                .isZero();

        assertThat(services.queries().orders()).singleElement().satisfies(order -> {
            assertThat(order.getDocumentDigest()).isEqualTo("a1".repeat(32));
            assertThat(order.getApprover().getBadgeNumber()).isEqualTo("100001");
            assertThat(order.getApprover().getLevel()).isEqualTo(ApprovalLevel.APPROVAL_LEVEL_COUNTY);
        });
        assertThat(terminal.out()).contains("balance   60,000.00", "can leave 0.00", "STOP", "Zhangzhou centre");
    }

    @Test
    void bookingsAreShownWithTheNextPage() {
        assertThat(ask("transactions", "--since", "2026-03-01T10:05+08:00")).isZero();

        assertThat(terminal.out())
                .contains(
                        "OUT",
                        "80,000.00",
                        "6217000000000000014",
                        "20260301000177",
                        "next page ./stoppay query show q7")
                .doesNotContain("王五");
        assertThat(services.queries().orders().get(0).getSince().getSeconds())
                .isEqualTo(Instant.parse("2026-03-01T02:05:00Z").getEpochSecond());
    }

    @Test
    void whatIsOwedIsSaid() {
        assertThat(ask("accounts")).isZero();

        assertThat(terminal.out()).contains("6222020000000000026", "1,200.00", "owed      the answer is not complete");
    }

    @Test
    void watchHasAnEndAndReports() {
        Instant before = SystemTime.SOURCE.instant();

        assertThat(ask("watch", "--until", "7d")).isZero();

        assertThat(terminal.out()).contains("reports   1", "watched   since", "80,000.00");
        assertThat(Instant.ofEpochSecond(
                        services.queries().orders().get(0).getUntil().getSeconds()))
                .isBetween(
                        before.plus(Duration.ofDays(7)).minusSeconds(1),
                        before.plus(Duration.ofDays(7)).plusSeconds(60));
    }

    @Test
    void watchIsEnded() {
        assertThat(terminal.run("query", "end", "q1", "--reason", "frozen")).isZero();

        assertThat(services.queries().ends()).singleElement().satisfies((EndWatchRequest end) -> {
            assertThat(end.getApplicationId()).isEqualTo("q1");
            assertThat(end.getReason()).isEqualTo("frozen");
            assertThat(end.getOperator().getOrganisation()).isEqualTo("Shanghai police");
        });
        assertThat(terminal.out()).contains("q2", "WATCH_END", "ANSWERED");
    }

    @Test
    void answerIsNotWaitedForOnRequest() {
        services.queries().fallSilent();

        assertThat(ask("holder", "--no-wait")).isZero();

        assertThat(terminal.out()).contains("q1", "ACCEPTED");
        assertThat(terminal.err()).contains("no answer yet", "stoppay query show q1");
        assertThat(services.queries().gets()).hasSize(1);
    }

    @Test
    void queriesAreListed() {
        assertThat(terminal.run("query", "list", CASE, "--is", "answered,IN_DOUBT"))
                .isZero();

        assertThat(terminal.out()).contains("q1", "HOLDER", "ANSWERED");
        assertThat(terminal.err()).contains("--page next");
        assertThat(services.queries().lists())
                .containsExactly(ListQueriesRequest.newBuilder()
                        .setPageSize(50)
                        .setCaseId(CASE)
                        .addStates(QueryState.QUERY_STATE_ANSWERED)
                        .addStates(QueryState.QUERY_STATE_IN_DOUBT)
                        .build());
    }

    @Test
    void answerIsJsonForPrograms() {
        assertThat(terminal.run("query", "show", "q1", "-o", "json")).isZero();

        assertThat(terminal.out()).contains("\"applicationId\": \"q1\"", "\"state\": \"QUERY_STATE_ANSWERED\"");
    }

    @Test
    void unknownQueryExitsWithNotFound() {
        assertThat(terminal.run("query", "show", "none")).isEqualTo(ExitCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query list --is frozen",
                "query transactions CASE 102100099996 6222020000000000018 --since soon",
                "query watch CASE 102100099996 6222020000000000018 --until soon",
                "query holder CASE 102100099996 62-22!",
                "query holder CASE 102100099996 6222020000000000018 --level county",
                "query holder CASE 102100099996 6222020000000000018 --approver o/b --level county"
            })
    void wrongLineIsRefusedBeforeAnybodyIsAsked(String line) {
        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("(expected: ").doesNotContain("Exception");
        assertThat(services.queries().orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "QUERY_KIND_HOLDER, 居民身份证",
        "QUERY_KIND_BALANCE, 止付",
        "QUERY_KIND_TRANSACTIONS, 转出",
        "QUERY_KIND_ACCOUNTS, 正常",
        "QUERY_KIND_WATCH, 监控"
    })
    void answersAreShownInChinese(QueryKind kind, String shown) {
        services.queries().show(kind);

        assertThat(terminal.run("query", "show", "q1", "--lang", "zh")).isZero();

        assertThat(terminal.out()).contains("查询      q1", "已答复", "依据      紧急情况", shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUERY_KIND_HOLDER",
                "QUERY_KIND_BALANCE",
                "QUERY_KIND_TRANSACTIONS",
                "QUERY_KIND_ACCOUNTS",
                "QUERY_KIND_WATCH"
            })
    void wideAnswersFitTheTerminal(String kind) {
        services.queries().show(QueryKind.valueOf(kind));
        services.answerWide();

        terminal.run("query", "show", "q1", "--unmasked", "--lang", "zh");

        ChineseScreen.requireFits(terminal.out());
    }
}
