package org.stoppayment.cli.command;

import java.util.List;
import org.stoppayment.cli.command.bank.BankCommand;
import org.stoppayment.cli.command.cases.CaseCommand;
import org.stoppayment.cli.command.cases.CorrectCommand;
import org.stoppayment.cli.command.cases.GetCommand;
import org.stoppayment.cli.command.cases.ListCommand;
import org.stoppayment.cli.command.cases.ReportCommand;
import org.stoppayment.cli.command.cases.SupplementCommand;
import org.stoppayment.cli.command.cases.TraceCommand;
import org.stoppayment.cli.command.cases.WatchCommand;
import org.stoppayment.cli.command.certificate.CertificateCommand;
import org.stoppayment.cli.command.duty.AlertsCommand;
import org.stoppayment.cli.command.duty.AttentionCommand;
import org.stoppayment.cli.command.duty.DissuasionCommand;
import org.stoppayment.cli.command.duty.ManualCommand;
import org.stoppayment.cli.command.duty.MulesCommand;
import org.stoppayment.cli.command.duty.StopCommand;
import org.stoppayment.cli.command.hold.HoldCommand;
import org.stoppayment.cli.command.institutions.InstitutionsCommand;
import org.stoppayment.cli.command.objection.ObjectionCommand;
import org.stoppayment.cli.command.query.QueryCommand;
import org.stoppayment.cli.command.refund.RecoveryCommand;
import org.stoppayment.cli.command.refund.RefundCommand;
import org.stoppayment.cli.command.simulation.DemoCommand;
import org.stoppayment.cli.command.simulation.DrillCommand;
import org.stoppayment.cli.command.simulation.RunCommand;
import org.stoppayment.cli.command.suite.DoctorCommand;
import org.stoppayment.cli.command.suite.DownCommand;
import org.stoppayment.cli.command.suite.StatusCommand;
import org.stoppayment.cli.command.suite.UpCommand;
import org.stoppayment.cli.command.victim.VictimCommand;

/**
 * The commands below the root. The parser reads the annotations of every command that it is given, which takes as long as a query
 * of the services, so that it is given the one that was typed.
 */
final class Subcommands {

    /** In the order of the help. */
    private static final List<String> NAMES = List.of(
            "demo",
            "up",
            "down",
            "status",
            "doctor",
            "completion",
            "bank",
            "certificate",
            "report",
            "supplement",
            "correct",
            "get",
            "trace",
            "watch",
            "list",
            "case",
            "run",
            "drill",
            "manual",
            "stop",
            "hold",
            "objection",
            "query",
            "recovery",
            "victim",
            "refund",
            "dissuasion",
            "mules",
            "alerts",
            "attention",
            "institutions");

    private Subcommands() {}

    /** All commands. */
    static List<Class<?>> all() {
        return NAMES.stream().<Class<?>>map(Subcommands::named).toList();
    }

    /** The command that the line begins with; all when it begins with anything else, and for the one that lists them all. */
    static List<Class<?>> neededBy(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        Class<?> typed = NAMES.contains(first) ? named(first) : CompletionCommand.class;
        return typed == CompletionCommand.class ? all() : List.of(typed);
    }

    /** A switch loads the class that it returns, and no other. */
    private static Class<?> named(String name) {
        return switch (name) {
            case "demo" -> DemoCommand.class;
            case "up" -> UpCommand.class;
            case "down" -> DownCommand.class;
            case "status" -> StatusCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "completion" -> CompletionCommand.class;
            case "bank" -> BankCommand.class;
            case "certificate" -> CertificateCommand.class;
            case "report" -> ReportCommand.class;
            case "supplement" -> SupplementCommand.class;
            case "correct" -> CorrectCommand.class;
            case "get" -> GetCommand.class;
            case "trace" -> TraceCommand.class;
            case "watch" -> WatchCommand.class;
            case "list" -> ListCommand.class;
            case "case" -> CaseCommand.class;
            case "run" -> RunCommand.class;
            case "drill" -> DrillCommand.class;
            case "manual" -> ManualCommand.class;
            case "stop" -> StopCommand.class;
            case "hold" -> HoldCommand.class;
            case "objection" -> ObjectionCommand.class;
            case "query" -> QueryCommand.class;
            case "recovery" -> RecoveryCommand.class;
            case "victim" -> VictimCommand.class;
            case "refund" -> RefundCommand.class;
            case "dissuasion" -> DissuasionCommand.class;
            case "mules" -> MulesCommand.class;
            case "alerts" -> AlertsCommand.class;
            case "attention" -> AttentionCommand.class;
            case "institutions" -> InstitutionsCommand.class;
            default -> throw new IllegalArgumentException("name: " + name + " (expected: one of " + NAMES + ")");
        };
    }
}
