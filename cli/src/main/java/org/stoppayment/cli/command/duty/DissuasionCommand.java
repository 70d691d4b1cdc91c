package org.stoppayment.cli.command.duty;

import com.google.protobuf.Message;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionResponse;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.CloseDissuasionResponse;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dissuasion list of the 96110 desk. */
@Command(
        name = "dissuasion",
        mixinStandardHelpOptions = true,
        description = {
            "Likely victims who have not called yet (劝阻名单).",
            "They paid an account within the 72 hours before it was stopped.",
            "An officer of the 96110 desk claims an entry, talks to the payer, and closes it with the outcome.",
            "Names and telephone numbers that institutions do not tell come from the payers' own reports, where they"
                    + " made any."
        },
        subcommands = {
            ListDissuasionCommand.class,
            DissuasionCommand.Claim.class,
            DissuasionCommand.Release.class,
            DissuasionCommand.Close.class
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay dissuasion list",
            "  stoppay dissuasion claim ENTRY --badge 100234",
            "  stoppay dissuasion close ENTRY --badge 100234 --outcome dissuaded --note 'will not pay again'"
        })
public final class DissuasionCommand {

    /** Shows an answer with the contacts of its entries; personal data is masked unless {@code --unmasked} is given. */
    static int show(ServiceCommandBase command, ServiceClients clients, Message answer, List<Dissuasion> entries) {
        VictimContacts contacts = VictimContacts.of(clients, entries).visible(command.output()::visible);
        Console console = command.context().console();
        if (command.output().json()) {
            console.print(contacts.json(command.output().visible(answer)));
        } else {
            console.print(DissuasionTable.of(
                    console,
                    entries.stream()
                            .map(entry -> (Dissuasion) command.output().visible(entry))
                            .toList(),
                    contacts));
        }
        contacts.unavailable()
                .ifPresent(why -> console.progress(
                        console.toned(Tone.WARNING, console.text(DutyText.CONTACTS_UNAVAILABLE, why))));
        return ExitCode.OK;
    }

    /** An action of an officer on an entry. */
    private abstract static class EntryCommand extends ServiceCommandBase {

        @Parameters(paramLabel = "ENTRY", description = "Id of the entry.")
        String entry = "";

        @Mixin
        OfficerOption officer = new OfficerOption();

        EntryCommand(Context context) {
            super(context);
        }

        int show(ServiceClients clients, Message answer, Dissuasion shown) {
            return DissuasionCommand.show(this, clients, answer, List.of(shown));
        }
    }

    /** Takes an entry. */
    @Command(
            name = "claim",
            mixinStandardHelpOptions = true,
            description = {
                "Gives an entry to an officer, for two hours.",
                "The same officer may claim it again.",
                "Exit code 3 when another officer has it."
            })
    static final class Claim extends EntryCommand {

        Claim(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ClaimDissuasionResponse answer = clients.dissuasion()
                    .claimDissuasion(ClaimDissuasionRequest.newBuilder()
                            .setDissuasionId(entry)
                            .setOfficer(officer.officer())
                            .build());
            return show(clients, answer, answer.getEntry());
        }
    }

    /** Gives an entry back. */
    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Gives an entry back, for another officer to claim.")
    static final class Release extends EntryCommand {

        Release(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ReleaseDissuasionResponse answer = clients.dissuasion()
                    .releaseDissuasion(ReleaseDissuasionRequest.newBuilder()
                            .setDissuasionId(entry)
                            .setOfficer(officer.officer())
                            .build());
            return show(clients, answer, answer.getEntry());
        }
    }

    /** Closes an entry. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {"Closes an entry that the officer claimed.", "Repeating it changes nothing."},
            footerHeading = "%nExample:%n",
            footer = "  stoppay dissuasion close ENTRY --badge 100234 --outcome loss_confirmed --note 'will come in'")
    static final class Close extends EntryCommand {

        /** The outcome of the conversation. */
        enum Outcome {
            DISSUADED,
            ALREADY_REPORTED,
            NOT_A_VICTIM,
            UNREACHABLE,
            LOSS_CONFIRMED
        }

        @Option(
                names = "--outcome",
                required = true,
                paramLabel = "OUTCOME",
                description = {
                    "dissuaded (劝阻成功), already_reported, not_a_victim, unreachable or loss_confirmed",
                    "(then a report is to be taken)."
                })
        private Outcome outcome = Outcome.UNREACHABLE;

        @Option(
                names = "--note",
                paramLabel = "TEXT",
                defaultValue = "",
                description = "A note, at most 500 characters.")
        private String note = "";

        Close(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            CloseDissuasionResponse answer = clients.dissuasion()
                    .closeDissuasion(CloseDissuasionRequest.newBuilder()
                            .setDissuasionId(entry)
                            .setOfficer(officer.officer())
                            .setOutcome(DissuasionOutcome.valueOf("DISSUASION_OUTCOME_" + outcome))
                            .setNote(note)
                            .build());
            int code = show(clients, answer, answer.getEntry());
            if (!output().json() && answer.getEntry().getReportSuggested()) {
                console().progress(console().text(DutyText.TAKE_A_REPORT));
            }
            return code;
        }
    }
}
