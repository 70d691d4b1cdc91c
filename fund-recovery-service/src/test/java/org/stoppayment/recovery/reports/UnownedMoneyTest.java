package org.stoppayment.recovery.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_INSTITUTION;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_LEVEL;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_STATION;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.event;
import static org.stoppayment.recovery.testkit.FactEvents.second;
import static org.stoppayment.recovery.testkit.FactEvents.stop;
import static org.stoppayment.recovery.testkit.Moves.newId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;
import org.stoppayment.proto.recovery.v1.RecoveryGroup;
import org.stoppayment.recovery.testkit.FactEvents;

/** Held money that is no victim's is counted once, with the case whose hold is the oldest. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class UnownedMoneyTest extends ReportFixture {

    private final Account held = account("held-" + newId());

    @Test
    void moneyOfHoldersAndOfNobodyKnownIsUnowned() throws SQLException {
        String caseId = called(1, "城南");
        client.deliver(event(stop(newId(), caseId, held).setHeldFen(1_000).build()));
        shares("{\"" + caseId + "\": 700, \"HOLDER\": 200, \"UNKNOWN\": 100}", 1_000);

        assertThat(total().getUnownedFen()).isEqualTo(300);
        assertThat(total().getUnattributedFen()).isZero();
    }

    @Test
    void whatAFreezeDoesNotHoldIsNotCounted() throws SQLException {
        String caseId = called(1, "城南");
        client.deliver(event(stop(newId(), caseId, held)
                .setMeasure(HoldMeasure.HOLD_MEASURE_FREEZE)
                .setApprovalLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)
                .setHeldFen(750)
                .build()));
        shares("{\"" + caseId + "\": 700, \"HOLDER\": 9300}", 10_000);

        assertThat(total().getUnownedFen()).isEqualTo(50);
    }

    @Test
    void allThatIsHeldIsUnownedWhileSharesAreNotComputed() {
        String caseId = called(1, "城南");
        client.deliver(event(stop(newId(), caseId, held).setHeldFen(1_000).build()));

        assertThat(total().getUnownedFen()).isEqualTo(1_000);
        assertThat(total().getUnattributedFen()).isEqualTo(1_000);
        assertThat(figures(RECOVERY_DIMENSION_INSTITUTION).getRowsList())
                .as("no entry of the case is at this institution")
                .anyMatch(row -> row.getFigures().getUnownedFen() == 1_000);
    }

    @Test
    void accountOfTheVictimItselfIsNotCounted() {
        String caseId = called(1, "城南");
        var transfer = FactEvents.transfer(newId(), account("payee-" + newId()));
        transfer.getTransferBuilder().setPayer(held);
        client.deliver(event(FactEvents.transfers(caseId, transfer).build()));
        client.deliver(event(stop(newId(), caseId, held).setHeldFen(1_000).build()));

        assertThat(total().getUnownedFen()).isZero();
    }

    @Test
    void whatIsHeldNoLongerIsNotCounted() {
        String caseId = called(1, "城南");
        client.deliver(event(stop(newId(), caseId, held).setIsInEffect(false).build()));

        assertThat(total().getUnownedFen()).isZero();
    }

    @Test
    void accountOfSeveralCasesCountsWithTheOldestHold() throws SQLException {
        String later = called(1, "城南");
        String first = called(2, "城北");
        client.deliver(event(stop(newId(), later, held)
                .setHeldFen(1_000)
                .setBeganAt(second(9))
                .build()));
        client.deliver(event(stop(newId(), first, held)
                .setHeldFen(1_000)
                .setBeganAt(second(5))
                .build()));
        shares("{\"HOLDER\": 1000}", 1_000);

        assertThat(figures(RECOVERY_DIMENSION_STATION, RECOVERY_DIMENSION_LEVEL).getRowsList())
                .extracting(RecoveryGroup::getStation, row -> row.getFigures().getUnownedFen())
                .contains(tuple("城北", 1_000L))
                .doesNotContain(tuple("城南", 1_000L));
        assertThat(total().getUnownedFen()).isEqualTo(1_000);
    }

    private RecoveryFigures total() {
        return figures().getTotal();
    }

    private void shares(String shares, long totalFen) throws SQLException {
        books.run("UPDATE attributed_account SET computed_at = now(), shares = '" + shares + "', total_fen = "
                + totalFen + " WHERE account_number = '" + held.getNumber() + "'");
    }
}
