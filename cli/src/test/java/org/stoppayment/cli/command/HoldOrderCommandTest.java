package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.NoticeMeans;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsRequest;
import org.stoppayment.proto.freeze.v1.ResolveFreezeRequest;

/** {@code stoppay hold renew}, {@code change}, {@code release} and {@code resolve}. */
class HoldOrderCommandTest extends HoldCommandTestBase {

    @Test
    void renewalShowsTheEndAndIsSentAfterTheYes() {
        terminal.answering("y\n");

        assertThat(hold("renew", "f1", "--major", "--reason", "trial in autumn"))
                .isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "f1",
                        "IN_EFFECT",
                        "document  " + DIGEST,
                        "approved  by Shanghai police/Huangpu",
                        "The freeze ends 2096-10-02T15:06:40+08:00. Renew it for 1 year? [y/N]");
        assertThat(terminal.out()).contains("order renewal of f1", "139,000.00");
        assertThat(services.holds().renewals())
                .containsExactly(RenewFreezeRequest.newBuilder()
                        .setApplicationId("f1")
                        .setReason("trial in autumn")
                        .setDocumentDigest(DIGEST)
                        .setApprover(COUNTY)
                        .setMajorCase(true)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void changeShowsBothSums() {
        terminal.answering("yes\n");

        assertThat(hold("change", "f1", "--sum", "120,000.00", "--reason", "a part was paid back"))
                .isZero();

        assertThat(terminal.err()).contains("It is ordered for 140,000.00. Change the sum to 120,000.00? [y/N]");
        assertThat(terminal.out()).contains("order change of f1");
        assertThat(services.holds().changes())
                .containsExactly(ChangeFreezeRequest.newBuilder()
                        .setApplicationId("f1")
                        .setAmountFen(12_000_000)
                        .setReason("a part was paid back")
                        .setDocumentDigest(DIGEST)
                        .setApprover(COUNTY)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void releaseNamesTheAuthorityThatMustApproveIt() {
        terminal.answering("y\n");

        assertThat(hold("release", "f1", "--unrelated", "--reason", "salary account"))
                .isZero();

        assertThat(terminal.err())
                .contains("Approved by Zhangzhou police, which must approve the lift, too."
                        + " Lift the freeze of money that has nothing to do with the case? [y/N]");
        assertThat(terminal.out()).contains("order lift of f1");
        assertThat(services.holds().lifts())
                .containsExactly(LiftFreezeRequest.newBuilder()
                        .setApplicationId("f1")
                        .setReason("salary account")
                        .setDocumentDigest(DIGEST)
                        .setApprover(COUNTY)
                        .setUnrelatedFunds(true)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void anythingElseThanYesSendsNothing() {
        for (String answer : List.of("n\n", "\n", "", "maybe\n")) {
            terminal.answering(answer);
            assertThat(hold("renew", "f1")).isEqualTo(ExitCode.FAILED);
            assertThat(terminal.err()).contains("nothing was sent");
            assertThat(hold("change", "f1", "--sum", "5", "--reason", "r")).isEqualTo(ExitCode.FAILED);
            assertThat(hold("release", "f1", "--reason", "r")).isEqualTo(ExitCode.FAILED);
        }

        assertThat(services.holds().renewals()).isEmpty();
        assertThat(services.holds().changes()).isEmpty();
        assertThat(services.holds().lifts()).isEmpty();
    }

    @Test
    void ordersAboutAFreezeThatDoesNotExistAreNotSent() {
        assertThat(hold("renew", "none", "--yes")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(hold("release", "none", "--reason", "r", "--yes")).isEqualTo(ExitCode.NOT_FOUND);

        assertThat(services.holds().renewals()).isEmpty();
        assertThat(services.holds().lifts()).isEmpty();
    }

    private int resolve(String... more) {
        String[] line = {"hold", "resolve", "f1", "--reference", "fax 17", "--code"};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return terminal.run(all);
    }

    @Test
    void whatTheInstitutionSaidIsRecorded() throws ParseException {
        assertThat(resolve("1200", "--frozen", "0.00", "--began", "2026-03-01T10:05"))
                .isZero();
        assertThat(resolve("0300")).isZero();

        ResolveFreezeRequest.Builder said = ResolveFreezeRequest.newBuilder()
                .setApplicationId("f1")
                .setReference("fax 17")
                .setOperator(OFFICER);
        assertThat(services.holds().resolutions())
                .containsExactly(
                        said.clone()
                                .setResultCode("1200")
                                .setFrozenFen(0)
                                .setBeganAt(Timestamps.parse("2026-03-01T02:05:00Z"))
                                .build(),
                        said.clone().setResultCode("0300").build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0000 --began 2026-03-01T10:05 | --frozen: not given (expected with --code 0000",
                "1200 --frozen 5 | --began: not given (expected with --code 1200",
                "1200 --frozen five --began 2026-03-01T10:05 | --frozen: five (expected: yuan",
                "0000 --frozen 5 --began monday | --began: monday (expected: 2026-03-01T10:05"
            })
    void whatIsMissingOfAResolutionIsNamed(String said, String expected) {
        assertThat(resolve(said.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.holds().resolutions()).isEmpty();
    }

    @Test
    void unrelatedMoneyIsNotedWithItsMoment() throws ParseException {
        assertThat(terminal.run("hold", "unrelated", "f1", "--reason", "salary account", "--found", "2026-03-01T10:05"))
                .isZero();

        assertThat(terminal.out()).contains("unrelated found 2096-", "to be lifted by", "owner     not told yet");
        assertThat(services.holds().findings())
                .containsExactly(ReportUnrelatedFundsRequest.newBuilder()
                        .setApplicationId("f1")
                        .setFoundAt(Timestamps.parse("2026-03-01T02:05:00Z"))
                        .setReason("salary account")
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void noticeOfTheOwnerIsNotedWithItsMeans() throws ParseException {
        assertThat(terminal.run(
                        "hold",
                        "notify",
                        "f1",
                        "--means",
                        "in_person",
                        "--reference",
                        "call 12",
                        "--at",
                        "2026-03-01T10:05"))
                .isZero();

        assertThat(terminal.out()).contains("owner     told 2026-03-01T10:05:00+08:00");
        assertThat(services.holds().notices())
                .containsExactly(RecordOwnerNoticeRequest.newBuilder()
                        .setApplicationId("f1")
                        .setNotifiedAt(Timestamps.parse("2026-03-01T02:05:00Z"))
                        .setMeans(NoticeMeans.NOTICE_MEANS_IN_PERSON)
                        .setReference("call 12")
                        .setOperator(OFFICER)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unrelated f1 --reason r --found monday | --found: monday (expected: 2026-03-01T10:05",
                "notify f1 --means pigeon --reference r | --means: pigeon (expected: one of letter, telephone, sms, in_person)",
                "notify f1 --means sms --reference r --at noon | --at: noon (expected: 2026-03-01T10:05"
            })
    void whatIsWrongAboutUnrelatedMoneyIsNamed(String line, String expected) {
        assertThat(terminal.run(("hold " + line).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.holds().findings()).isEmpty();
        assertThat(services.holds().notices()).isEmpty();
    }
}
