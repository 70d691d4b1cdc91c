package org.stoppayment.cli.command.refund;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.refund.books.AccountBooksCommand;
import org.stoppayment.cli.command.refund.books.CaseStatement;
import org.stoppayment.cli.command.refund.books.CorrectBooksCommand;
import org.stoppayment.cli.command.refund.books.DifferencesCommand;
import org.stoppayment.cli.command.refund.books.VictimBooksCommand;
import org.stoppayment.cli.command.refund.report.RecoveryReportCommand;
import org.stoppayment.cli.command.refund.watch.RecoveryWatch;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.ListCaseSharesResponse;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where the money of a case is. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where the money of a case is, and whose it is.",
            "By account: what is this case's, others', the holder's; what is held; and which refunds are planned.",
            "With JSON, the answers of the services: shares, books, plans.",
            "With --at or --entries, the books alone. With --watch, shows the return of the money live: what the victim",
            "may get back, and what stands in the way. To a file or a pipe only new lines are written. Ctrl-C ends it."
        },
        subcommands = {
            AccountBooksCommand.class,
            VictimBooksCommand.class,
            CorrectBooksCommand.class,
            DifferencesCommand.class,
            RecoveryReportCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay recovery CASE",
            "  stoppay recovery -o json CASE | jq .shares.accounts",
            "  stoppay recovery CASE --at 2026-03-01T10:05 --entries",
            "  stoppay recovery CASE --watch -o json | jq -c '.snapshot.plans'"
        })
public final class RecoveryCommand extends ServiceCommandBase {

    private static final int MAX_PLANS = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Mixin
    private CaseStatement statement = new CaseStatement();

    @Option(names = "--watch", description = "Show what is planned and paid, and again whenever it changes.")
    private boolean watch;

    RecoveryCommand(Context context) {
        super(context);
    }

    /** Picocli would require a case for the subcommands as well. */
    @Override
    protected void check() {
        if (caseId.isEmpty()) {
            CommandSpec own = Objects.requireNonNull(spec);
            throw new MissingParameterException(
                    own.commandLine(), own.positionalParameters().get(0), "Missing required parameter: 'CASE'");
        }
        if (statement.isWanted(console()) && watch) {
            throw CliException.usage(RefundText.WATCH_ALONE);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        if (watch) {
            RecoveryWatch.follow(clients, caseId, console(), output());
            return ExitCode.OK;
        }
        if (statement.isWanted(console())) {
            GetRecoveryResponse books = statement.ask(clients, caseId, console());
            return show(books, () -> statement.print((GetRecoveryResponse) output().visible(books), console()));
        }
        ListCaseSharesResponse shares = clients.shares()
                .listCaseShares(
                        ListCaseSharesRequest.newBuilder().setCaseId(caseId).build());
        Optional<GetRecoveryResponse> books = books(clients);
        ListRefundPlansResponse plans = clients.refunds()
                .listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId)
                        .setPageSize(MAX_PLANS)
                        .build());
        if (output().json()) {
            ObjectNode all = Json.MAPPER.createObjectNode();
            all.set("shares", json(shares));
            all.set("books", json(books.orElse(GetRecoveryResponse.getDefaultInstance())));
            all.set("plans", json(plans));
            console().print(Json.of(all));
        } else {
            new RecoveryView(console(), caseId).print(shares.getAccountsList(), books, plans.getPlansList());
        }
        return ExitCode.OK;
    }

    /** The books; empty when nothing was booked for the case. */
    private Optional<GetRecoveryResponse> books(ServiceClients clients) {
        try {
            return Optional.of(clients.recovery()
                    .getRecovery(
                            GetRecoveryRequest.newBuilder().setCaseId(caseId).build()));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JsonNode json(Message answer) {
        try {
            return Json.MAPPER.readTree(MessageJson.of(output().visible(answer)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
