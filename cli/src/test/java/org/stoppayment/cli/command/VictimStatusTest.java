package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeRecoveryWatching.snapshot;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.Victim;

/** {@code stoppay victim status}: what a victim may be told. */
class VictimStatusTest extends CommandTestBase {

    private String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
        services.recoveryWatching()
                .nextStream(
                        Status.OK,
                        snapshot(
                                1,
                                RecoverySnapshot.newBuilder()
                                        .setVictim(Victim.newBuilder()
                                                .setCaseId(caseId)
                                                .setName("林小溪"))
                                        .build()));
    }

    @Test
    void eachServiceIsAskedOnceAboutTheCase() {
        assertThat(terminal.run("victim", "status", caseId)).as(terminal.err()).isZero();

        assertThat(terminal.out())
                .contains("What is known about your case", "Victim: ***(3)", "What is needed")
                .doesNotContain("林小溪");
        assertThat(services.recoveryWatching().requests())
                .singleElement()
                .satisfies(asked -> assertThat(asked.getCaseId()).isEqualTo(caseId));
        assertThat(services.payments().lists()).singleElement().satisfies(asked -> assertThat(asked.getCaseId())
                .isEqualTo(caseId));
    }

    @Test
    void paymentsOfOtherCasesAreNotTold() {
        services.payments().are(FakePayments.paid().build());

        assertThat(terminal.run("victim", "status", caseId)).isZero();

        assertThat(terminal.out()).contains("Nothing was paid to you yet.").doesNotContain("R-1");
    }

    @Test
    void pageIsWrittenInBothLanguagesWithTheNameWhenItIsToBeShown() throws IOException {
        Path page = directory.resolve("status.html");

        assertThat(terminal.run("victim", "status", caseId, "--unmasked", "--html", page.toString()))
                .isZero();

        assertThat(Files.readString(page)).contains("您的案件目前的情况", "受害人：林小溪", "Victim: 林小溪");
        assertThat(Files.getPosixFilePermissions(page))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(terminal.err()).contains(page.toString());
    }

    @Test
    void statusIsToldWithoutTheEndsOfFreezesWhileTheyCannotBeListed() {
        services.holds().unlistable();

        assertThat(terminal.run("victim", "status", caseId)).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("What is stopped");
    }

    @Test
    void unknownCaseIsRefused() {
        assertThat(terminal.run("victim", "status", new UUID(1, 2).toString())).isEqualTo(ExitCode.NOT_FOUND);

        assertThat(terminal.err()).contains("case");
        assertThat(services.recoveryWatching().requests()).isEmpty();
    }
}
