package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.DatabaseDump;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.InstitutionWire;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SimulatedBanks;
import org.stoppayment.system.testkit.ToldFacts;

/**
 * The suite starts on databases that an older one left, with orders under way, and finishes them. {@code upgrade/*.dump} were written
 * by the suite as of commit 7986fa8, whose services were killed in the middle: {@link WriteOldDatabasesIT} is how, {@link
 * UpgradeAccount} is where each order stood, and {@code upgrade/README.md} has the command that writes them again.
 *
 * <p>The simulated institutions remember nothing, so they are told anew of the stops that they had made ({@code upgrade/stopped.txt}),
 * with the very instructions that the old databases hold. What they see after that comes from the present suite.
 */
@ExtendWith(PrintLogsOnFailure.class)
@Isolated
class UpgradeIT {

    private static final Path FOLDER = Path.of("src", "test", "resources", "upgrade");

    /** The databases. */
    static final List<DatabaseDump> DUMPS = Stream.of(ServiceName.INTAKE, ServiceName.FREEZE, ServiceName.RECOVERY)
            .map(service -> new DatabaseDump(service, FOLDER.resolve(service.id() + ".dump")))
            .toList();

    /** Ids of the orders that had their effect at an institution, one a line. */
    static final Path STOPPED = FOLDER.resolve("stopped.txt");

    private static RunningSuite running;

    private final DispatchDesk desk = running.desk();
    private final SimulatedBanks banks = running.banks();
    private final InstitutionWire wire = new InstitutionWire(running.suite());

