package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.account;
import static org.stoppayment.intake.Reports.at;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.outbox.OutboxSweeper;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.ReportAccepted;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** The events for account-freeze, and their delivery. */
@QuarkusTest
class HandoverTest extends IntakeTest {

    @Inject
    OutboxSweeper sweeper;

    @BeforeEach
    void start() {
        deleteAll();
    }

    private long waiting(String caseId) {
        return count("SELECT count(*) FROM outbox WHERE case_id = ?", UUID.fromString(caseId));
    }

    private ReportAccepted onlyEventOf(ReportFraudRequest report) {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            String caseId = intake.reportFraud(report).getCaseId();
            eventually(freeze, caseId);
            assertThat(freeze.eventsOf(caseId)).hasSize(1);
            return freeze.eventsOf(caseId).get(0);
        }
    }

    /** Waits for the event; sweeps in case the channel is still backing off from an earlier test. */
    private void eventually(FakeFreeze freeze, String caseId) {
        await().untilAsserted(() -> {
            if (freeze.eventsOf(caseId).isEmpty()) {
                makeAllDue();
                sweeper.sweep().onFailure().recoverWithNull().await().indefinitely();
            }
            assertThat(freeze.eventsOf(caseId)).isNotEmpty();
        });
    }

    private void makeAllDue() {
        count(
                "WITH due AS (UPDATE outbox SET due_at = now() - interval '1 hour' RETURNING 1) SELECT count(*) FROM due");
    }

    @Test
    void eventIsDeliveredAtOnceWithoutSweep() {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            eventually(freeze, intake.reportFraud(report().build()).getCaseId()); // so that the connection is open
            String caseId = intake.reportFraud(report().build()).getCaseId();
            await().untilAsserted(() -> assertThat(freeze.eventsOf(caseId)).hasSize(1));
            await().untilAsserted(() -> assertThat(waiting(caseId)).isZero());
        }
    }

    @Test
    void eventHasNormalisedNumbersAndNoInvalidCodes() {
        var report = report().setTransfers(
                        0,
                        transfer()
                                .setPayer(account("６２２２ 0200-0000 0000 117").setInstitutionCode("102100099995"))
                                .setPayee(account("6222-0200-0000-0000-018").setInstitutionCode("１０２１０００９９９９６")))
                .addTransfers(transfer()
                        .setPayee(account("446777012345").setInstitutionCode("Z20079330"))
                        .setCurrency("RMB"))
                .addTransfers(Transfer.newBuilder().setAmountFen(5))
                .addProtectiveStops(ProtectiveStop.newBuilder()
                        .setAccount(account(Reports.CARD))
                        .setConsentRecordedAt(at(7)))
                .addProtectiveStops(ProtectiveStop.newBuilder().setAccount(account(Reports.CARD)))
                .addProtectiveStops(ProtectiveStop.newBuilder().setConsentRecordedAt(at(7)))
                .build();
        ReportAccepted event = onlyEventOf(report);
        assertThat(event.getReceivedAt()).isEqualTo(report.getReceivedAt());
        assertThat(event.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_FAKE_LOAN);
        assertThat(event.getOperator()).isEqualTo(report.getOperator());
        assertThat(event.getTransfersList())
                .extracting(AcceptedTransfer::getTransfer)
                .extracting(Transfer::getPayee)
                .extracting(Account::getNumber, Account::getInstitutionCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("6222020000000000018", "102100099996"),
                        org.assertj.core.groups.Tuple.tuple("446777012345", ""));
        Account payer = event.getTransfers(0).getTransfer().getPayer();
        assertThat(payer.getNumber()).isEqualTo("6222020000000000117");
        assertThat(payer.getInstitutionCode()).isEmpty();
        assertThat(event.getTransfers(1).getTransfer().getCurrency()).isEqualTo("CNY");
        assertThat(event.getProtectiveStopsList()).hasSize(1);
        assertThat(event.getProtectiveStops(0).getConsentRecordedAt()).isEqualTo(at(7));
    }

    @Test
    void reportWithoutReceivedAtGetsTheTimeOfAcceptance() {
        ReportAccepted event = onlyEventOf(report().clearReceivedAt().build());
        assertThat(event.getReceivedAt()).isEqualTo(event.getAcceptedAt());
        assertThat(event.getAcceptedAt().getSeconds()).isPositive();
    }

    @Test
    void supplementIsAnEventWithTheCorrectedTransfer() {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            var reported = intake.reportFraud(report().build());
            eventually(freeze, reported.getCaseId());
            var added = intake.supplementCase(supplement(reported.getCaseId())
                    .addTransfers(transfer())
                    .addCorrections(TransferCorrection.newBuilder()
                            .setTransferId(reported.getTransferIds(0))
                            .setCorrected(transfer()))
                    .build());
            await().untilAsserted(() ->
                    assertThat(freeze.eventsOf(reported.getCaseId())).hasSize(2));
            ReportAccepted event = freeze.eventsOf(reported.getCaseId()).get(1);
            assertThat(event.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_FAKE_LOAN);
            assertThat(event.getTransfersList())
                    .extracting(AcceptedTransfer::getTransferId, AcceptedTransfer::getCorrectsTransferId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(added.getTransferIds(0), ""),
                            org.assertj.core.groups.Tuple.tuple(added.getTransferIds(1), reported.getTransferIds(0)));
        }
    }

    @Test
    void correctionOfAnUnpublishedTransferIsPublishedAsNew() {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            Transfer.Builder withoutPayee = transfer().clearPayee();
            var reported =
                    intake.reportFraud(report().addTransfers(withoutPayee).build());
            eventually(freeze, reported.getCaseId());
            String published = reported.getTransferIds(0);
            String unpublished = reported.getTransferIds(reported.getTransferIdsCount() - 1);
            var stillWithoutPayee = intake.supplementCase(supplement(reported.getCaseId())
                    .addCorrections(TransferCorrection.newBuilder()
                            .setTransferId(published)
                            .setCorrected(withoutPayee))
                    .build());

            var named = intake.supplementCase(supplement(reported.getCaseId())
                    .addCorrections(TransferCorrection.newBuilder()
                            .setTransferId(unpublished)
                            .setCorrected(transfer()))
                    .addCorrections(TransferCorrection.newBuilder()
                            .setTransferId(stillWithoutPayee.getTransferIds(0))
                            .setCorrected(transfer()))
                    .build());

            await().untilAsserted(() ->
                    assertThat(freeze.eventsOf(reported.getCaseId())).hasSize(3));
            assertThat(freeze.eventsOf(reported.getCaseId()).get(2).getTransfersList())
                    .extracting(AcceptedTransfer::getTransferId, AcceptedTransfer::getCorrectsTransferId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(named.getTransferIds(0), ""),
                            org.assertj.core.groups.Tuple.tuple(named.getTransferIds(1), published));
            assertThat(freeze.eventsOf(reported.getCaseId()).get(2).getTransfersList())
                    .extracting(AcceptedTransfer::getCorrectsPayerOfTransferId)
                    .containsExactly(unpublished, stillWithoutPayee.getTransferIds(0));
            assertThat(freeze.eventsOf(reported.getCaseId()).get(1).getOtherTransfersList())
                    .singleElement()
                    .satisfies(other -> {
                        assertThat(other.getTransferId()).isEqualTo(stillWithoutPayee.getTransferIds(0));
                        assertThat(other.getTransfer().getPayer().getNumber()).isEqualTo("6222020000000000117");
                        assertThat(other.getCorrectsTransferId())
                                .as("the published one keeps its payee")
                                .isEmpty();
                    });
        }
    }

    @Test
    void supplementTellsTheVictimsName() {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            String caseId = intake.reportFraud(report().build()).getCaseId();
            intake.supplementCase(supplement(caseId).addTransfers(transfer()).build());

            await().untilAsserted(() -> {
                makeAllDue();
                sweeper.sweep().onFailure().recoverWithNull().await().indefinitely();
                assertThat(freeze.eventsOf(caseId)).hasSizeGreaterThanOrEqualTo(2);
            });
            assertThat(freeze.eventsOf(caseId))
                    .extracting(ReportAccepted::getVictimName)
                    .containsOnly("林某");
        }
    }

    @Test
    void reportsAreAcceptedWithoutFreezeAndTheirEventsAreDeliveredLater() {
        List<String> caseIds = List.of(
                intake.reportFraud(report().build()).getCaseId(),
                intake.reportFraud(report().build()).getCaseId());
        assertThat(caseIds).allSatisfy(caseId -> assertThat(waiting(caseId)).isOne());
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            caseIds.forEach(caseId -> eventually(freeze, caseId));
            await().untilAsserted(() -> assertThat(caseIds)
                    .allSatisfy(caseId -> assertThat(waiting(caseId)).isZero()));
            assertThat(freeze.received())
                    .extracting(event -> event.getType())
                    .containsOnly("stoppayment.intake.v1.ReportAccepted");
        }
    }
}
