package org.stoppayment.cli.command.refund.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.command.common.values.WholeNumbers;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import picocli.CommandLine.Option;

/** By what the plans of a batch are chosen. */
final class CriteriaOptions {

    private static final int MAX_DAYS = 36_500;

    @Option(
            names = "--station",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only plans of cases whose report this desk took, by its whole name.")
    private String station = "";

    @Option(
            names = "--institution",
            paramLabel = "BANK",
            defaultValue = "",
            description = "Only plans of accounts at this institution, by code or name.")
    private String institution = "";

    @Option(names = "--from-sum", paramLabel = "SUM", description = "Only plans that pay at least this, in yuan.")
    private @Nullable String fromSum;

    @Option(names = "--to-sum", paramLabel = "SUM", description = "Only plans that pay at most this, in yuan.")
    private @Nullable String toSum;

    @Option(
            names = "--from-days",
            paramLabel = "N",
            description = "Only plans of cases whose call is at least so many days ago.")
    private @Nullable String fromDays;

    @Option(
            names = "--to-days",
            paramLabel = "N",
            description = "Only plans of cases whose call is at most so many days ago.")
    private @Nullable String toDays;

    @Option(
            names = "--approved",
            description = "Plans that are approved and can be paid. Default: plans that can be submitted.")
    private boolean approved;

    @Option(names = "--rejected", description = "Plans that were rejected, to submit them again.")
    private boolean rejected;

    @Option(
            names = "--except",
            paramLabel = "PLAN",
            description = "Leave this plan out, by its id; may be repeated, at most 100 times.")
    private List<String> except = new ArrayList<>();

    /** Fails when a sum or a number of days is none, or a range is reversed. */
    void check() {
        if (approved && rejected) {
            throw CliException.usage(BatchText.ONE_STAGE);
        }
        BatchCriteria typed = numbers();
        if (typed.hasFromFen() && typed.hasToFen() && typed.getToFen() < typed.getFromFen()) {
            throw CliException.usage(
                    BatchText.RANGE_REVERSED,
                    "--to-sum",
                    Formats.yuan(typed.getToFen()),
                    Formats.yuan(typed.getFromFen()));
        }
        if (typed.hasFromDays() && typed.hasToDays() && typed.getToDays() < typed.getFromDays()) {
            throw CliException.usage(
                    BatchText.RANGE_REVERSED,
                    "--to-days",
                    String.valueOf(typed.getToDays()),
                    String.valueOf(typed.getFromDays()));
        }
    }

    /** The criteria; fails when the institution is not known. */
    BatchCriteria criteria(InstitutionLookup institutions) {
        BatchCriteria.Builder criteria = numbers().toBuilder().setStation(station);
        if (!institution.isEmpty()) {
            criteria.setInstitutionCode(institutions.codeOf("--institution", institution));
        }
        except.stream()
                .map(plan -> plan.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .forEach(criteria::addExceptPlanIds);
        return criteria.build();
    }

    private BatchPlanStage stage() {
        if (rejected) {
            return BatchPlanStage.BATCH_PLAN_STAGE_REJECTED;
        }
        return approved ? BatchPlanStage.BATCH_PLAN_STAGE_APPROVED : BatchPlanStage.BATCH_PLAN_STAGE_READY;
    }

    private BatchCriteria numbers() {
        BatchCriteria.Builder criteria = BatchCriteria.newBuilder().setStage(stage());
        if (fromSum != null) {
            criteria.setFromFen(Yuan.typedOrNothing("--from-sum", fromSum));
        }
        if (toSum != null) {
            criteria.setToFen(Yuan.typedOrNothing("--to-sum", toSum));
        }
        if (fromDays != null) {
            criteria.setFromDays(days("--from-days", fromDays));
        }
        if (toDays != null) {
            criteria.setToDays(days("--to-days", toDays));
        }
        return criteria.build();
    }

    private static int days(String option, String typed) {
        try {
            return Math.toIntExact(WholeNumbers.parse(typed, 0, MAX_DAYS));
        } catch (IllegalArgumentException invalid) {
            throw CliException.usage(BatchText.NUMBER_INVALID, option, typed, String.valueOf(MAX_DAYS));
        }
    }
}
