package org.stoppayment.freeze.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.alerts.persistence.AlertStore;
import org.stoppayment.freeze.amendments.persistence.AmendmentStore;
import org.stoppayment.freeze.amendments.persistence.ReissueStore;
import org.stoppayment.freeze.dissuasion.persistence.DissuasionStore;
import org.stoppayment.freeze.dissuasion.persistence.StoppedAccountStore;
import org.stoppayment.freeze.mules.persistence.MuleStore;
import org.stoppayment.freeze.orders.persistence.ChangeStatement;
import org.stoppayment.freeze.orders.persistence.OrderGauges;
import org.stoppayment.freeze.orders.persistence.OrderViewReader;
import org.stoppayment.freeze.orders.persistence.PlacementStatement;
import org.stoppayment.freeze.orders.persistence.ReportedTransferReader;
import org.stoppayment.freeze.orders.persistence.StopOrderStore;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.tracing.persistence.CaseGraphStatement;
import org.stoppayment.freeze.tracing.persistence.TraceReader;
import org.stoppayment.freeze.tracing.persistence.TraceStatement;
import org.stoppayment.freeze.tracing.persistence.TraceStore;
import org.stoppayment.freeze.tracing.persistence.WaitingOrderStore;
import org.stoppayment.freeze.watch.persistence.CaseOverviewReader;
import org.stoppayment.kit.testing.StatementPlans;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/**
 * Statements are planned once, when tables are as good as empty: all that money waits for, and all that people page through or
 * watch, has to go by a key whatever they hold.
 */
@QuarkusTest
class QueryPlansTest extends FreezeFixture {

    private static final Map<String, String> HOT = Map.ofEntries(
            Map.entry("placement", PlacementStatement.SQL),
            Map.entry("change of orders", ChangeStatement.SQL),
            Map.entry("picture of a case", CaseGraphStatement.SQL),
            Map.entry("step of a trace", TraceStatement.SQL),
            Map.entry("cases to follow", TraceStore.CLAIM_DUE),
            Map.entry("waiting order", WaitingOrderStore.OLDEST_FREE),
            Map.entry("waiting order that goes out", WaitingOrderStore.PLACE),
            Map.entry("order", StopOrderStore.FIND),
            Map.entry("oldest due work", OrderGauges.OLDEST_DUE),
            Map.entry("due orders", StopOrderStore.CLAIM_DUE),
            Map.entry("stops of an account", StopOrderStore.COUNTED_STOPS),
            Map.entry("transfers remembered", ReportedTransferReader.SQL),
            Map.entry("re-stop", ReissueStore.PLACE),
            Map.entry("follow-up", AmendmentStore.FIND),
            Map.entry("change of a follow-up", AmendmentStore.UPDATE),
            Map.entry("due follow-ups", AmendmentStore.CLAIM_DUE),
            Map.entry("stops that end soon", AlertStore.ENDING),
            Map.entry("stops warned of", AlertStore.WARNED),
            Map.entry("due alerts", AlertStore.CLAIM_DUE),
            Map.entry("progress of a case", OrderViewReader.OF_CASE),
            Map.entry("watch of cases", CaseOverviewReader.SQL),
            Map.entry("view of an order", OrderViewReader.ONE),
            Map.entry("orders that wait for a person", OrderViewReader.MANUAL),
            Map.entry("view of a trace", TraceReader.SQL),
            Map.entry("stopped accounts to list the payers of", StoppedAccountStore.DUE),
            Map.entry("lock of a stopped account", StoppedAccountStore.LOCK),
            Map.entry("stops to list the payers of", StoppedAccountStore.STOPS),
            Map.entry("inflows of an account", StoppedAccountStore.INFLOWS),
            Map.entry("reported transfers of an account", StoppedAccountStore.TRANSFERS),
            Map.entry("payers listed", StoppedAccountStore.WEIGHED),
            Map.entry("account that was not stopped", StoppedAccountStore.NOT_STOPPED),
            Map.entry("dissuasion of a payer", DissuasionStore.FIND),
            Map.entry("dissuasion list", DissuasionStore.ALL),
            Map.entry("dissuasion list of the open", DissuasionStore.UNCLOSED),
            Map.entry("dissuasion list of the claimed", DissuasionStore.CLAIMED),
            Map.entry("dissuasion list of the closed", DissuasionStore.CLOSED),
            Map.entry("dissuasion list of a case", DissuasionStore.OF_CASE),
            Map.entry("dissuasion claimed", DissuasionStore.CLAIM),
            Map.entry("dissuasion closed", DissuasionStore.CLOSE),
            Map.entry("mules", MuleStore.LIST),
            Map.entry("mule by its number", MuleStore.OF_NUMBER),
            Map.entry("cases that a mule was reached in", MuleStore.REACHED),
            Map.entry("orders of a mule", MuleStore.ORDERS));

    @Inject
    Pool pool;

    @Test
    void noStatementReadsAWholeTable() {
        StatementPlans plans = new StatementPlans(pool);
        Map<String, List<String>> found = new TreeMap<>();

        HOT.forEach((name, sql) -> found.put(name, plans.wholeReads(sql)));

        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01890000-0000-7000-8000-000000000000"})
    void pageOfAlertsReadsNoWholeTable(String token) {
        freeze().officer()
                .listAlerts(ListAlertsRequest.newBuilder().setPageToken(token).build());

        assertThat(database.rows(
                        "SELECT DISTINCT query FROM pg_stat_activity WHERE query LIKE 'select % from alert %'"))
                .as("what the last page was read with")
                .singleElement()
                .satisfies(sent -> assertThat(new StatementPlans(pool).wholeReads(sent.get(0)))
                        .isEmpty());
    }
}
