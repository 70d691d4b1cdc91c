package org.stoppayment.cli.command.hold;

import com.google.protobuf.Timestamp;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsRequest;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that the funds of a freeze have nothing to do with its case. */
@Command(
        name = "unrelated",
        mixinStandardHelpOptions = true,
        description = {
            "Notes that a freeze holds money that has nothing to do with the case.",
            "The freeze must be lifted within three days, and the owner told (Art. 247)."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay hold unrelated ID --reason 'salary account'")
final class UnrelatedCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the freeze.")
    private String applicationId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--found",
            paramLabel = "TIME",
            description =
                    "When that was found: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00. Default: now.")
    private @Nullable String found;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    UnrelatedCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ReportUnrelatedFundsResponse answer = clients.holds()
                .reportUnrelatedFunds(ReportUnrelatedFundsRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setFoundAt(moment(this, "--found", found))
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build());
        return show(answer, () -> new FreezeView(console(), context().clock().instant())
                .print((Freeze) output().visible(answer.getFreeze())));
    }

    /** The moment that is typed; now when none is. */
    static Timestamp moment(ServiceCommandBase command, String option, @Nullable String typed) {
        Context context = command.context();
        if (typed == null) {
            return Moments.timestamp(context.clock().instant());
        }
        return Moments.parse(typed, context.console().texts().zone())
                .orElseThrow(() -> CliException.usage(HoldText.TIME_INVALID, option, typed));
    }
}
