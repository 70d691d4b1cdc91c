package org.stoppayment.freeze.orders.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.orders.persistence.PlacementStatement.New;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.TransferId;

/** Reports that put one transfer right, were read at the same moment and are written by one statement. */
@QuarkusTest
class CorrectionsInOneGroupTest extends FreezeFixture {

    @Inject
    Pool pool;

    @Inject
    StopOrders orders;

    @Inject
    RuleSets ruleSets;

    @Inject
    OrderDueTimes dueTimes;

    @Test
    void firstIsWrittenAndNothingOfTheOthers() {
        String caseId = newCase();
        String wrong = newCase();
        freeze().deliver(Report.of(caseId).paid(wrong, account(), 1000));
        List<Placement.StoredTransfer> read = orders.storedTransfers(CaseId.of(caseId), List.of(TransferId.of(wrong)))
                .await()
                .atMost(PATIENCE);
        List<Placement> corrections =
                Stream.generate(() -> correction(caseId, read)).limit(3).toList();

        List<EventId> overtaken = write(corrections);

        assertThat(overtaken).hasSize(2);
        assertThat(corrections)
                .extracting(Placement::eventId)
                .filteredOn(event -> !overtaken.contains(event))
                .singleElement()
                .satisfies(event -> assertThat(isWritten(event)).isTrue());
        assertThat(overtaken).noneMatch(this::isWritten);
    }

    private Placement correction(String caseId, List<Placement.StoredTransfer> read) {
        return new Placement(
                EventId.of(newCase()),
                new CaseOrigin(CaseId.of(caseId), "FAKE_LOAN", "1", "2"),
                time.instant(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                read,
                List.of(),
                "");
    }

    /** The events of which nothing was written. */
    private List<EventId> write(List<Placement> placements) {
        List<New> group = placements.stream()
                .map(placement -> new New(placement, Optional.empty()))
                .toList();
        var rows = PlacementStatement.execute(pool, group, ruleSets.current(), dueTimes)
                .await()
                .atMost(PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false)
                .filter((Row row) -> row.getString("state").equals(PlacementStatement.OUTDATED))
                .map(row -> new EventId(row.getUUID("id")))
                .toList();
    }

    private boolean isWritten(EventId event) {
        return database.number("SELECT count(*) FROM inbox WHERE event_id = ?::uuid", event.toString()) == 1;
    }
}
