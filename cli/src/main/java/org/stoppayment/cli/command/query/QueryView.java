package org.stoppayment.cli.command.query;

import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.AccountBalance;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** All that is known about a query. Masking is up to the caller. */
final class QueryView {

    private final Console console;
    private final AnswerTables tables;

    QueryView(Console console) {
        this.console = console;
        this.tables = new AnswerTables(console);
    }

    /** Prints what was asked, what it rests on, and what was answered. */
    void print(Query query) {
        line(
                QueryText.QUERY_LINE,
                query.getApplicationId(),
                console.vocabulary().value(query.getKind()),
                QueryTable.state(console, query),
                reasons(query));
        line(QueryText.CASE_LINE, query.getCaseId());
        line(
                QueryText.ACCOUNT_LINE,
                Formats.number(query.getAccount()),
                Formats.orDash(
                        console.vocabulary().institution(query.getAccount().getInstitutionCode())),
                Formats.orDash(query.getAccount().getName()));
        question(query);
        basis(query);
        line(
                QueryText.ORDERED_LINE,
                console.moment(query.getRequestedAt()),
                DecisionTable.officer(console, query.getOperator()));
        progress(query);
        if (query.hasAnswer()) {
            answer(query.getAnswer());
        }
        if (query.getKind() == QueryKind.QUERY_KIND_WATCH) {
            watch(query);
        }
        if (!query.getNextApplicationId().isEmpty()) {
            line(QueryText.NEXT_PAGE_LINE, query.getNextApplicationId());
        }
    }

    private void line(QueryText text, Object... arguments) {
        console.print(console.fitted(console.text(text, arguments)));
    }

    /** Why a person must ask, and what the institution said last. */
    private String reasons(Query query) {
        return console.texts()
                .listed(Stream.of(
                                console.vocabulary().code(query.getManualReason()),
                                console.vocabulary().resultCode(query.getResultCode()))
                        .filter(reason -> !reason.isEmpty())
                        .toList());
    }

    private void question(Query query) {
        if (query.hasSince()) {
            line(QueryText.SINCE_LINE, console.moment(query.getSince()));
        }
        if (query.hasUntil()) {
            line(QueryText.UNTIL_LINE, console.moment(query.getUntil()));
        }
        if (!query.getOriginalApplicationId().isEmpty()) {
            line(QueryText.ENDS_WATCH_LINE, query.getOriginalApplicationId());
        }
        line(QueryText.REASON_LINE, Formats.orDash(console.vocabulary().reason(query.getReason())));
    }

    private void basis(Query query) {
        if (query.hasLegalBasis()) {
            LegalBasis basis = query.getLegalBasis();
            line(QueryText.FILED_LINE, basis.getFilingNumber(), basis.getOrganisation());
        } else {
            line(QueryText.BASIS_LINE, query.getEmergency().getOrganisation());
        }
    }

    private void progress(Query query) {
        if (query.hasAnsweredAt()) {
            line(QueryText.ANSWERED_LINE, console.moment(query.getAnsweredAt()));
        }
        if (query.getState() == QueryState.QUERY_STATE_ANSWERED && query.hasAnsweredAt() && !query.getComplete()) {
            line(QueryText.OWED_LINE);
        }
        names(QueryText.MISSING_LINE, query.getMissingList());
        names(QueryText.MISMATCHED_LINE, query.getAnswer().getMismatchedList());
    }

    private void names(QueryText text, List<String> fields) {
        if (!fields.isEmpty()) {
            line(
                    text,
                    console.texts()
                            .listed(fields.stream()
                                    .map(field -> console.vocabulary().code(field))
                                    .toList()));
        }
    }

    private void answer(QueryAnswer answer) {
        if (answer.hasHolder()) {
            holder(answer.getHolder());
        }
        if (answer.hasBalance()) {
            balance(answer.getBalance());
        }
        if (answer.hasTransactions()) {
            section(tables.bookings(answer.getTransactions().getBookingsList()));
        }
        if (answer.hasAccounts()) {
            section(tables.accounts(answer.getAccounts().getAccountsList()));
        }
        if (answer.getWatch().hasStartedAt()) {
            line(QueryText.WATCHED_LINE, console.moment(answer.getWatch().getStartedAt()));
        }
    }

    private void holder(AccountHolder holder) {
        line(QueryText.HOLDER_LINE, Formats.orDash(holder.getName()));
        line(
                QueryText.DOCUMENT_LINE,
                (Formats.orDash(holder.getIdDocumentNumber()) + "  "
                                + console.vocabulary().value(holder.getIdDocumentType()))
                        .strip());
        line(QueryText.PHONE_LINE, Formats.orDash(holder.getPhone()));
        if (holder.hasOpenedAt()) {
            line(QueryText.OPENED_LINE, console.moment(holder.getOpenedAt()));
        }
        line(QueryText.STATE_LINE, console.vocabulary().value(holder.getState()));
    }

    private void balance(AccountBalance balance) {
        line(
                QueryText.BALANCE_LINE,
                balance.hasBalanceFen() ? Formats.yuan(balance.getBalanceFen()) : Formats.orDash(""));
        line(
                QueryText.AVAILABLE_LINE,
                balance.hasAvailableFen() ? Formats.yuan(balance.getAvailableFen()) : Formats.orDash(""));
        section(tables.holds(balance.getHoldsList()));
    }

    private void watch(Query query) {
        line(QueryText.REPORTS_LINE, query.getReports());
        if (!query.getEndApplicationId().isEmpty()) {
            line(QueryText.ENDED_BY_LINE, query.getEndApplicationId());
        }
        if (query.getWatchReportsCount() > 0) {
            section(tables.bookings(query.getWatchReportsList().stream()
                    .flatMap(report -> report.getBookingsList().stream())
                    .toList()));
        }
    }

    /** After a blank line. */
    private void section(String text) {
        console.print("");
        console.print(text);
    }
}
