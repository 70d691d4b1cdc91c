package org.stoppayment.cli.command.hold;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.NoticeMeans;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that the owner of unrelated funds was told. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description = {
            "Notes that the owner of unrelated money was told (Art. 247).",
            "The finding is noted first: stoppay hold unrelated ID"
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay hold notify ID --means telephone --reference 'call 12'")
final class NotifyCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the freeze.")
    private String applicationId = "";

    @Option(
            names = "--means",
            required = true,
            paramLabel = "MEANS",
            description = "How the owner was told: letter, telephone, sms or in_person.")
    private String means = "";

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "TEXT",
            description = "Reference of the letter or the call, 1..100 characters.")
    private String reference = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When the owner was told: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00. Default: now.")
    private @Nullable String at;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    NotifyCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        typedMeans();
    }

    @Override
    protected int ask(ServiceClients clients) {
        RecordOwnerNoticeResponse answer = clients.holds()
                .recordOwnerNotice(RecordOwnerNoticeRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setNotifiedAt(UnrelatedCommand.moment(this, "--at", at))
                        .setMeans(typedMeans())
                        .setReference(reference)
                        .setOperator(officer.operator())
                        .build());
        return show(answer, () -> new FreezeView(console(), context().clock().instant())
                .print((Freeze) output().visible(answer.getFreeze())));
    }

    private NoticeMeans typedMeans() {
        return Stream.of(NoticeMeans.values())
                .filter(each -> each != NoticeMeans.UNRECOGNIZED && each != NoticeMeans.NOTICE_MEANS_UNSPECIFIED)
                .filter(each ->
                        Vocabulary.shortName(each).toLowerCase(Locale.ROOT).equals(means))
                .findFirst()
                .orElseThrow(() -> CliException.usage(HoldText.MEANS_INVALID, means));
    }
}
