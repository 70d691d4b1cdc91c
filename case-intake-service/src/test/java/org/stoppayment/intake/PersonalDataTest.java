package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.account;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;
import static org.stoppayment.intake.Reports.victim;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Account numbers, names, telephone and identity numbers never appear in logs or errors. */
@QuarkusTest
class PersonalDataTest extends IntakeTest {

    private static final String ACCOUNT = "6222029988776655443";
    private static final String NAME = "欧阳测试";
    private static final String PHONE = "13987654321";
    private static final String IDENTITY = "440524188001010015";
    private static final List<String> SECRETS = List.of(ACCOUNT, NAME, PHONE, IDENTITY);

    private final LogListener log = LogListener.startAtAllLevels();

    @AfterEach
    void stopListening() {
        reconnectDatabase();
        log.close();
    }

    private static ReportFraudRequest.Builder secretReport() {
        return report().setVictim(victim().setName(NAME).setPhone(PHONE).setIdNumber(IDENTITY))
                .setNarrative(NAME + " " + PHONE)
                .setTransfers(
                        0, transfer().setPayee(account(ACCOUNT).setName(NAME).setInstitutionCode(ACCOUNT)));
    }

    private String messageOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (StatusRuntimeException failed) {
            return failed.getMessage() + failed.getTrailers();
        }
    }

    @Test
    void logsAndAnswersHaveNoPersonalData() {
        var accepted = intake.reportFraud(secretReport().build());
        String warnings = accepted.getWarningsList().toString();
        assertThat(accepted.getWarningsCount()).isPositive();
        String answers = warnings
                + messageOf(() -> intake.reportFraud(secretReport()
                        .setRequestId(ACCOUNT)
                        .setTransfers(
                                0,
                                transfer()
                                        .setAmountFen(-1)
                                        .setPayee(account(ACCOUNT).setName(NAME + "\u202e")))
                        .build()))
                + messageOf(() -> intake.getCase(Reports.caseOf(ACCOUNT)))
                + messageOf(() -> intake.supplementCase(supplement(ACCOUNT)
                        .addTransfers(transfer().setPayee(account(ACCOUNT)).setAmountFen(0))
                        .build()));
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            await().until(() -> {
                intake.reportFraud(secretReport().build());
                return !freeze.received().isEmpty();
            });
            await().untilAsserted(() -> assertThat(
                            intake.getCase(Reports.caseOf(accepted.getCaseId())).hasProgress())
                    .isTrue());
        }
        databaseLink.cut();
        answers += messageOf(() -> intake.reportFraud(secretReport().build()));
        Logger.getLogger("org.stoppayment.test").info("the handler listens");
        assertThat(log.lines()).anyMatch(entry -> entry.contains("the handler listens"));
        for (String secret : SECRETS) {
            assertThat(answers).doesNotContain(secret);
            assertThat(log.lines()).noneMatch(entry -> entry.contains(secret));
        }
    }
}
