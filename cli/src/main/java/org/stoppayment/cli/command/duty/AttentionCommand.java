package org.stoppayment.cli.command.duty;

import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.WatchStreams;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.duty.AttentionReasonOption.Reason;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionKey;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person should look at although nothing is under way. */
@Command(
        name = "attention",
        mixinStandardHelpOptions = true,
        description = {
            "Money that nobody holds although nothing is under way.",
            "",
            "DECLINED       the institution, or the rule of two stops (code 1304), said no: correct the report on the"
                    + " call",
            "HELD_BY_OTHER  another authority holds the account: propose a waiting freeze (轮候)",
            "MANUAL         the order waits for a person: stoppay manual list",
            "UNHELD         the stop lapsed or was lifted, the claim stands: stoppay stop again",
            "UNKNOWN        nobody has said where the money is: ask the institution",
            "",
            "An item goes by itself once its account is stopped or its transfer corrected. Close it when nothing is to"
                    + " be done;",
            "it comes back when more money is at risk, or for another order."
        },
        subcommands = {AttentionCommand.Open.class, AttentionCommand.Close.class, AttentionCommand.Watch.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay attention list",
            "  stoppay attention list --reason declined",
            "  stoppay attention close CASE ACCOUNT --reason declined --badge 100234 --note 'victim named another"
                    + " account'",
            "  stoppay attention watch"
        })
public final class AttentionCommand {

    /** Lists the items. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists the items: first where most money has been at risk for longest.",
                "The product of money and age decides. One account may be listed for several reasons: a declined"
                        + " order's money is",
                "unknown, too."
            })
    static final class Open extends ServiceCommandBase {

        @Mixin
        private AttentionReasonOption filter = new AttentionReasonOption();

        @Option(names = "--case", paramLabel = "CASE", defaultValue = "", description = "Only items of this case.")
        private String caseId = "";

        @Mixin
        private PageOption page = new PageOption();

        Open(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ListAttentionResponse answer = clients.attention()
                    .listAttention(ListAttentionRequest.newBuilder()
                            .setPageSize(page.size())
                            .setPageToken(page.token())
                            .setReason(filter.wire())
                            .setCaseId(caseId)
                            .build());
            return show(answer, () -> {
                ListAttentionResponse visible = (ListAttentionResponse) output().visible(answer);
                console().print(AttentionTable.of(console(), visible.getItemsList(), answer.getAsOf()));
                page.hint(console(), answer.getNextPageToken());
            });
        }
    }

    /** Closes an item. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {
                "Closes an item: nothing is to be done about it as it is.",
                "It comes back when more money is at risk, or for another order. Repeating it changes nothing.",
                "Exit code 3 when another officer closed it, or with another note; 4 when there is no such item."
            },
            footerHeading = "%nExample:%n",
            footer = "  stoppay attention close CASE ACCOUNT --reason unknown --badge 100234 --note 'bank sees no"
                    + " booking'")
    static final class Close extends ServiceCommandBase {

        private static final int MAX_PAGE = 200;

        @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
        private String caseId = "";

        @Parameters(index = "1", paramLabel = "ACCOUNT", description = "Number of the account, as the list shows it.")
        private String account = "";

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "REASON",
                description = "declined, held_by_other, manual, unheld or unknown, as the list shows it.")
        private Reason reason = Reason.ALL;

        @Option(
                names = "--institution",
                paramLabel = "CODE",
                defaultValue = "",
                description = {
                    "Institution of the account. Needed when the case has items on accounts of the same number at"
                            + " several",
                    "institutions, and to repeat the command once the item is closed."
                })
        private String institution = "";

        @Mixin
        private OfficerOption officer = new OfficerOption();

        @Option(
                names = "--note",
                required = true,
                paramLabel = "TEXT",
                description = "Why nothing is to be done, 1..200 characters.")
        private String note = "";

        Close(Context context) {
            super(context);
        }

        @Override
        protected void check() {
            if (reason == Reason.ALL) {
                throw CliException.usage(console().text(DutyText.ALL_REASONS));
            }
        }

        @Override
        protected int ask(ServiceClients clients) {
            String number = AccountNumber.normalise(account);
            AttentionItem closed = clients.attention()
                    .closeAttention(CloseAttentionRequest.newBuilder()
                            .setKey(AttentionKey.newBuilder()
                                    .setCaseId(caseId)
                                    .setInstitutionCode(
                                            institution.isEmpty() ? institutionOf(number, clients) : institution)
                                    .setAccountNumber(number)
                                    .setReason(reason.wire()))
                            .setOfficer(officer.officer())
                            .setNote(note)
                            .build())
                    .getItem();
            return show(closed, () -> console()
                    .print(console()
                            .fitted(console()
                                    .text(
                                            DutyText.CLOSED,
                                            console()
                                                    .vocabulary()
                                                    .value(closed.getKey().getReason()),
                                            Formats.number(closed.getAccount()),
                                            closed.getKey().getCaseId(),
                                            Formats.yuan(closed.getClosure().getAtRiskFen())))));
        }

        /** The institution of the open item; empty when there is none or it is not known: then the service refuses. */
        private String institutionOf(String number, ServiceClients clients) {
            ListAttentionRequest.Builder request = ListAttentionRequest.newBuilder()
                    .setCaseId(caseId)
                    .setReason(reason.wire())
                    .setPageSize(MAX_PAGE);
            List<String> found = List.of();
            do {
                ListAttentionResponse page = clients.attention().listAttention(request.build());
                found = Stream.concat(
                                found.stream(),
                                page.getItemsList().stream()
                                        .map(AttentionItem::getKey)
                                        .filter(key -> key.getAccountNumber().equals(number))
                                        .map(AttentionKey::getInstitutionCode))
                        .toList();
                request.setPageToken(page.getNextPageToken());
            } while (!request.getPageToken().isEmpty());
            if (found.size() > 1) {
                throw CliException.usage(console().text(DutyText.INSTITUTION_AMBIGUOUS, String.join(", ", found)));
            }
            return found.isEmpty() ? "" : found.get(0);
        }
    }

    /** Shows the items live. */
    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description = {
                "Shows the items, then a line for each change. Ctrl-C ends it.",
                "When the service is unavailable, the command reconnects for up to a minute, and shows all items again."
            },
            footerHeading = "%nExample:%n",
            footer = "  stoppay attention watch -o json | jq -c '.changes.added // empty'   JSON lines")
    static final class Watch extends ServiceCommandBase {

        @Mixin
        private AttentionReasonOption filter = new AttentionReasonOption();

        Watch(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            WatchStreams.followAttention(
                    clients::watchingAttention,
                    WatchAttentionRequest.newBuilder().setReason(filter.wire()).build(),
                    new AttentionView(console(), output()));
            return ExitCode.OK;
        }
    }
}
