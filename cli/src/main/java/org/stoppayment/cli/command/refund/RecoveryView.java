package org.stoppayment.cli.command.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.Share;

/** Where the money of a case is. */
final class RecoveryView {

    private final Console console;
    private final String caseId;

    RecoveryView(Console console, String caseId) {
        this.console = console;
        this.caseId = caseId;
    }

    /** Prints the accounts, the sums and the plans; {@code books} is empty when nothing was booked. */
    void print(List<AccountShares> accounts, Optional<GetRecoveryResponse> books, List<RefundPlanSummary> plans) {
        console.print(table(accounts, books));
        long computing =
                accounts.stream().filter(account -> !account.getIsCurrent()).count();
        if (computing > 0) {
            console.progress(console.toned(Tone.WARNING, console.text(RefundText.OUT_OF_DATE, computing)));
        }
        console.print("");
        if (!accounts.isEmpty()) {
            line(
                    RefundText.CASE_TOTALS,
                    Formats.yuan(sum(accounts, this::isOfCase)),
                    Formats.yuan(sum(accounts, this::isOfOthers)),
                    Formats.yuan(sum(accounts, share -> share.getOwner() == OwnerKind.OWNER_KIND_HOLDER)),
                    Formats.yuan(sum(accounts, share -> share.getOwner() == OwnerKind.OWNER_KIND_UNKNOWN)));
        }
        books.map(GetRecoveryResponse::getTotal).ifPresentOrElse(this::books, () -> line(RefundText.NO_BOOKS));
        console.print("");
        console.print(console.text(RefundText.PLANS));
        console.print(new RefundTable(console).render(plans));
    }

    /** What was paid back to victims only if there is any. */
    private String table(List<AccountShares> accounts, Optional<GetRecoveryResponse> books) {
        boolean anyReturned = books.stream()
                .flatMap(found -> found.getAccountsList().stream())
                .anyMatch(account -> account.getPositions().getReturnedFen() != 0);
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.ACCOUNT,
                Heading.LEVEL,
                Heading.OF_THE_CASE,
                Heading.OF_OTHERS,
                Heading.OF_THE_HOLDER,
                Heading.UNKNOWN,
                Heading.KNOWN,
                Heading.HELD,
                Heading.FROZEN));
        if (anyReturned) {
            headings.add(Heading.RETURNED);
        }
        headings.add(Heading.INSTITUTION);
        Table table = new Table(Heading.of(console, headings.toArray(Heading[]::new)));
        for (AccountShares account : accounts) {
            Positions positions =
                    books.map(found -> positions(found, account.getAccount())).orElse(Positions.getDefaultInstance());
            table.row(cells(account, positions, anyReturned).toArray());
        }
        return table.isEmpty() ? console.text(RefundText.NO_MONEY) : table.render(console);
    }

    private List<Object> cells(AccountShares account, Positions positions, boolean anyReturned) {
        List<Object> cells = new ArrayList<>(List.of(
                Formats.number(account.getAccount()),
                account.hasLevel() ? account.getLevel() : Formats.orDash(""),
                Formats.yuan(sum(List.of(account), this::isOfCase)),
                Formats.yuan(sum(List.of(account), this::isOfOthers)),
                Formats.yuan(sum(List.of(account), share -> share.getOwner() == OwnerKind.OWNER_KIND_HOLDER)),
                Formats.yuan(sum(List.of(account), share -> share.getOwner() == OwnerKind.OWNER_KIND_UNKNOWN)),
                known(account),
                Formats.yuan(positions.getHeldFen()),
                Formats.yuan(positions.getFrozenFen())));
        if (anyReturned) {
            cells.add(Formats.yuan(positions.getReturnedFen()));
        }
        cells.add(Formats.orDash(
                console.vocabulary().institution(account.getAccount().getInstitutionCode())));
        return cells;
    }

    private String known(AccountShares account) {
        if (account.getNeedsStatement()) {
            return console.toned(Tone.WARNING, console.text(RefundText.STATEMENT_MISSING));
        }
        return account.getIsUnique()
                ? console.toned(Tone.GOOD, console.text(RefundText.CERTAIN))
                : console.text(RefundText.IN_PROPORTION);
    }

    private static Positions positions(GetRecoveryResponse books, Account account) {
        return books.getAccountsList().stream()
                .filter(each -> each.getAccount().getNumber().equals(account.getNumber())
                        && each.getAccount().getInstitutionCode().equals(account.getInstitutionCode()))
                .map(AccountPositions::getPositions)
                .findFirst()
                .orElse(Positions.getDefaultInstance());
    }

    private void books(Positions total) {
        line(
                RefundText.BOOKS,
                Formats.yuan(total.getReportedFen()),
                Formats.yuan(total.getHeldFen()),
                Formats.yuan(total.getFrozenFen()),
                Formats.yuan(total.getRestoredFen()),
                Formats.yuan(total.getUnknownFen()),
                total.getReturnedFen(),
                Formats.yuan(total.getReturnedFen()));
        line(
                RefundText.BOOKS_GONE,
                Formats.yuan(total.getCashFen()),
                Formats.yuan(total.getMerchantFen()),
                Formats.yuan(total.getLapsedFen()),
                Formats.yuan(total.getLiftedFen()));
    }

    private boolean isOfCase(Share share) {
        return share.getOwner() == OwnerKind.OWNER_KIND_VICTIM
                && share.getCaseId().equalsIgnoreCase(caseId);
    }

    private boolean isOfOthers(Share share) {
        return share.getOwner() == OwnerKind.OWNER_KIND_VICTIM && !isOfCase(share);
    }

    private static long sum(List<AccountShares> accounts, Predicate<Share> owner) {
        return accounts.stream()
                .flatMap(account -> account.getSharesList().stream())
                .filter(owner)
                .mapToLong(Share::getAmountFen)
                .reduce(0, Math::addExact);
    }

    private void line(RefundText text, Object... arguments) {
        console.print(console.fitted(console.text(text, arguments)));
    }
}
