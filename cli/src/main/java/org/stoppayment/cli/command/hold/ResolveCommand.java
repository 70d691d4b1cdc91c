package org.stoppayment.cli.command.hold;

import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ReferenceOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.ResolveFreezeRequest;
import org.stoppayment.proto.freeze.v1.ResolveFreezeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what an institution said about a freeze that waits for a person. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Records what an institution said about a MANUAL freeze.",
            "Said by telephone or on paper. With 0000 (holds all) and 1200 (holds less), --frozen and --began are required."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold resolve ID --code 0000 --frozen 140,000.00 \\",
            "      --began 2026-03-01T10:05 --reference 'fax 2026-0117'",
            "  stoppay hold resolve ID --code 0300 --reference 'Zhang, ICBC duty desk'"
        })
final class ResolveCommand extends ServiceCommandBase {

    /** The codes of a freeze that took effect: all, or less. */
    private static final Set<String> IN_EFFECT = Set.of("0000", "1200");

    @Parameters(paramLabel = "ID", description = "Id of the freeze.")
    private String applicationId = "";

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "Result code of the institution; see docs/bank/README.md.")
    private String code = "";

    @Option(names = "--frozen", paramLabel = "SUM", description = "What the freeze holds, in yuan, such as 140,000.00.")
    private @Nullable String frozen;

    @Option(
            names = "--began",
            paramLabel = "TIME",
            description = "When it took effect: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00.")
    private @Nullable String began;

    @Mixin
    private ReferenceOption reference = new ReferenceOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    ResolveCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (IN_EFFECT.contains(code) && (frozen == null || began == null)) {
            throw CliException.usage(HoldText.EFFECT_MISSING, frozen == null ? "--frozen" : "--began", code);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        ResolveFreezeRequest.Builder request = ResolveFreezeRequest.newBuilder()
                .setApplicationId(applicationId)
                .setReference(reference.text())
                .setResultCode(code)
                .setOperator(officer.operator());
        if (frozen != null) {
            request.setFrozenFen(Yuan.typedOrNothing("--frozen", frozen));
        }
        if (began != null) {
            request.setBeganAt(moment(began));
        }
        ResolveFreezeResponse answer = clients.holds().resolveFreeze(request.build());
        return show(answer, () -> console()
                .print(new HoldTable(console(), context().clock().instant())
                        .render(List.of((Freeze) output().visible(answer.getFreeze())))));
    }

    private Timestamp moment(String typed) {
        return Moments.parse(typed, console().texts().zone())
                .orElseThrow(() -> CliException.usage(HoldText.BEGAN_INVALID, typed));
    }
}
