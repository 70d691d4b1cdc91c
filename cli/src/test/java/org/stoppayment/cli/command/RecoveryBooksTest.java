package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;

/** The books: {@code stoppay recovery --at --entries}, {@code account}, {@code victim}, {@code correct}, {@code differences}. */
class RecoveryBooksTest extends CommandTestBase {

    private static final String CASE = new UUID(12_300, 4_500).toString();
    private static final String ENTRY = new UUID(0xE, 1).toString();
    private static final Timestamp FIVE_PAST_TEN =
            Timestamp.newBuilder().setSeconds(1_772_330_700).build();

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", "Shanghai police").with("STOPPAY_BADGE", "100234");
    }

    private int run(String... line) {
        return terminal.run(line);
    }

    @Test
    void booksOfAMomentAreShownWithAPageOfTheirEntries() {
        assertThat(run(
                        "recovery",
                        CASE,
                        "--at",
                        "2026-03-01T10:05",
                        "--entries",
                        "--limit",
                        "2",
                        "--page",
                        "p",
                        "-o",
                        "wide"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("in all", "123.00", "STOP_IN_EFFECT", ENTRY)
                .contains("reverses " + ENTRY + ": booked twice");
        assertThat(terminal.err()).contains("as they were recorded at 2026-03-01T10:05:00", "next");
        assertThat(services.recovery().requests())
                .containsExactly(GetRecoveryRequest.newBuilder()
                        .setCaseId(CASE)
                        .setRecordedUntil(FIVE_PAST_TEN)
                        .setPageSize(2)
                        .setPageToken("p")
                        .build());
    }

    @Test
    void withoutEntriesOnlyPositionsAreShown() {
        assertThat(run("recovery", CASE, "--at", "2026-03-01T10:05+08:00")).isZero();

        assertThat(terminal.out()).contains("in all", "123.00").doesNotContain(ENTRY);
    }

    @Test
    void accountIsShownByCase() {
        assertThat(run("recovery", "account", "ICBC", "6222-0200-0000-0000-018", "--entries", "-o", "wide"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains(new UUID(0xC, 1).toString(), new UUID(0xC, 2).toString(), "3.00", ENTRY);
        assertThat(terminal.err()).contains("may exceed what the account holds", "next");
        assertThat(services.recovery().requests())
                .containsExactly(GetAccountLedgerRequest.newBuilder()
                        .setInstitutionCode("102100099996")
                        .setAccountNumber("6222020000000000018")
                        .setPageSize(50)
                        .build());
    }

    @Test
    void victimIsShownWithAllCases() {
        assertThat(run("recovery", "victim", CASE)).isZero();

        assertThat(terminal.out()).contains(CASE, "in all", "7.00");
        assertThat(terminal.err()).contains("verified by the same document");
        assertThat(run("recovery", "victim", CASE, "--at", "2026-03-01T10:05")).isZero();
        assertThat(terminal.err()).contains("is not verified");
    }

    @Test
    void entryIsReversedInTheNameOfTheOfficer() {
        terminal.answering("y\n");
        assertThat(run("recovery", "correct", CASE, "--entry", ENTRY, "--reason", "booked twice", "--request-id", CASE))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.err()).contains("STOP_IN_EFFECT", ENTRY, "Reverse these entries of case " + CASE + "?");
        assertThat(terminal.out()).contains("correction " + CASE + ": 2 entries reversed", "reported 123.00");
        assertThat(corrections())
                .containsExactly(ReverseEntriesRequest.newBuilder()
                        .setRequestId(CASE)
                        .setCaseId(CASE)
                        .setEntryId(ENTRY)
                        .setReason("booked twice")
                        .setOperator(Operator.newBuilder()
                                .setOrganisation("Shanghai police")
                                .setBadgeNumber("100234"))
                        .build());
    }

    @Test
    void newRequestIdIsToldSoThatACorrectionCanBeSentAgain() {
        assertThat(run("recovery", "correct", CASE, "--event", ENTRY, "--reason", "r", "--yes"))
                .isZero();

        ReverseEntriesRequest sent = corrections().get(0);
        assertThat(sent.getEventId()).isEqualTo(ENTRY);
        assertThat(terminal.err()).contains(sent.getRequestId());
    }

    @Test
    void nothingIsReversedWithoutAYes() {
        for (String answer : List.of("n\n", "\n", "")) {
            assertThat(terminal.answering(answer).run("recovery", "correct", CASE, "--entry", ENTRY, "--reason", "r"))
                    .isEqualTo(ExitCode.FAILED);
        }
        assertThat(corrections()).isEmpty();
    }

    private List<ReverseEntriesRequest> corrections() {
        return services.recovery().requests().stream()
                .filter(ReverseEntriesRequest.class::isInstance)
                .map(ReverseEntriesRequest.class::cast)
                .toList();
    }

    @Test
    void whatIsReversedMustBeOneThing() {
        assertThat(run("recovery", "correct", CASE, "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(run("recovery", "correct", CASE, "--entry", ENTRY, "--event", ENTRY, "--reason", "r"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--entry or --event");
        assertThat(services.recovery().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recovery %s --at noon",
                "recovery account ICBC 6222020000000000018 --at noon",
                "recovery victim %s --at noon"
            })
    void aMomentThatIsNoneIsRefused(String line) {
        assertThat(run(line.formatted(CASE).split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--at: noon");
        assertThat(services.recovery().requests()).isEmpty();
    }

    @Test
    void differencesAreListed() {
        assertThat(run("recovery", "differences")).isZero();
        assertThat(terminal.out())
                .contains("ABOVE_HOLDS", "60,000.00", "50,000.00", new UUID(0xC, 1).toString())
                .doesNotContain("ABOVE_BALANCE");

        assertThat(run("recovery", "differences", "--all")).isZero();
        assertThat(terminal.out()).contains("ABOVE_BALANCE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recovery %s --at 2026-03-01T10:05 --entries",
                "recovery account ICBC 6222020000000000018 --entries",
                "recovery victim %s",
                "recovery correct %s --entry e --reason r --yes",
                "recovery differences --all"
            })
    void screensAreInChineseAndFit(String line) {
        assertThat(run((line.formatted(CASE) + " --lang zh").split(" "))).isZero();

        ChineseScreen.requireChinese(terminal.out());
        ChineseScreen.requireFits(terminal.out());
    }
}
