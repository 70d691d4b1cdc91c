package org.stoppayment.cli.command.refund.report;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reports what became of the money of cases. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Reports what became of the money of cases.",
            "How much was reported, stopped, frozen and returned, how long it took from the call to the payment, and how",
            "much is held above the shares of victims.",
            "A case counts on the day of its call (Asia/Shanghai). Sums are those of the books as they are now. What each",
            "figure means is in docs/refunds.md, and on the page that --html writes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay recovery report               the last 12 months, by month",
            "  stoppay recovery report --from 2026-01-01 --until 2026-03-31 --by level",
            "  stoppay recovery report --by station,fraud --csv > recovery.csv",
            "  stoppay recovery report --by institution --html recovery.html --lang zh"
        })
public final class RecoveryReportCommand extends ServiceCommandBase {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DEFAULT_MONTHS = 12;
    private static final int MAX_DAYS = 3_700;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "First day of calls, such as 2026-01-01. Default: the first of the month, 11 months before --until.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DATE", description = "Last day of calls. Default: today.")
    private @Nullable String until;

    @Option(
            names = "--by",
            paramLabel = "GROUPS",
            split = ",",
            defaultValue = "month",
            description = {
                "month, fraud, station (who took the report), age (time since the call), institution, level (of the",
                "account); several with commas. Default: month."
            })
    private List<Grouping> by = new ArrayList<>();

    @Option(names = "--csv", description = "Comma-separated values, UTF-8 with a byte order mark, for a spreadsheet.")
    private boolean csv;

    @Option(
            names = "--html",
            paramLabel = "FILE.html",
            description = "Also write it as a page with charts and their tables, in one file that fetches nothing.")
    private @Nullable Path html;

    RecoveryReportCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (csv && output().json()) {
            throw CliException.usage(ReportText.CSV_OR_JSON);
        }
        if (first().isAfter(last())) {
            throw CliException.usage(ReportText.DATES_REVERSED, first().toString(), last().toString());
        }
        if (ChronoUnit.DAYS.between(first(), last()) >= MAX_DAYS) {
            throw CliException.usage(ReportText.PERIOD_TOO_LONG, first().toString(), MAX_DAYS);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        Optional<ReportFile> file = Optional.ofNullable(html)
                .map(context().workingDirectory()::resolve)
                .map(ReportFile::at);
        List<Grouping> groupings = by.stream().distinct().toList();
        RecoveryReport report = new RecoveryReport(
                console(),
                first(),
                last(),
                groupings,
                clients.reports()
                        .getRecoveryFigures(GetRecoveryFiguresRequest.newBuilder()
                                .setFrom(Moments.timestamp(
                                        first().atStartOfDay(ZONE).toInstant()))
                                .setUntil(Moments.timestamp(
                                        last().plusDays(1).atStartOfDay(ZONE).toInstant()))
                                .addAllGroupBy(groupings.stream()
                                        .map(Grouping::dimension)
                                        .toList())
                                .build()));
        if (csv) {
            console().print(report.csv());
        } else {
            show(report.answer(), () -> print(report));
        }
        report.notes().forEach(console()::progress);
        file.ifPresent(page -> {
            page.write(RecoveryReportPage.of(report));
            console().progress(console().text(ReportText.PAGE_WRITTEN, page.path()));
        });
        return ExitCode.OK;
    }

    private void print(RecoveryReport report) {
        console().print(console().fitted(console().text(ReportText.PERIOD, first().toString(), last().toString())));
        console().print(report.grid("", List.of(RecoveryFigure.values())).render(console()));
    }

    private LocalDate first() {
        return Optional.ofNullable(from).map(typed -> date("--from", typed)).orElseGet(() -> last().withDayOfMonth(1)
                .minusMonths(DEFAULT_MONTHS - 1L));
    }

    private LocalDate last() {
        return Optional.ofNullable(until)
                .map(typed -> date("--until", typed))
                .orElseGet(() -> context().clock().instant().atZone(ZONE).toLocalDate());
    }

    private static LocalDate date(String option, String typed) {
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            if (date.getYear() >= 1 && date.getYear() < 9_999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // Refused below, like a date that the contract cannot carry.
        }
        throw CliException.usage(ReportText.DATE_INVALID, option, typed);
    }
}
