package org.stoppayment.cli.drill.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.plan.Ring.Move;
import org.stoppayment.cli.drill.plan.Ring.MoveKind;
import org.stoppayment.cli.drill.plan.Ring.Mule;
import org.stoppayment.cli.drill.plan.Ring.Party;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

class RingWorldTest {

    private static final Instant CALL = Instant.parse("2026-03-01T02:00:00.123456Z");

    private static final Ring RING = new Ring(
            4,
            800,
            7_000,
            new Party("102100099996", "6222020000000000018", "赵某", "ACCOUNT_KIND_BANK_PERSONAL"),
            List.of(new Payment(0, 500, -30_000, "V0", "李甲"), new Payment(0, 700, -10_000, "V1", "李某某")),
            List.of(
                    new Mule(
                            1,
                            null,
                            new Party("103100000026", "6228480000000000125", "李甲", "ACCOUNT_KIND_BANK_PERSONAL")),
                    new Mule(2, 0, new Party("Z2007933000010", "2088002233445566", "王乙", "ACCOUNT_KIND_PAYMENT"))),
            List.of(
                    new Move(0, MoveKind.TRANSFER, 1, 1_100, -3_000, "M0"),
                    new Move(1, MoveKind.CASH, null, 1_100, 4_250, "M1")));

    @Test
    void worldHasTheDepositsAndTheMovesFromTheCall() throws Exception {
        JsonNode expected = Json.MAPPER.readTree("""
            {"institutions": [],
             "accounts": [
               {"institutionCode": "103100000026", "number": "6228480000000000125", "name": "李甲",
                "kind": "ACCOUNT_KIND_BANK_PERSONAL", "balanceFen": "1200"},
               {"institutionCode": "Z2007933000010", "number": "2088002233445566", "name": "王乙",
                "kind": "ACCOUNT_KIND_PAYMENT", "balanceFen": "0"}],
             "deposits": [
               {"serial": "V0", "from": "6222020000000000018", "to": "6228480000000000125", "amountFen": "500",
                "at": "2026-03-01T01:59:30.123Z"},
               {"serial": "V1", "from": "6222020000000000018", "to": "6228480000000000125", "amountFen": "700",
                "at": "2026-03-01T01:59:50.123Z"}],
             "moves": [
               {"afterSeconds": -3.000, "kind": "TRANSFER", "from": "6228480000000000125", "amountFen": "1100",
                "serial": "M0", "to": "2088002233445566"},
               {"afterSeconds": 4.250, "kind": "CASH", "from": "2088002233445566", "amountFen": "1100",
                "serial": "M1"}]}
            """);

        assertThat(Json.MAPPER.readTree(Json.of(RingWorld.of(RING, CALL)))).isEqualTo(expected);
    }

    @Test
    void reportContainsThePaymentsWithTheirBookingTimes() {
        UUID requestId = new UUID(1, 2);

        ReportFraudRequest report = RingReport.of(RING, 0, requestId, CALL, CALL);

        assertThat(report.getRequestId()).isEqualTo(requestId.toString());
        assertThat(Timestamps.toString(report.getReceivedAt())).isEqualTo("2026-03-01T02:00:00.123456Z");
        assertThat(report.getTransfersList())
                .extracting(transfer -> transfer.getPayee().getName() + " "
                        + transfer.getPayee().getNumber() + " "
                        + transfer.getPayee().getInstitutionCode() + " " + transfer.getAmountFen() + " "
                        + Timestamps.toString(transfer.getTransferredAt()) + " " + transfer.getSerial())
                .containsExactly(
                        "李甲 6228480000000000125 103100000026 500 2026-03-01T01:59:30.123Z V0",
                        "李某某 6228480000000000125 103100000026 700 2026-03-01T01:59:50.123Z V1");
        assertThat(report.getVictim().getName()).isEqualTo("赵某");
    }

    @Test
    void eachVictimReportsItsOwnPayments() {
        Ring shared = new Ring(
                RING.number(),
                RING.sendAfterMillis(),
                RING.paceMillis(),
                RING.victim(),
                List.of(new Ring.Victim(
                        new Party("103100000026", "6228480000000000216", "钱某", "ACCOUNT_KIND_BANK_PERSONAL"), 200)),
                List.of(new Payment(0, 500, -30_000, "V0", "李甲"), new Payment(0, 700, -10_000, "V1", "李甲", 1)),
                RING.mules(),
                RING.moves());

        ReportFraudRequest report = RingReport.of(shared, 1, new UUID(1, 2), CALL, CALL.plusMillis(200));

        assertThat(report.getVictim().getName()).isEqualTo("钱某");
        assertThat(report.getTransfersList()).singleElement().satisfies(transfer -> {
            assertThat(transfer.getPayer().getNumber()).isEqualTo("6228480000000000216");
            assertThat(transfer.getSerial()).isEqualTo("V1");
            assertThat(Timestamps.toString(transfer.getTransferredAt()))
                    .as("booked before the first call")
                    .isEqualTo("2026-03-01T01:59:50.123Z");
        });
        assertThat(RingWorld.of(shared, CALL).path("deposits").findValuesAsText("from"))
                .containsExactly("6222020000000000018", "6228480000000000216");
    }
}
