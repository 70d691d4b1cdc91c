package org.stoppayment.cli.command.hold;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/** The accounts that a case knows: those of its orders, its proposals and its transfers. */
final class CaseAccounts {

    /** No account has so short a number. */
    private static final Pattern TRANSFER = Pattern.compile("[0-9]{1,4}");

    private final CaseTransfers transfers;
    private final CaseProgress progress;
    private final List<HoldProposal> proposals;

    private CaseAccounts(CaseTransfers transfers, CaseProgress progress, List<HoldProposal> proposals) {
        this.transfers = transfers;
        this.progress = progress;
        this.proposals = proposals;
    }

    /** Asks for them. */
    static CaseAccounts of(ServiceClients clients, String caseId) {
        GetCaseResponse found = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        return new CaseAccounts(
                CaseTransfers.of(found.getCase()),
                found.getProgress(),
                clients.holds()
                        .proposeHolds(ProposeHoldsRequest.newBuilder()
                                .setCaseId(caseId)
                                .build())
                        .getProposalsList());
    }

    /**
     * The account with this number, or that a transfer of this number paid.
     *
     * @param institution code of its institution, where it was typed
     * @throws CliException when there is none, or its institution is not known
     */
    Account find(String typed, Optional<String> institution) {
        Account named = TRANSFER.matcher(typed.strip()).matches()
                ? paidBy(Integer.parseInt(typed.strip()))
                : Account.newBuilder().setNumber(number(typed)).build();
        String code = institution.orElseGet(() ->
                named.getInstitutionCode().isEmpty() ? institutionOf(named.getNumber()) : named.getInstitutionCode());
        return named.toBuilder().setInstitutionCode(code).build();
    }

    private static String number(String typed) {
        String number = AccountNumber.normalise(typed);
        if (!AccountNumber.hasForm(number)) {
            throw CliException.usage(HoldText.ACCOUNT_INVALID, Masking.mask(typed), AccountNumber.FORM_IN_WORDS);
        }
        return number;
    }

    /** The account of the order of a transfer; while there is none, its payee. */
    private Account paidBy(int number) {
        ReportedTransfer transfer = transfers
                .numbered(number)
                .orElseThrow(() -> CliException.usage(
                        HoldText.NO_SUCH_TRANSFER, number, transfers.all().size()));
        transfers.lastCorrection(transfer.getTransferId()).ifPresent(last -> {
            throw CliException.usage(HoldText.TRANSFER_CORRECTED, number, last);
        });
        Account payee = transfer.getTransfer().getPayee();
        if (payee.getNumber().isEmpty()) {
            throw CliException.usage(HoldText.TRANSFER_WITHOUT_ACCOUNT, number);
        }
        return CaseTransfers.order(transfer, progress)
                .map(StopOrder::getAccount)
                .filter(account -> !account.getInstitutionCode().isEmpty())
                .orElse(payee);
    }

    private String institutionOf(String number) {
        List<String> codes = all().filter(account -> account.getNumber().equals(number))
                .map(Account::getInstitutionCode)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            throw CliException.usage(HoldText.NO_SUCH_ACCOUNT, Masking.mask(number));
        }
        if (codes.size() > 1) {
            throw CliException.usage(HoldText.INSTITUTION_AMBIGUOUS, String.join(", ", codes));
        }
        return codes.get(0);
    }

    private Stream<Account> all() {
        return Stream.of(
                        progress.getOrdersList().stream().map(StopOrder::getAccount),
                        proposals.stream().map(HoldProposal::getAccount),
                        transfers.all().stream().map(each -> each.getTransfer().getPayee()))
                .flatMap(accounts -> accounts);
    }

    /** The case's money on the account with the surplus, where a proposal says it. */
    Optional<Long> proposedFen(Account account) {
        return proposals.stream()
                .filter(proposal -> proposal.getKind() == HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE
                        || proposal.getKind() == HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT)
                .filter(proposal -> proposal.getAccount().getNumber().equals(account.getNumber())
                        && proposal.getAccount().getInstitutionCode().equals(account.getInstitutionCode()))
                .map(ProposedFreezes::sumFen)
                .findFirst();
    }
}
