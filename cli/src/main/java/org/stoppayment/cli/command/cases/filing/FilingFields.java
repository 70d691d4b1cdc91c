package org.stoppayment.cli.command.cases.filing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.intake.v1.FilingFacts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a filing says, as typed. */
final class FilingFields {

    @Option(names = "--number", paramLabel = "TEXT", description = "Number of the filing (立案号), 1..100 characters.")
    private @Nullable String number;

    @Option(
            names = "--filed-by",
            paramLabel = "NAME",
            description = "Organisation that filed the case (立案单位). Default: the officer's.")
    private @Nullable String filedBy;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When the case was filed: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00.")
    private @Nullable String at;

    @Mixin
    private DocumentOption document = new DocumentOption();

    /** Fails when an option is missing that a first filing needs. */
    void requireAll() {
        require("--number", number);
        require("--at", at);
        document.require();
    }

    private static void require(String option, @Nullable String value) {
        if (value == null) {
            throw CliException.usage(FilingText.OPTION_MISSING, option);
        }
    }

    /** Fails when the document is given twice. */
    void check() {
        document.check();
    }

    /** The facts with what is typed in place of what they said; fails when the moment or the document cannot be read. */
    FilingFacts applyTo(FilingFacts before, Context context) {
        FilingFacts.Builder facts = before.toBuilder();
        Optional.ofNullable(number).map(String::strip).ifPresent(facts::setNumber);
        Optional.ofNullable(filedBy).map(String::strip).ifPresent(facts::setOrganisation);
        Optional.ofNullable(at)
                .map(typed -> Moments.parse(typed, context.console().texts().zone())
                        .orElseThrow(() -> CliException.usage(FilingText.AT_INVALID, typed)))
                .ifPresent(facts::setFiledAt);
        document.digest(context).ifPresent(facts::setDocumentDigest);
        return facts.build();
    }
}
