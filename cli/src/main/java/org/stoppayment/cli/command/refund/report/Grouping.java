package org.stoppayment.cli.command.refund.report;

import java.util.Locale;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.recovery.v1.RecoveryDimension;
import org.stoppayment.proto.recovery.v1.RecoveryGroup;

/** By what figures are grouped, as it is typed. */
enum Grouping {
    MONTH(RecoveryDimension.RECOVERY_DIMENSION_MONTH),
    FRAUD(RecoveryDimension.RECOVERY_DIMENSION_FRAUD_TYPE),
    STATION(RecoveryDimension.RECOVERY_DIMENSION_STATION),
    AGE(RecoveryDimension.RECOVERY_DIMENSION_AGE),
    INSTITUTION(RecoveryDimension.RECOVERY_DIMENSION_INSTITUTION),
    LEVEL(RecoveryDimension.RECOVERY_DIMENSION_LEVEL);

    private final RecoveryDimension dimension;

    Grouping(RecoveryDimension dimension) {
        this.dimension = dimension;
    }

    RecoveryDimension dimension() {
        return dimension;
    }

    /** The part of a group, as people read it. */
    String shown(Console console, RecoveryGroup group) {
        String part =
                switch (this) {
                    case FRAUD ->
                        group.getFraudType() == FraudType.FRAUD_TYPE_UNSPECIFIED
                                ? ""
                                : console.vocabulary().value(group.getFraudType());
                    case AGE -> console.vocabulary().value(group.getAge());
                    case INSTITUTION -> console.vocabulary().institutionName(group.getInstitutionCode());
                    case LEVEL ->
                        group.getLevel() == 0
                                ? console.text(ReportText.LEVEL_NOT_KNOWN)
                                : console.text(ReportText.LEVEL, group.getLevel());
                    case MONTH, STATION -> typed(group);
                };
        return part.isEmpty() ? console.text(ReportText.NOT_KNOWN) : part;
    }

    /** The part of a group, the same in all languages; empty when it is not known. */
    String typed(RecoveryGroup group) {
        return switch (this) {
            case MONTH -> group.getMonth();
            case FRAUD ->
                group.getFraudType() == FraudType.FRAUD_TYPE_UNSPECIFIED
                        ? ""
                        : Vocabulary.shortName(group.getFraudType());
            case STATION -> group.getStation();
            case AGE -> Vocabulary.shortName(group.getAge());
            case INSTITUTION -> group.getInstitutionCode();
            case LEVEL -> group.getLevel() == 0 ? "" : Integer.toString(group.getLevel());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
