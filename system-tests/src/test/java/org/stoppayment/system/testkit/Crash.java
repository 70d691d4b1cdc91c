package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;

/** The processes that may die, each killed with SIGKILL and started again on what it left behind. */
public enum Crash {
    OF_INTAKE(ServiceName.INTAKE),
    OF_FREEZE(ServiceName.FREEZE),
    OF_GATEWAY(ServiceName.GATEWAY),
    OF_RECOVERY(ServiceName.RECOVERY),
    OF_POSTGRES(Suite::killPostgres, Suite::restartPostgres);

    /** Waiting is cut short, so that what a crash leaves behind is found in seconds. */
    private static final Map<String, String> FREEZE_SETTINGS = Map.of(
            "STOPPAYMENT_GATEWAY_DEADLINE",
            "PT5.5S",
            "STOPPAYMENT_FREEZE_LEASE",
            "PT6S",
            "STOPPAYMENT_FREEZE_FEEDBACK_PATIENCE",
            "PT3S",
            "STOPPAYMENT_FREEZE_FIRST_RESEND",
            "PT0.2S",
            "STOPPAYMENT_FREEZE_SLOWEST_RESEND",
            "PT1S");

    private static final Map<String, String> RECOVERY_SETTINGS = Map.of(
            "STOPPAYMENT_ATTRIBUTION_LEASE",
            "PT5S",
            "STOPPAYMENT_PAYMENTS_LEASE",
            "PT7S",
            "STOPPAYMENT_PAYMENTS_FIRST_PAUSE",
            "PT0.2S",
            "STOPPAYMENT_PAYMENTS_LONGEST_PAUSE",
            "PT1S",
            "STOPPAYMENT_PAYMENTS_INQUIRY",
            "PT1S");

    private static final Map<String, String> RULES = Map.of("firstInquiry", "PT0.3S", "slowestInquiry", "PT2S");

    private final Consumer<Suite> kill;
    private final Consumer<Suite> restart;

    Crash(ServiceName service) {
        this(suite -> suite.kill(service), suite -> suite.restart(service));
    }

    Crash(Consumer<Suite> kill, Consumer<Suite> restart) {
        this.kill = kill;
        this.restart = restart;
    }

    /** Kills the process and starts it again. */
    public void strike(Suite suite) {
        kill.accept(suite);
        restart.accept(suite);
    }

    /** A suite that finds in seconds what a crash left behind. */
    public static RunningSuite running(String name) {
        return running(name, Map.of());
    }

    /** The same, with other values of some rules of stops. */
    public static RunningSuite running(String name, Map<String, String> rules) {
        return running(name, rules, Map.of());
    }

    /** The same, with other settings of account-freeze. */
    public static RunningSuite running(String name, Map<String, String> rules, Map<String, String> freezeSettings) {
        Map<String, String> all = new HashMap<>(RULES);
        all.putAll(rules);
        Map<String, String> settings = new HashMap<>(FREEZE_SETTINGS);
        settings.putAll(freezeSettings);
        settings.put("STOPPAYMENT_RULES", QuickRules.file(name, all));
        return RunningSuite.startCold(
                name,
                Map.of(
                        ServiceName.FREEZE, settings,
                        ServiceName.GATEWAY, Map.of("STOPPAYMENT_CIRCUIT_DELAY", "PT1S"),
                        ServiceName.RECOVERY, RECOVERY_SETTINGS));
    }

    /** What a test draws from; the seed is printed, and may be given. */
    public static Random random(Class<?> test) {
        long seed = Long.getLong("system.tests.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": seed " + seed + " (again with -Dsystem.tests.seed=" + seed + ")");
        return new Random(seed);
    }

    /** Waits until no service has an event left to hand over. */
    public static void awaitHandedOver(Suite suite) {
        for (String database : List.of("stoppayment_intake", "stoppayment_freeze")) {
            await(database + "'s outbox drains")
                    .atMost(RunningSuite.TIMEOUT)
                    .untilAsserted(() -> assertThat(outboxRows(suite, database)).isZero());
        }
    }

    private static int outboxRows(Suite suite, String database) throws SQLException {
        try (Connection connection = suite.database().connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
