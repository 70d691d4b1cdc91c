package org.stoppayment.cli.command.refund.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;

/** The figures of recovery, in the order of their columns. The text of each is its heading. */
enum RecoveryFigure implements TextKey {
    CASES(Unit.COUNT, RecoveryFigures::getCases),
    REPORTED(Unit.YUAN, figures -> figures.getPositions().getReportedFen()),
    STOPPED(Unit.YUAN, RecoveryFigures::getStoppedFen),
    RETURNED(Unit.YUAN, figures -> figures.getPositions().getReturnedFen()),
    RETURN_RATE(Unit.PERCENT, RecoveryFigures::hasReturnRateBasisPoints, RecoveryFigures::getReturnRateBasisPoints),
    HELD(Unit.YUAN, figures -> figures.getPositions().getHeldFen()),
    FROZEN(Unit.YUAN, figures -> figures.getPositions().getFrozenFen()),
    EVER_FROZEN(Unit.YUAN, RecoveryFigures::getEverFrozenFen),
    LIFTED(Unit.YUAN, figures -> figures.getPositions().getLiftedFen()),
    LAPSED(Unit.YUAN, figures -> figures.getPositions().getLapsedFen()),
    CASH(Unit.YUAN, figures -> figures.getPositions().getCashFen()),
    MERCHANT(Unit.YUAN, figures -> figures.getPositions().getMerchantFen()),
    RESTORED(Unit.YUAN, figures -> figures.getPositions().getRestoredFen()),
    UNKNOWN(Unit.YUAN, figures -> figures.getPositions().getUnknownFen()),
    PAYMENTS(Unit.COUNT, RecoveryFigures::getPayments),
    DAYS_P50(Unit.DAYS, RecoveryFigures::hasDaysToReturnP50, RecoveryFigures::getDaysToReturnP50),
    DAYS_P95(Unit.DAYS, RecoveryFigures::hasDaysToReturnP95, RecoveryFigures::getDaysToReturnP95),
    UNOWNED(Unit.YUAN, RecoveryFigures::getUnownedFen),
    UNATTRIBUTED(Unit.YUAN, RecoveryFigures::getUnattributedFen);

    /** What a figure counts. */
    private enum Unit {
        COUNT,
        YUAN,
        PERCENT,
        DAYS
    }

    private static final int HUNDREDTHS = 2;

    private final Unit unit;
    private final Function<RecoveryFigures, OptionalLong> value;

    RecoveryFigure(Unit unit, ToLongFunction<RecoveryFigures> value) {
        this(unit, figures -> true, value);
    }

    RecoveryFigure(Unit unit, Predicate<RecoveryFigures> isKnown, ToLongFunction<RecoveryFigures> value) {
        this.unit = unit;
        this.value =
                figures -> isKnown.test(figures) ? OptionalLong.of(value.applyAsLong(figures)) : OptionalLong.empty();
    }

    /** In fen, basis points or as it is; empty when there is none. */
    OptionalLong of(RecoveryFigures figures) {
        return value.apply(figures);
    }

    /** As people read it. */
    String shown(RecoveryFigures figures) {
        OptionalLong known = of(figures);
        if (known.isEmpty()) {
            return Formats.orDash("");
        }
        long number = known.getAsLong();
        return switch (unit) {
            case YUAN -> Formats.yuan(number);
            case PERCENT -> Formats.percent(BigDecimal.valueOf(number, HUNDREDTHS));
            case COUNT, DAYS -> Long.toString(number);
        };
    }

    /** Its column of comma-separated values. */
    String column() {
        String name = name().toLowerCase(Locale.ROOT);
        return switch (unit) {
            case YUAN -> name + "_yuan";
            case PERCENT -> name + "_percent";
            case COUNT, DAYS -> name;
        };
    }

    /** Its cell there: a number, or nothing. */
    Object cell(RecoveryFigures figures) {
        OptionalLong known = of(figures);
        if (known.isEmpty()) {
            return "";
        }
        return switch (unit) {
            case YUAN, PERCENT -> BigDecimal.valueOf(known.getAsLong(), HUNDREDTHS);
            case COUNT, DAYS -> known.getAsLong();
        };
    }
}
