package org.stoppayment.cli.settings;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stoppayment.cli.settings.Expectation.Count;
import org.stoppayment.cli.settings.Expectation.HttpAddress;
import org.stoppayment.cli.settings.Expectation.Memory;
import org.stoppayment.cli.settings.Expectation.Ratio;
import org.stoppayment.cli.settings.Expectation.ReadableFile;
import org.stoppayment.cli.settings.Expectation.Secrets;
import org.stoppayment.cli.settings.Expectation.SetBySuite;
import org.stoppayment.cli.settings.Expectation.Time;
import org.stoppayment.cli.text.EditDistance;

/** All variables {@code STOPPAYMENT_…} that the services read. docs/operations/README.md says what they mean. */
public final class Settings {

    /** The path of a rule set. */
    public static final String RULES = "STOPPAYMENT_RULES";

    /** The path of rules of freezes. */
    public static final String HOLD_RULES = "STOPPAYMENT_HOLD_RULES";

    /** The path of rules of the return of money. */
    public static final String REFUND_RULES = "STOPPAYMENT_REFUND_RULES";

    /** The path of the calendar of working days. */
    public static final String WORKING_DAYS = "STOPPAYMENT_REFUND_WORKING_DAYS";

    /** The path of the font of forms. */
    public static final String FORM_FONT = "STOPPAYMENT_FORMS_FONT";

    /** Font file for characters that the font of forms lacks. */
    public static final String FORM_RARE_FONT = "STOPPAYMENT_FORMS_RARE_FONT";

    /** How long after news of a held account its statement is asked for. */
    public static final String STATEMENT_DELAY = "STOPPAYMENT_FREEZE_REQUESTS_STATEMENT_DELAY";

    /** The path of a registry of institutions. */
    public static final String REGISTRY = "STOPPAYMENT_REGISTRY";

    /** The path of a service's certificate. */
    public static final String TLS_CERTIFICATE = "STOPPAYMENT_TLS_CERTIFICATE";

    /** The path of the key of that certificate. */
    public static final String TLS_KEY = "STOPPAYMENT_TLS_KEY";

    /** The path of the authorities that a service trusts. */
    public static final String TLS_AUTHORITIES = "STOPPAYMENT_TLS_AUTHORITIES";

    private static final List<String> FILES_OF_SUITE = List.of(REGISTRY, TLS_CERTIFICATE, TLS_KEY, TLS_AUTHORITIES);

    static final String PREFIX = "STOPPAYMENT_";

    private static final int MAX_SUGGESTED_EDITS = 3;

    private static final Expectation TIME = new Time(Duration.ofMillis(1), Duration.ofDays(1));
    private static final Expectation TIME_OR_NEVER = new Time(Duration.ZERO, Duration.ofDays(1));
    private static final Expectation COUNT = new Count(1, 1_000_000);
    private static final Expectation COUNT_OR_NONE = new Count(0, 1_000_000);
    private static final Expectation SET_BY_SUITE = new SetBySuite();

    private static final SortedMap<String, Expectation> ALL = all();

    private Settings() {}

    private static SortedMap<String, Expectation> all() {
        SortedMap<String, Expectation> all = new TreeMap<>();
        ofTheSuite(all);
        ofAllServices(all);
        ofIntake(all);
        ofFreeze(all);
        ofGateway(all);
        ofRecovery(all);
        return all;
    }

    private static void ofTheSuite(Map<String, Expectation> all) {
        for (String name : List.of("ADDRESS", "NAME", "USER", "PASSWORD", "OWNER", "OWNER_PASSWORD")) {
            all.put(PREFIX + "DB_" + name, SET_BY_SUITE);
        }
        List.of(TLS_CERTIFICATE, TLS_KEY, TLS_AUTHORITIES).forEach(name -> all.put(name, new ReadableFile()));
        for (String peer : List.of("FREEZE", "GATEWAY", "RECOVERY")) {
            all.put(PREFIX + peer + "_ADDRESS", SET_BY_SUITE);
        }
    }

