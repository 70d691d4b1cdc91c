package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ListCasesRequest;

/** Lists of cases with filters, and what is held and at risk. */
class ListCommandTest extends CommandTestBase {

    private ListCasesRequest asked(String... options) {
        assertThat(terminal.run(
                        Stream.concat(Stream.of("list"), Stream.of(options)).toArray(String[]::new)))
                .isZero();
        return services.lists().get(services.lists().size() - 1);
    }

    @Test
    void casesAreFilteredAndPaged() {
        ListCasesRequest asked = asked(
                "--status",
                "closed",
                "--fraud-type",
                "fake_loan",
                "--account",
                "6228480000000000125",
                "--page",
                "next",
                "--limit",
                "7");

        assertThat(asked.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_CLOSED);
        assertThat(asked.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_FAKE_LOAN);
        assertThat(asked.getAccountNumber()).isEqualTo("6228480000000000125");
        assertThat(asked.getPageToken()).isEqualTo("next");
        assertThat(asked.getPageSize()).isEqualTo(7);
        assertThat(asked())
                .isEqualTo(ListCasesRequest.newBuilder().setPageSize(50).build());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28T16:00:00Z",
        "2026-03-01T08:00:00+08:00, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z"
    })
    void dayBeginsWhereTheReaderIs(String since, Instant moment) {
        assertThat(Timestamps.toMillis(asked("--since", since).getAcceptedSince()))
                .isEqualTo(moment.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"2h, PT2H", "90m, PT90M", "3d, P3D"})
    void ageCountsBackFromNow(String since, Duration age) {
        assertThat(Timestamps.toMillis(asked("--since", since).getAcceptedSince()))
                .isCloseTo(SystemTime.SOURCE.instant().minus(age).toEpochMilli(), within(60_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-03-01T08:00:00", ""})
    void otherTimesAreRefused(String since) {
        assertThat(terminal.run("list", "--since", since)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--since: " + since + " (expected: an age such as 2h or 3d");
    }

    @Test
    void everyKindOfFraudCanBeAskedFor() {
        Stream.of(FraudType.values())
                .filter(type -> type != FraudType.UNRECOGNIZED && type != FraudType.FRAUD_TYPE_UNSPECIFIED)
                .forEach(type -> assertThat(asked("--fraud-type", type.name().replace("FRAUD_TYPE_", ""))
                                .getFraudType())
                        .isEqualTo(type));
    }

    @Test
    void whatIsHeldAndAtRiskIsShownAndIsUnknownWhileFreezeIsAway() {
        terminal.run("report", ZHANGZHOU + ".report.json");

        terminal.run("list");
        assertThat(terminal.out())
                .containsPattern("HELD +AT RISK +ATTENTION")
                .containsPattern(" 10,000.00 +2,345.00 +D");

        services.attention().unavailable();
        terminal.run("list");
        assertThat(terminal.out()).containsPattern("\\? +\\? +\\?");
    }

    @Test
    void listShowsWhichCasesNeedAttention() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        terminal.run("report", "ningbo-ten-levels-6m.report.json");

        assertThat(terminal.run("list", "-o", "wide")).isZero();
        assertThat(terminal.out().lines())
                .satisfiesExactly(
                        headings -> assertThat(headings).contains("  ATTENTION  "),
                        first -> assertThat(first).contains("  DECLINED 3  "),
                        second -> assertThat(second).contains("2,345.00  -  "));

        services.attention().unavailable();
        assertThat(terminal.run("list", "-o", "wide")).isZero();
        assertThat(terminal.out().lines()).hasSize(3).last().asString().contains("?  ?  ");
        assertThat(terminal.err()).contains("what needs attention is not known now: database");
    }
}
