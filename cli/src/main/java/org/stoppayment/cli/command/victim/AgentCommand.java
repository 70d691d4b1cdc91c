package org.stoppayment.cli.command.victim;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.recovery.v1.Agent;
import org.stoppayment.proto.recovery.v1.AppointAgentRequest;
import org.stoppayment.proto.recovery.v1.AppointAgentResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes who acts for a victim. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        description = {
            "Notes who acts for the victim (代理人), or that nobody does.",
            "Without an authority (授权委托书), the victim gets no money."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim agent CASE --name 'Chen' --authority authority.pdf",
            "  stoppay victim agent CASE --none"
        })
final class AgentCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the agent, 1..100 characters.")
    private @Nullable String name;

    @Option(
            names = "--authority",
            paramLabel = "FILE",
            description = "The authority. Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path authority;

    @Option(names = "--none", description = "Nobody acts for the victim any more.")
    private boolean none;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    AgentCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (none == (name != null)) {
            throw CliException.usage(VictimText.NAME_OR_NONE, none ? 2 : 0);
        }
        if (none && authority != null) {
            throw CliException.usage(VictimText.AUTHORITY_OF_NOBODY);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        AppointAgentRequest.Builder request =
                AppointAgentRequest.newBuilder().setCaseId(caseId).setOperator(officer.operator());
        if (name != null) {
            Agent.Builder agent = Agent.newBuilder().setName(name);
            if (authority != null) {
                agent.setAuthorityDigest(digest("--authority", authority));
            }
            request.setAgent(agent);
        }
        AppointAgentResponse answer = clients.victims().appointAgent(request.build());
        return showVictim(answer, answer.getVictim());
    }
}