    private static void ofAllServices(Map<String, Expectation> all) {
        all.put(PREFIX + "TLS_RELOAD_PERIOD", TIME);
        all.put(PREFIX + "GRPC_TIME_LIMIT", TIME);
        all.put(PREFIX + "GRPC_REQUEST_TIME", TIME);
        all.put(PREFIX + "GRPC_MAX_LARGE_REQUESTS", COUNT);
        for (String method : List.of(
                "WATCHCASE",
                "WATCHATTENTION",
                "WATCHRECOVERY",
                "TRYINSTITUTION",
                "SUBMITREFUNDBATCH",
                "APPROVEREFUNDBATCH",
                "REJECTREFUNDBATCH",
                "PAYREFUNDBATCH",
                "MAKEREFUNDFORM")) {
            all.put(PREFIX + "GRPC_MAX_STREAMS_" + method, COUNT);
        }
        all.put(PREFIX + "WARM_UP_RUNS", COUNT_OR_NONE);
        all.put(PREFIX + "WARM_UP_AT_ONCE", COUNT);
        all.put(PREFIX + "WARM_UP_MAX_TIME", TIME);
    }

    private static void ofIntake(Map<String, Expectation> all) {
        all.put(PREFIX + "FREEZE_DEADLINE", TIME);
        all.put(PREFIX + "PROGRESS_TIMEOUT", TIME);
        all.put(PREFIX + "OVERLOAD_COMMIT_WAIT", TIME);
        all.put(PREFIX + "OVERLOAD_READ_WAIT", TIME);
        all.put(PREFIX + "OVERLOAD_HANDOVER_WAIT", TIME);
        all.put(PREFIX + "OVERLOAD_MAX_READS", COUNT);
    }

    private static void ofFreeze(Map<String, Expectation> all) {
        all.put(RULES, new ReadableFile());
        all.put(HOLD_RULES, new ReadableFile());
        all.put(TimeoutChain.DEADLINE, TIME);
        all.put(TimeoutChain.LEASE, TIME);
        all.put(PREFIX + "RECOVERY_DEADLINE", TIME);
        all.put(PREFIX + "FREEZE_FEEDBACK_PATIENCE", TIME);
        all.put(PREFIX + "FREEZE_FIRST_RESEND", TIME);
        all.put(PREFIX + "FREEZE_SLOWEST_RESEND", TIME);
        all.put(PREFIX + "FREEZE_IN_FLIGHT_MAX_ORDERS", COUNT);
        all.put(PREFIX + "FREEZE_IN_FLIGHT_MAX_DELIVERY_WAIT", TIME);
        all.put(PREFIX + "FREEZE_LOOK_FOR_DUE_WORK", TIME_OR_NEVER);
        all.put(STATEMENT_DELAY, TIME_OR_NEVER);
        all.put(PREFIX + "FREEZE_REQUESTS_STATEMENT_RETRY", TIME);
        all.put(PREFIX + "FREEZE_REQUESTS_BALANCE_INTERVAL", TIME_OR_NEVER);
        all.put(AlertPosting.ADDRESS, new HttpAddress());
        all.put(AlertPosting.SECRETS, new Secrets());
        for (String stream : List.of("WATCH", "ATTENTION")) {
            all.put(PREFIX + "FREEZE_" + stream + "_LOOK", TIME);
            all.put(PREFIX + "FREEZE_" + stream + "_HEARTBEAT", TIME);
            all.put(PREFIX + "FREEZE_" + stream + "_LONGEST", TIME);
        }
        all.put(PREFIX + "FREEZE_WATCH_ARRIVAL", TIME);
        all.put(PREFIX + "FREEZE_WATCH_MOST_STREAMS", COUNT);
        all.put(PREFIX + "FREEZE_WATCH_MOST_ACCOUNTS", COUNT);
        all.put(PREFIX + "FREEZE_ATTENTION_MAX_STREAMS", COUNT);
        all.put(PREFIX + "FREEZE_ATTENTION_MAX_ITEMS", COUNT);
    }

    private static void ofGateway(Map<String, Expectation> all) {
        all.put(REGISTRY, new ReadableFile());
        all.put(PREFIX + "FREEZE_TIMEOUT", TIME);
        all.put(PREFIX + "RECOVERY_TIMEOUT", TIME);
        all.put(PREFIX + "CIRCUIT_WINDOW", COUNT);
        all.put(PREFIX + "CIRCUIT_FAILURE_RATIO", new Ratio());
        all.put(PREFIX + "CIRCUIT_DELAY", TIME);
        all.put(PREFIX + "CALLBACK_BODY_DEADLINE", TIME);
        all.put(PREFIX + "CALLBACK_MAX_UNSIGNED_BYTES", new Memory("1M", "1G"));
        all.put(PREFIX + "CALLBACK_REFUSAL_BURST", COUNT);
        all.put(PREFIX + "CALLBACK_REFUSALS_PER_SECOND", COUNT);
    }

