package org.stoppayment.cli.command.refund.books;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;
import org.stoppayment.proto.recovery.v1.ReverseEntriesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects the books of a case. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Reverses what was booked wrongly: an entry, or all entries of an event.",
            "Entries are never changed. Each gets another one with the same sum the other way round.",
            "Shows what is reversed, and asks first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay recovery CASE --entries",
            "  stoppay recovery correct CASE --entry ENTRY --reason 'booked twice'",
        })
public final class CorrectBooksCommand extends ServiceCommandBase {

    private static final int PAGE_SIZE = 200;

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--entry", paramLabel = "ENTRY", description = "UUID of the entry that is reversed.")
    private @Nullable String entryId;

    @Option(names = "--event", paramLabel = "EVENT", description = "UUID of the event whose entries are reversed.")
    private @Nullable String eventId;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of an earlier try whose answer was lost; without it, a new one is made.")
    private @Nullable String requestId;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    CorrectBooksCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if ((entryId == null) == (eventId == null)) {
            throw CliException.usage(BooksText.TARGET_REQUIRED);
        }
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        new EntryTable(console()).preview(targets(clients));
        confirm.confirm(context(), console().text(BooksText.REVERSE_QUESTION, caseId));
        ReverseEntriesRequest.Builder request = ReverseEntriesRequest.newBuilder()
                .setRequestId(requestId == null ? newRequestId() : requestId)
                .setCaseId(caseId)
                .setReason(reason)
                .setOperator(officer.operator());
        if (entryId != null) {
            request.setEntryId(entryId);
        }
        if (eventId != null) {
            request.setEventId(eventId);
        }
        ReverseEntriesResponse answer = clients.recovery().reverseEntries(request.build());
        return show(answer, () -> {
            console()
                    .print(console()
                            .fitted(console()
                                    .text(
                                            BooksText.CORRECTED,
                                            answer.getCorrection().getCorrectionId(),
                                            answer.getEntries())));
            Positions total = answer.getTotal();
            console()
                    .print(console()
                            .fitted(console()
                                    .text(
                                            BooksText.CORRECTED_TOTAL,
                                            Formats.yuan(total.getReportedFen()),
                                            Formats.yuan(total.getHeldFen()),
                                            Formats.yuan(total.getFrozenFen()),
                                            Formats.yuan(total.getRestoredFen()),
                                            Formats.yuan(total.getUnknownFen()))));
        });
    }

    /** The entries that are to be reversed. */
    private List<LedgerEntry> targets(ServiceClients clients) {
        List<LedgerEntry> found = new ArrayList<>();
        String token = "";
        do {
            GetRecoveryResponse page = clients.recovery()
                    .getRecovery(GetRecoveryRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build());
            page.getEntriesList().stream().filter(this::isTarget).forEach(found::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return found;
    }

    private boolean isTarget(LedgerEntry entry) {
        return entryId == null
                ? entry.getEventId().equalsIgnoreCase(eventId)
                : entry.getEntryId().equalsIgnoreCase(entryId);
    }
}
