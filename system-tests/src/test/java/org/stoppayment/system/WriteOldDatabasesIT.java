package org.stoppayment.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;
import org.stoppayment.system.testkit.DatabaseDump;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.InstitutionWire;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;

/**
 * Writes the databases that {@link UpgradeIT} starts on. No test of anything: it runs only when it is told which older, packaged
 * suite to bring up ({@code src/test/resources/upgrade/README.md} has the command). It brings its orders to where {@link
 * UpgradeAccount} says, kills the services, and dumps what they had committed.
 */
@EnabledIfSystemProperty(named = Home.PROPERTY, matches = ".+")
@ExtendWith(PrintLogsOnFailure.class)
class WriteOldDatabasesIT {

    /** Bookings are missing once the budget of the rules is spent. */
    private static final Duration UNTIL_FLAGGED = Duration.ofMinutes(2);

    private static RunningSuite running;

    private final DispatchDesk desk = running.desk();
    private final InstitutionWire wire = new InstitutionWire(running.suite());

    @BeforeAll
    static void startTheOlderSuite() {
        running = RunningSuite.start("upgrade-from", UpgradeAccount.FREEZE_SETTINGS, Map.of());
        running.banks().behave();
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void ordersAreUnderWayInManyStatesWhenTheServicesAreKilled() throws Exception {
        flagsAndWhatNeedsAPerson();
        StopOrder lift = inEffect(UpgradeAccount.LIFT_QUEUED);
        StopOrder extension = inEffect(UpgradeAccount.EXTENSION_QUEUED);
        StopOrder followed = inEffect(UpgradeAccount.CLAIM_DUE);
        desk.awaitBooked(followed.getCaseId());
        running.suite().kill(ServiceName.RECOVERY);

        amendmentsAndTheQueue(lift, extension);
        acceptedAndInDoubt();
        try (Connection held = holdTrace(followed.getCaseId())) {
            moneyWentOn(followed);
            onTheirWay();
            running.suite().kill(ServiceName.FREEZE);
            endSessions(held);
        }
        desk.report(Reports.of(UpgradeAccount.NOT_HANDED_OVER.paid()));
        running.suite().kill(ServiceName.INTAKE);
        running.suite().kill(ServiceName.GATEWAY);

        writeAll();
    }

    private void flagsAndWhatNeedsAPerson() {
        UpgradeAccount silent = UpgradeAccount.BOOKINGS_INCOMPLETE;
        misbehave(silent, Map.of("kind", "WRONG_SIGNATURE"));
        String caseId = report(silent);
        StopOrder accepted = desk.awaitOrder(caseId, silent.number(), StopOrderState.STOP_ORDER_STATE_ACCEPTED);
        misbehave(silent, Map.of("kind", "ERROR_500", "inquiries", true));
        wire.callBack(
                accepted,
                InstitutionWire.stopped(SystemTime.SOURCE.instant(), UpgradeAccount.FEN)
                        .setComplete(false));

        StopOrder serials = inEffect(UpgradeAccount.SERIAL_CONFLICT);
        wire.callBack(
                serials,
                InstitutionWire.stopped(serials)
                        .addOutflows(cash("C1", 10_000))
                        .addOutflows(cash("C1", 20_000))
                        .setComplete(true));
        StopOrder contradicted = inEffect(UpgradeAccount.FEEDBACK_CONFLICT);
        wire.callBack(contradicted, Feedback.newBuilder().setResultCode("0300"));
        desk.awaitOrder(
                report(UpgradeAccount.NO_ROUTE),
                UpgradeAccount.NO_ROUTE.number(),
                StopOrderState.STOP_ORDER_STATE_MANUAL);

        for (StopOrder flagged : List.of(accepted, serials, contradicted)) {
            await().atMost(UNTIL_FLAGGED).until(() -> !desk.order(flagged.getApplicationId())
                    .getFlagsList()
                    .isEmpty());
        }
    }

    private void amendmentsAndTheQueue(StopOrder lift, StopOrder extension) {
        misbehave(UpgradeAccount.QUEUED, Map.of("kind", "DOWN"));
        running.clients()
                .freeze()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(lift.getApplicationId())
                        .setReason("unrelated to the case")
                        .setReference("decision 3")
                        .build());
        running.clients()
                .freeze()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(extension.getApplicationId())
                        .setReason("the freeze is being prepared")
                        .setReference("decision 4")
                        .build());
        awaitState(UpgradeAccount.QUEUED, StopOrderState.STOP_ORDER_STATE_QUEUED);
    }

    private void acceptedAndInDoubt() {
        misbehave(UpgradeAccount.IN_DOUBT_BOOKED, Map.of("kind", "HANG", "books", true, "inquiries", true));
        misbehave(UpgradeAccount.IN_DOUBT_LOST, Map.of("kind", "HANG", "inquiries", true));
        misbehave(UpgradeAccount.WAITING, Map.of("kind", "HANG", "inquiries", true));
        List.of(UpgradeAccount.IN_DOUBT_BOOKED, UpgradeAccount.IN_DOUBT_LOST, UpgradeAccount.WAITING).stream()
                .map(account ->
                        CompletableFuture.runAsync(() -> awaitState(account, StopOrderState.STOP_ORDER_STATE_IN_DOUBT)))
                .toList()
                .forEach(CompletableFuture::join);
        String second = desk.report(Reports.of(UpgradeAccount.WAITING.paid(UpgradeAccount.RIGHT_NAME)));
        await().atMost(RunningSuite.TIMEOUT).until(() -> desk.progress(second).getKnown());
        misbehave(UpgradeAccount.ACCEPTED, Map.of("kind", "WRONG_SIGNATURE"));
        awaitState(UpgradeAccount.ACCEPTED, StopOrderState.STOP_ORDER_STATE_ACCEPTED);
    }

    /** Holds the first step of the case's trace back, until the connection is closed. */
    private static Connection holdTrace(String caseId) throws SQLException {
        Connection connection = connect(ServiceName.FREEZE);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO trace (case_id, version, nodes) VALUES ('" + caseId + "', 1, 0)");
        }
        return connection;
    }

    /** The server would finish what the killed service had begun, as soon as nothing holds it back. */
    private static void endSessions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    private void moneyWentOn(StopOrder followed) {
        UpgradeAccount payee = UpgradeAccount.NEXT_LEVEL;
        wire.callBack(
                followed,
                InstitutionWire.stopped(followed)
                        .setComplete(true)
                        .addOutflows(Outflow.newBuilder()
                                .setSerial("T1")
                                .setKind(OutflowKind.OUTFLOW_KIND_TRANSFER)
                                .setAmountFen(UpgradeAccount.ONWARD_FEN)
                                .setBookedAt(Reports.timestamp(
                                        SystemTime.SOURCE.instant().minusSeconds(60)))
                                .setPayee(Account.newBuilder()
                                        .setInstitutionCode(payee.institutionCode())
                                        .setNumber(payee.number())
                                        .setName(Reports.MULE)
                                        .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))));
    }

    private void onTheirWay() {
        misbehave(UpgradeAccount.SENDING_BOOKED, Map.of("kind", "HANG", "books", true, "inquiries", true));
        misbehave(UpgradeAccount.SENDING_LOST, Map.of("kind", "HANG", "inquiries", true));
        awaitState(UpgradeAccount.SENDING_BOOKED, StopOrderState.STOP_ORDER_STATE_SENDING);
        awaitState(UpgradeAccount.SENDING_LOST, StopOrderState.STOP_ORDER_STATE_SENDING);
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> running.banks()
                                .ordersOn(UpgradeAccount.SENDING_LOST.number())
                                .size()
                        == 1);
    }

    private void writeAll() throws SQLException, IOException {
        for (DatabaseDump dump : UpgradeIT.DUMPS) {
            try (Connection connection = connect(dump.service())) {
                dump.write(connection);
            }
        }
        List<String> stopped = running.simulator().orders().stream()
                .filter(order -> order.effects() == 1)
                .map(SimulatedOrder::applicationId)
                .sorted()
                .toList();
        Files.writeString(UpgradeIT.STOPPED, String.join("\n", stopped) + "\n");
    }

    private static Connection connect(ServiceName service) throws SQLException {
        return running.suite().database().connect(service.database().orElseThrow());
    }

    private String report(UpgradeAccount account) {
        return desk.report(Reports.of(account.paid()));
    }

    private StopOrder inEffect(UpgradeAccount account) {
        return desk.awaitOrder(report(account), account.number(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    private void awaitState(UpgradeAccount account, StopOrderState state) {
        desk.awaitOrder(report(account), account.number(), state);
    }

    private static Outflow cash(String serial, long fen) {
        return Outflow.newBuilder()
                .setSerial(serial)
                .setKind(OutflowKind.OUTFLOW_KIND_CASH)
                .setAmountFen(fen)
                .setBookedAt(Reports.timestamp(SystemTime.SOURCE.instant().minusSeconds(60)))
                .build();
    }

    private void misbehave(UpgradeAccount account, Map<String, ?> fault) {
        running.simulator().misbehave(account.institutionCode(), fault);
    }
}
