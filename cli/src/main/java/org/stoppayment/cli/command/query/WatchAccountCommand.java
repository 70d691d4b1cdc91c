package org.stoppayment.cli.command.query;

import com.google.protobuf.Timestamp;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.command.common.values.TimeSpans;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches an account. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Watches an account: the institution reports each new booking (动态查询).",
            "What leaves the account is traced at once. stoppay query show ID shows the reports.",
            "stoppay query end ID ends a watch before its end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay query watch CASE ICBC 6222020000000000018 --until 7d",
            "  stoppay query watch CASE ICBC 6222020000000000018 --until 2026-03-01T10:05"
        })
final class WatchAccountCommand extends AskCommand {

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            description = "When it ends: hours or days from now, such as 12h or 7d, or a moment; at most 90 days.")
    private String until = "";

    WatchAccountCommand(Context context) {
        super(context, QueryKind.QUERY_KIND_WATCH);
    }

    @Override
    protected void check() {
        super.check();
        end();
    }

    @Override
    void addTo(OrderQueryRequest.Builder request) {
        request.setUntil(end());
    }

    private Timestamp end() {
        return TimeSpans.parse(until.strip())
                .map(span -> Moments.timestamp(context().clock().instant().plus(span)))
                .or(() -> Moments.parse(until, console().texts().zone()))
                .orElseThrow(() -> CliException.usage(QueryText.UNTIL_INVALID, until));
    }
}
