package org.stoppayment.cli.command.hold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;

/** The commands that do what is proposed, to paste into a shell. Words in capitals must be replaced. */
final class ProposedCommands {

    private static final String NEXT_LINE = " \\\n      ";
    private static final String BASIS = "--document FILE --approver ORG/BADGE --level county";

    private final Console console;
    private final List<String> lines = new ArrayList<>();

    private ProposedCommands(Console console) {
        this.console = console;
    }

    /** For each case and kind, in the order of the proposals, what to do and the commands for it. */
    static List<String> of(Console console, List<HoldProposal> proposals) {
        Map<String, Map<HoldProposalKind, List<HoldProposal>>> cases = new LinkedHashMap<>();
        for (HoldProposal proposal : proposals) {
            cases.computeIfAbsent(proposal.getCaseId(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(proposal.getKind(), first -> new ArrayList<>())
                    .add(proposal);
        }
        ProposedCommands commands = new ProposedCommands(console);
        cases.forEach(
                (caseId, kinds) -> kinds.forEach((kind, ofKind) -> commands.add(caseId, kind, List.copyOf(ofKind))));
        return commands.lines;
    }

    private void add(String caseId, HoldProposalKind kind, List<HoldProposal> proposals) {
        switch (kind) {
            case HOLD_PROPOSAL_KIND_FREEZE -> freeze(caseId, proposals);
            case HOLD_PROPOSAL_KIND_FILE_OR_LIFT -> fileOrLift(caseId, proposals);
            case HOLD_PROPOSAL_KIND_LIMIT -> limit(caseId, proposals);
            case HOLD_PROPOSAL_KIND_RENEW -> renew(caseId, proposals);
            case HOLD_PROPOSAL_KIND_LIFT -> lift(caseId, proposals);
            default -> {
                // Of a newer service: its row says what it is.
            }
        }
    }

    private void freeze(String caseId, List<HoldProposal> proposals) {
        heading(HoldText.DO_FREEZE, caseId, proposals.size());
        if (proposals.size() > 1) {
            command("hold freeze " + caseId + " --all", BASIS);
        } else {
            command("hold freeze " + caseId, account(proposals.get(0)), BASIS);
        }
    }

    private void fileOrLift(String caseId, List<HoldProposal> proposals) {
        heading(HoldText.DO_FILE_OR_LIFT, caseId, proposals.size());
        command("case file " + caseId, "--number NUMBER --at TIME --document FILE");
        proposals.forEach(proposal -> command(
                "stop lift " + proposal.getApplicationId(), "--case " + caseId, "--reason WHY --reference WHO"));
    }

    private void limit(String caseId, List<HoldProposal> proposals) {
        heading(HoldText.DO_LIMIT, caseId, proposals.size());
        proposals.forEach(proposal -> command(
                "hold freeze " + caseId,
                account(proposal),
                "--limited " + Formats.yuan(ProposedFreezes.sumFen(proposal)),
                BASIS));
    }

    private void renew(String caseId, List<HoldProposal> proposals) {
        heading(HoldText.DO_RENEW, caseId, proposals.size());
        proposals.forEach(proposal -> command("hold renew " + proposal.getApplicationId(), BASIS));
    }

    private void lift(String caseId, List<HoldProposal> proposals) {
        heading(HoldText.DO_LIFT, caseId, proposals.size());
        proposals.forEach(proposal -> command("hold release " + proposal.getApplicationId(), "--reason WHY", BASIS));
    }

    private static String account(HoldProposal proposal) {
        String code = proposal.getAccount().getInstitutionCode();
        return proposal.getAccount().getNumber() + (code.isEmpty() ? "" : " --institution " + code);
    }

    private void heading(HoldText text, Object... arguments) {
        lines.add(console.fitted(console.text(text, arguments)));
    }

    private void command(String... parts) {
        lines.add("  stoppay " + String.join(NEXT_LINE, parts));
    }
}
