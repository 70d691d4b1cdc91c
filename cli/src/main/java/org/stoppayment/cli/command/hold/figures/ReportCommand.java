package org.stoppayment.cli.command.hold.figures;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsResponse;
import org.stoppayment.proto.freeze.v1.HoldDimension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts holds for reports. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Counts stops and freezes for reports.",
            "Says how many are in effect, lapsed or were lifted, what they hold, and how much of it is more than the",
            "cases' money, in yuan and in yuan multiplied by hours.",
            "A hold counts in the month in which it was ordered (Asia/Shanghai). Sums are computed from what is known now."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold report                                  the last 12 months",
            "  stoppay hold report --from 2026-01 --to 2026-03 --by fraud,bank",
            "  stoppay hold report --by month,bank --csv > holds.csv  for a spreadsheet"
        })
public final class ReportCommand extends ServiceCommandBase {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DEFAULT_MONTHS = 12;

    /** By what rows are grouped, as it is typed. */
    enum Grouping {
        MONTH(HoldDimension.HOLD_DIMENSION_MONTH),
        FRAUD(HoldDimension.HOLD_DIMENSION_FRAUD_TYPE),
        BANK(HoldDimension.HOLD_DIMENSION_INSTITUTION);

        private final HoldDimension dimension;

        Grouping(HoldDimension dimension) {
            this.dimension = dimension;
        }

        HoldDimension dimension() {
            return dimension;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            description = "First month, such as 2026-01. Default: 11 months before the last one.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MONTH", description = "Last month. Default: this month.")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            split = ",",
            description = "One row for each month, fraud (kind of fraud) or bank; several with commas. Default: month.")
    private List<Grouping> by = new ArrayList<>(List.of(Grouping.MONTH));

    @Option(
            names = "--csv",
            description = "Print comma-separated values in UTF-8 with a byte order mark, as spreadsheets expect them.")
    private boolean csv;

    ReportCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (csv && output().json()) {
            throw CliException.usage(FiguresText.CSV_OR_JSON);
        }
        if (first().isAfter(last())) {
            throw CliException.usage(FiguresText.MONTHS_REVERSED, first(), last());
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetHoldStatisticsResponse answer = clients.holdStatistics()
                .getHoldStatistics(GetHoldStatisticsRequest.newBuilder()
                        .setFrom(Moments.timestamp(
                                first().atDay(1).atStartOfDay(ZONE).toInstant()))
                        .setUntil(Moments.timestamp(
                                last().plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()))
                        .addAllGroupBy(
                                by.stream().distinct().map(Grouping::dimension).toList())
                        .build());
        if (csv) {
            console().print(HoldReportCsv.of(answer.getRowsList(), console().vocabulary()));
            return ExitCode.OK;
        }
        return show(answer, () -> console()
                .print(new HoldReportTable(console(), context().clock().instant())
                        .render(answer.getRowsList(), answer.getTotal())));
    }

    private YearMonth first() {
        return Optional.ofNullable(from).map(typed -> month("--from", typed)).orElseGet(() -> last().minusMonths(
                        DEFAULT_MONTHS - 1L));
    }

    private YearMonth last() {
        return Optional.ofNullable(to)
                .map(typed -> month("--to", typed))
                .orElseGet(() -> YearMonth.from(context().clock().instant().atZone(ZONE)));
    }

    private static YearMonth month(String option, String typed) {
        if (!typed.strip().matches("2[0-9]{3}-(0[1-9]|1[0-2])")) {
            throw CliException.usage(FiguresText.MONTH_INVALID, option, typed);
        }
        return YearMonth.parse(typed.strip());
    }
}