    private static void ofRecovery(Map<String, Expectation> all) {
        all.put(REFUND_RULES, new ReadableFile());
        all.put(WORKING_DAYS, new ReadableFile());
        all.put(PREFIX + "ATTRIBUTION_LOOK_FOR_DUE_ACCOUNTS", TIME_OR_NEVER);
        all.put(PREFIX + "ATTRIBUTION_LEASE", TIME);
        all.put(PREFIX + "ATTRIBUTION_MAX_ACCOUNTS", COUNT);
        all.put(PREFIX + "ATTRIBUTION_MATCH_TOLERANCE", TIME);
        all.put(PREFIX + "PLANS_LOOK_FOR_DUE_DRAFTS", TIME_OR_NEVER);
        all.put(PREFIX + "PLANS_LEASE", TIME);
        all.put(PREFIX + "PLANS_MAX_DRAFTS", COUNT);
        all.put(PREFIX + "PAYMENTS_LOOK_FOR_DUE_PAYMENTS", TIME_OR_NEVER);
        all.put(PREFIX + "PAYMENTS_LEASE", TIME);
        all.put(PREFIX + "PAYMENTS_MAX_IN_FLIGHT", COUNT);
        all.put(PREFIX + "PAYMENTS_FIRST_PAUSE", TIME);
        all.put(PREFIX + "PAYMENTS_LONGEST_PAUSE", TIME);
        all.put(PREFIX + "PAYMENTS_INQUIRY", TIME);
        all.put(PREFIX + "PAYMENTS_DOUBT", TIME);
        all.put(PREFIX + "PAYMENTS_RECOMPUTE_AFTER", TIME_OR_NEVER);
        all.put(PREFIX + "BATCHES_MAX_PLANS", COUNT);
        all.put(PREFIX + "BATCHES_MAX_CANDIDATES", COUNT);
        all.put(PREFIX + "BATCHES_AT_ONCE", COUNT);
        all.put(FORM_FONT, new ReadableFile());
        all.put(FORM_RARE_FONT, new ReadableFile());
        all.put(PREFIX + "FORMS_MAX_ROWS", COUNT);
        all.put(PREFIX + "FORMS_MAX_AT_ONCE", COUNT);
        all.put(PREFIX + "FORMS_MAX_WAITING", COUNT);
        all.put(PREFIX + "FORMS_CALLER_PATIENCE", TIME);
        all.put(PREFIX + "FORMS_MAX_READERS", COUNT);
        all.put(PREFIX + "RECOVERY_WATCH_LOOK", TIME_OR_NEVER);
        all.put(PREFIX + "RECOVERY_WATCH_HEARTBEAT", TIME);
        all.put(PREFIX + "RECOVERY_WATCH_ARRIVAL", TIME);
        all.put(PREFIX + "RECOVERY_WATCH_LONGEST", TIME);
        all.put(PREFIX + "RECOVERY_WATCH_MAX_STREAMS", COUNT);
        all.put(PREFIX + "RECONCILIATION_LOOK_FOR_DUE_ACCOUNTS", TIME_OR_NEVER);
        all.put(PREFIX + "RECONCILIATION_COMPARE_EVERY", TIME);
        all.put(PREFIX + "RECONCILIATION_SETTLE", TIME);
        all.put(PREFIX + "RECONCILIATION_MAX_ACCOUNTS", COUNT);
        all.put(PREFIX + "REPORTS_TIME_LIMIT", TIME);
        all.put(PREFIX + "REPORTS_MAX_AT_ONCE", COUNT);
    }

    /** All of them, with what is expected of each. */
    static SortedMap<String, Expectation> expectations() {
        return ALL;
    }

    /** True for a variable that is meant for a service, whether or not it is known. */
    public static boolean isSetting(String variable) {
        return variable.startsWith(PREFIX);
    }

    /**
     * True for a variable that the suite passes on to its services, whether or not it is known; it sets the addresses of database and
     * peers, its certificates and the registry itself.
     */
    public static boolean isTuning(String variable) {
        return isSetting(variable) && !FILES_OF_SUITE.contains(variable) && !(ALL.get(variable) instanceof SetBySuite);
    }

    /** The variable that an unknown one was probably meant to be; empty when none is near. */
    static Optional<String> nearest(String unknown) {
        String typed = unknown.substring(Math.min(PREFIX.length(), unknown.length()));
        Optional<String> withoutItsMiddle = ALL.keySet().stream()
                .filter(known -> !typed.isEmpty() && known.endsWith("_" + typed))
                .findFirst();
        return withoutItsMiddle.or(() -> ALL.keySet().stream()
                .filter(known -> EditDistance.between(known, unknown) <= MAX_SUGGESTED_EDITS)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, unknown))));
    }
}
