package org.stoppayment.cli.command.bank;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.command.common.StateOption;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.suite.ConnectedInstitutions;
import org.stoppayment.cli.suite.ConnectedInstitutions.Listed;
import org.stoppayment.cli.suite.ConnectedInstitutions.Origin;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the institutions of the running suite. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the institutions of the running suite.",
            "ENDPOINT is where each is called. CIRCUIT is OPEN while calls fail; none is made then."
        })
final class BankListCommand implements Callable<Integer> {

    private static final String CLOSED = "CLOSED";

    private final Context context;

    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private OutputOption output = new OutputOption();

    BankListCommand(Context context) {
        this.context = context;
    }

    /**
     * An institution of the suite.
     *
     * @param code its code
     * @param name its Chinese name
     * @param shortName what people call it for short, may be empty
     * @param kind its kind, as in the registry file
     * @param bins first digits of its cards
     * @param endpoint base URL of its API
     * @param origin where it comes from
     * @param circuit state of its circuit, empty when the gateway does not have it
     */
    record Line(
            String code,
            String name,
            String shortName,
            String kind,
            List<String> bins,
            String endpoint,
            Origin origin,
            String circuit) {

        private static Line of(Listed listed, Map<String, String> circuits) {
            var institution = listed.institution();
            String code = institution.code().value();
            return new Line(
                    code,
                    institution.name(),
                    institution.shortName(),
                    institution.type().name(),
                    institution.bins(),
                    institution.endpoint().toString(),
                    listed.origin(),
                    circuits.getOrDefault(code, ""));
        }
    }

    @Override
    public Integer call() {
        Suite suite = state.running(context);
        return ServiceCalls.ask(suite, context.console(), clients -> {
            Map<String, String> circuits = clients
                    .gateway()
                    .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                    .getInstitutionsList()
                    .stream()
                    .collect(Collectors.toMap(Institution::getCode, Institution::getCircuit));
            List<Line> lines = new ConnectedInstitutions(suite.directory())
                    .all().stream().map(listed -> Line.of(listed, circuits)).toList();
            context.console().print(output.json() ? Json.of(lines) : table(lines));
            return ExitCode.OK;
        });
    }

    private String table(List<Line> lines) {
        Console console = context.console();
        Table table = new Table(Heading.of(
                console,
                Heading.CODE,
                Heading.NAME,
                Heading.SHORT_NAME,
                Heading.KIND,
                Heading.BINS,
                Heading.ENDPOINT,
                Heading.ORIGIN,
                Heading.CIRCUIT));
        for (Line line : lines) {
            table.row(
                    line.code(),
                    line.name(),
                    Formats.orDash(line.shortName()),
                    console.vocabulary().code(line.kind()),
                    Formats.orDash(String.join(" ", line.bins())),
                    line.endpoint(),
                    console.text(origin(line.origin())),
                    console.toned(
                            line.circuit().equals(CLOSED) ? Tone.GOOD : Tone.BAD,
                            line.circuit().isEmpty()
                                    ? console.text(BankText.NOT_AT_THE_GATEWAY)
                                    : console.vocabulary().code(line.circuit())));
        }
        return table.render();
    }

    private static BankText origin(Origin origin) {
        return switch (origin) {
            case SIMULATED -> BankText.SIMULATED;
            case CONNECTED -> BankText.ADDED;
            case REGISTRY -> BankText.OF_THE_REGISTRY;
        };
    }
}