    @BeforeAll
    static void startOnTheOldDatabases() throws SQLException, IOException {
        running = RunningSuite.startCold(
                "upgrade", UpgradeAccount.FREEZE_SETTINGS, Map.of("STOPPAYMENT_CIRCUIT_DELAY", "PT1S"));
        DUMPS.forEach(dump -> running.suite().kill(dump.service()));
        for (DatabaseDump dump : DUMPS) {
            DatabaseServer server = running.suite().database();
            String database = dump.service().database().orElseThrow();
            server.drop(database);
            server.create(database);
            try (Connection connection = server.connect(database)) {
                dump.restore(connection);
            }
        }
        running.banks().behave();
        running.simulator().load(UpgradeAccount.WAITING.world());
        tellInstitutionsOfTheirStops();
        running.simulator()
                .misbehave(
                        UpgradeAccount.BOOKINGS_INCOMPLETE.institutionCode(),
                        Map.of("kind", "ERROR_500", "inquiries", true));
        List.of(ServiceName.FREEZE, ServiceName.RECOVERY, ServiceName.INTAKE)
                .forEach(service -> running.suite().restart(service));
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void everyOrderThatWasUnderWayIsFinishedAndNoAccountIsStoppedTwice() {
        Set<String> cases = caseIds();
        assertThat(cases)
                .hasSize(UpgradeAccount.values()
                        .length); // the next level has none of its own, the waiting order has two
        flagsAreShownAsBefore();

        resolveWhatWaitsForAPerson();
        tellTheBookingsThatWereOwed();

        assertThat(cases)
                .allSatisfy(caseId -> assertThat(desk.awaitBooked(caseId).getConserved())
                        .as("the money of " + caseId + " is conserved")
                        .isTrue());
        everyOrderCameToItsState();
        everyOrderHadItsEffectOnce(cases);
        Crash.awaitHandedOver(running.suite());
        new ToldFacts(running.suite()).assertComplete(); // also of what was there before
    }

    private void flagsAreShownAsBefore() {
        assertThat(order(UpgradeAccount.SERIAL_CONFLICT).getFlagsList()).containsExactly("SERIAL_CONFLICT");
        assertThat(order(UpgradeAccount.FEEDBACK_CONFLICT).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(order(UpgradeAccount.BOOKINGS_INCOMPLETE).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE");
    }

    private void resolveWhatWaitsForAPerson() {
        StopOrder manual = order(UpgradeAccount.NO_ROUTE);
        assertThat(manual.getManualReason()).isEqualTo("NO_ROUTE");
        running.clients()
                .freeze()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(DispatchDesk.OFFICER)
                        .setApplicationId(manual.getApplicationId())
                        .setReference("telephone note 17")
                        .setInstitutionCode(SimulatedBanks.CIB)
                        .build());
    }

    private void tellTheBookingsThatWereOwed() {
        StopOrder owed = order(UpgradeAccount.BOOKINGS_INCOMPLETE);
        wire.callBack(owed, InstitutionWire.stopped(owed).setComplete(true));
        assertThat(desk.order(owed.getApplicationId()).getFlagsList()).isEmpty();
        banks.behave();
    }

    private void everyOrderCameToItsState() {
        for (UpgradeAccount account : UpgradeAccount.values()) {
            assertThat(order(account).getState())
                    .as(account.name())
                    .isEqualTo(
                            account == UpgradeAccount.LIFT_QUEUED
                                    ? StopOrderState.STOP_ORDER_STATE_LIFTED
                                    : StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        }
        await("extension").atMost(RunningSuite.TIMEOUT).until(() -> order(UpgradeAccount.EXTENSION_QUEUED)
                .getExtended());
        assertThat(order(UpgradeAccount.NEXT_LEVEL).getLevel()).isEqualTo(2);
        assertThat(order(UpgradeAccount.NEXT_LEVEL).getTaintedHeldFen()).isEqualTo(UpgradeAccount.ONWARD_FEN);
        assertThat(order(UpgradeAccount.WAITING).getTaintedHeldFen()).isEqualTo(UpgradeAccount.FEN);
        assertThat(order(UpgradeAccount.SERIAL_CONFLICT).getFlagsList()).containsExactly("SERIAL_CONFLICT");
        assertThat(order(UpgradeAccount.FEEDBACK_CONFLICT).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
    }

    private void everyOrderHadItsEffectOnce(Set<String> cases) {
        Map<String, SimulatedOrder> seen = new HashMap<>();
        running.simulator().orders().forEach(order -> seen.put(order.applicationId(), order));
        Map<String, StopOrder> orders = new HashMap<>();
        cases.forEach(caseId ->
                desk.progress(caseId).getOrdersList().forEach(order -> orders.put(order.getApplicationId(), order)));
        orders.forEach((id, order) -> {
            boolean isDeclined = order.getState() == StopOrderState.STOP_ORDER_STATE_DECLINED;
            assertThat(seen).as(where(order)).containsKey(id);
            assertThat(seen.get(id).arrivals()).as(where(order)).hasSize(1);
            assertThat(seen.get(id).effects()).as(where(order)).isEqualTo(isDeclined ? 0 : 1);
        });
        assertThat(seen.values())
                .filteredOn(order -> order.kind().equals("STOP"))
                .extracting(SimulatedOrder::applicationId)
                .containsExactlyInAnyOrderElementsOf(orders.keySet());
        assertThat(seen.values())
                .filteredOn(order -> !order.kind().equals("STOP"))
                .extracting(order -> order.kind() + " " + order.effects())
                .containsExactlyInAnyOrder("LIFT 1", "EXTENSION 1");
        assertThat(banks.stopsRefusedAsLive())
                .as("stops sent to an account that had one")
                .isZero();
    }

    private static String where(StopOrder order) {
        return order.getState() + " at " + order.getAccount().getInstitutionCode() + " " + order.getTimelineList();
    }

    /** The account's order that counts: of the two cases that name one, the one that was not declined. */
    private StopOrder order(UpgradeAccount account) {
        return caseIds().stream()
                .flatMap(caseId -> desk.progress(caseId).getOrdersList().stream())
                .filter(order -> order.getAccount().getNumber().equals(account.number()))
                .filter(order -> order.getState() != StopOrderState.STOP_ORDER_STATE_DECLINED)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order on " + account));
    }

    private static Set<String> caseIds() {
        Set<String> ids = new HashSet<>();
        running
                .clients()
                .intake()
                .listCases(ListCasesRequest.newBuilder().setPageSize(200).build())
                .getCasesList()
                .stream()
                .map(CaseSummary::getCaseId)
                .forEach(ids::add);
        return ids;
    }

    private static void tellInstitutionsOfTheirStops() throws SQLException, IOException {
        InstitutionWire wire = new InstitutionWire(running.suite());
        Set<String> stopped = Set.copyOf(Files.readAllLines(STOPPED));
        String freeze = ServiceName.FREEZE.database().orElseThrow();
        try (Connection connection = running.suite().database().connect(freeze);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT application_id, instruction FROM stop_order")) {
            while (rows.next()) {
                if (stopped.contains(rows.getString(1))) {
                    assertThat(wire.send(instruction(rows.getBytes(2))).hasFeedback())
                            .isTrue();
                }
            }
        }
    }

    private static SendStopRequest instruction(byte[] message) throws InvalidProtocolBufferException {
        return SendStopRequest.parseFrom(message);
    }
}
