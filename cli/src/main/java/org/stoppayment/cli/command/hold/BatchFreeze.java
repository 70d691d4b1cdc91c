package org.stoppayment.cli.command.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;

/**
 * Orders several freezes, one after the other, and shows what came of each. A refusal ends none of the others. When the service does
 * not answer, the rest is not sent: the same command may be repeated.
 */
final class BatchFreeze {

    private final Context context;
    private final ServiceClients clients;
    private final List<Result> results = new ArrayList<>();
    private Optional<StatusRuntimeException> unanswered = Optional.empty();

    BatchFreeze(Context context, ServiceClients clients) {
        this.context = context;
        this.clients = clients;
    }

    /** What came of an order: a freeze, or a failure; neither when it was not sent. */
    private record Result(OrderFreezeRequest order, Optional<Freeze> freeze, Optional<Failure> failure) {}

    /**
     * Orders them and prints a row for each. Returns {@link ExitCode#OK} when all were taken, {@link ExitCode#REFUSED} when one was
     * refused; throws what the service failed with when one was not answered.
     */
    int order(List<OrderFreezeRequest> orders) {
        orders.forEach(order -> results.add(send(order)));
        if (context.output().json()) {
            context.console().print(Json.of(json()));
        } else {
            context.console().print(table());
        }
        if (unanswered.isPresent()) {
            throw unanswered.get();
        }
        return results.stream().allMatch(result -> result.freeze().isPresent()) ? ExitCode.OK : ExitCode.REFUSED;
    }

    private Result send(OrderFreezeRequest order) {
        if (unanswered.isPresent()) {
            return new Result(order, Optional.empty(), Optional.empty());
        }
        try {
            Freeze freeze = clients.holds().orderFreeze(order).getFreeze();
            return new Result(order, Optional.of((Freeze) context.output().visible(freeze)), Optional.empty());
        } catch (StatusRuntimeException failed) {
            Failure failure = Failure.of(failed, context.console().texts());
            if (failure.exitCode() == ExitCode.FAILED) {
                unanswered = Optional.of(failed);
            }
            return new Result(order, Optional.empty(), Optional.of(failure));
        }
    }

    private String table() {
        Console console = context.console();
        Table table = new Table(Heading.of(
                console,
                Heading.ACCOUNT,
                Heading.INSTITUTION,
                Heading.SUM,
                Heading.STATE,
                Heading.APPLICATION_ID,
                Heading.DETAIL));
        for (Result result : results) {
            table.row(
                    result.order().getAccountNumber(),
                    console.vocabulary().institution(result.order().getInstitutionCode()),
                    Formats.yuan(result.order().getAmountFen()),
                    state(console, result),
                    Formats.orDash(result.freeze().map(Freeze::getApplicationId).orElse("")),
                    Formats.orDash(result.failure().map(BatchFreeze::detail).orElse("")));
        }
        return table.render(console);
    }

    private static String state(Console console, Result result) {
        return result.freeze()
                .map(Freeze::getState)
                .map(state -> console.toned(
                        HoldTable.tone(state), console.vocabulary().value(state)))
                .orElseGet(() -> console.toned(
                        Tone.BAD, console.text(result.failure().isPresent() ? HoldText.FAILED : HoldText.NOT_SENT)));
    }

    private static String detail(Failure failure) {
        return failure.lines().get(0) + " [" + failure.code() + "]";
    }

    private ObjectNode json() {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode list = root.putArray("results");
        for (Result result : results) {
            ObjectNode each = list.addObject()
                    .put("institutionCode", result.order().getInstitutionCode())
                    .put("accountNumber", result.order().getAccountNumber())
                    .put("amountFen", String.valueOf(result.order().getAmountFen()));
            result.freeze().ifPresent(freeze -> each.set("freeze", tree(freeze)));
            result.failure().ifPresent(failure -> {
                ObjectNode error = each.putObject("error").put("code", failure.code());
                failure.lines().forEach(error.withArray("lines")::add);
            });
        }
        return root;
    }

    private static ObjectNode tree(Freeze freeze) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(MessageJson.of(freeze));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
