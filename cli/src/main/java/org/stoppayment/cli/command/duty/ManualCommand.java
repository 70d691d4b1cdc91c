package org.stoppayment.cli.command.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ReferenceOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.proto.freeze.v1.ListManualOrdersRequest;
import org.stoppayment.proto.freeze.v1.ListManualOrdersResponse;
import org.stoppayment.proto.freeze.v1.NotToBeStopped;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderResponse;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.intake.v1.VictimContact;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders that wait for a person. */
@Command(
        name = "manual",
        mixinStandardHelpOptions = true,
        description = "Orders that wait for a person: no route, or no answer for too long.",
        subcommands = {ManualCommand.Waiting.class, ManualCommand.Resolve.class})
public final class ManualCommand {

    /** Lists them. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists them, oldest first.",
                "With the money at stake, the banks that the account might be at, and the victim to ask."
            })
    static final class Waiting extends ServiceCommandBase {

        @Mixin
        private PageOption page = new PageOption();

        Waiting(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ListManualOrdersResponse answer = clients.freeze()
                    .listManualOrders(ListManualOrdersRequest.newBuilder()
                            .setPageSize(page.size())
                            .setPageToken(page.token())
                            .build());
            return show(answer, () -> {
                CaseContacts contacts = CaseContacts.of(
                        clients,
                        answer.getOrdersList().stream()
                                .map(StopOrder::getCaseId)
                                .toList(),
                        contact -> (VictimContact) output().visible(contact));
                console()
                        .print(ManualTable.of(
                                console(),
                                answer.getOrdersList(),
                                contacts,
                                context().clock().instant()));
                contacts.unavailable().ifPresent(why -> console()
                        .progress(console().toned(Tone.WARNING, console().text(DutyText.CONTACTS_UNKNOWN, why))));
                page.hint(console(), answer.getNextPageToken());
            });
        }
    }

    /** Resolves one. */
    @Command(
            name = "resolve",
            mixinStandardHelpOptions = true,
            description = {
                "Routes an order, records what its institution said, or declines it here.",
                "A statement by telephone or fax is given as a file."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  export STOPPAY_ORGANISATION='110 desk' STOPPAY_BADGE=100234",
                "  stoppay manual resolve ID --institution 农业银行 --reference 'Zhang, 110 desk'",
                "  stoppay manual resolve ID --feedback answer.json --reference 'fax 2026-0117'",
                "  stoppay manual resolve ID --not-to-be-stopped 'a shop, not a mule' --reference 'Zhang, 110 desk'"
            })
    static final class Resolve extends ServiceCommandBase {

        /** There were no such stops before 2016. */
        private static final Instant MIN_STOPPED_AT = Instant.parse("2016-01-01T00:00:00Z");

        private static final Duration MAX_AHEAD = Duration.ofDays(1);

        @Parameters(paramLabel = "APPLICATION_ID", description = "Id of the order.")
        private String applicationId = "";

        @Mixin
        private ReferenceOption reference = new ReferenceOption();

        @Mixin
        private ActingOfficerOption officer = new ActingOfficerOption();

        @ArgGroup(multiplicity = "1")
        private Resolution resolution = new Resolution();

        /** Exactly one of the three. */
        static final class Resolution {
            @Option(
                    names = "--institution",
                    paramLabel = "BANK",
                    description = "Send it to this institution: its code or name.")
            private String institution = "";

            @Option(
                    names = "--feedback",
                    paramLabel = "FILE",
                    description = {
                        "JSON mapping of stoppayment.gateway.v1.Feedback, or - for standard input. Examples:",
                        "docs/operations/night-shift.md."
                    })
            private String feedback = "";

            @Option(
                    names = "--not-to-be-stopped",
                    paramLabel = "REASON",
                    description = "The account is not to be stopped, 1..200 characters why: the order is DECLINED.")
            private String notToBeStopped = "";
        }

        Resolve(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ResolveManualOrderRequest.Builder request = ResolveManualOrderRequest.newBuilder()
                    .setApplicationId(applicationId)
                    .setReference(reference.text())
                    .setOperator(officer.operator());
            if (!resolution.institution.isEmpty()) {
                request.setInstitutionCode(institutions().codeOf("--institution", resolution.institution));
            } else if (!resolution.feedback.isEmpty()) {
                request.setFeedback(feedback());
            } else if (!resolution.notToBeStopped.isEmpty()) {
                request.setNotToBeStopped(NotToBeStopped.newBuilder().setReason(resolution.notToBeStopped));
            } else {
                throw CliException.usage(console().text(DutyText.NO_RESOLUTION));
            }
            ResolveManualOrderResponse answer = clients.freeze().resolveManualOrder(request.build());
            return show(answer, () -> console().print(OrderTable.of(console(), List.of(answer.getOrder()))));
        }

        /** The feedback in the file; without an application id, that of this order. */
        private Feedback feedback() {
            Feedback.Builder feedback = ProtoFile.read(
                    context().workingDirectory(),
                    resolution.feedback,
                    context().input(),
                    Feedback.newBuilder(),
                    institutions());
            if (feedback.getApplicationId().isEmpty()) {
                feedback.setApplicationId(applicationId);
            }
            requirePlausibleStopMoment(feedback);
            return feedback.build();
        }

        /** An impossible stop moment is a typing error. The service would only flag it. */
        private void requirePlausibleStopMoment(Feedback.Builder feedback) {
            if (!feedback.hasStoppedAt()) {
                return;
            }
            Instant stoppedAt = OrderStates.instant(feedback.getStoppedAt());
            Instant latest = context().clock().instant().plus(MAX_AHEAD);
            if (stoppedAt.isBefore(MIN_STOPPED_AT) || stoppedAt.isAfter(latest)) {
                throw CliException.usage(console()
                        .text(
                                DutyText.STOP_MOMENT_IMPLAUSIBLE,
                                resolution.feedback,
                                stoppedAt,
                                MIN_STOPPED_AT,
                                latest.truncatedTo(ChronoUnit.SECONDS)));
            }
        }
    }
}
