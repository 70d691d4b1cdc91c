package org.stoppayment.cli.command.cases.filing;

import com.google.protobuf.Timestamp;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.intake.v1.FilingFacts;
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

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "The document (立案决定书). Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path document;

    @Option(
            names = "--digest",
            paramLabel = "HEX",
            description = "SHA-256 of the document instead, 64 hexadecimal digits.")
    private @Nullable String digest;

    /** Fails when an option is missing that a first filing needs. */
    void requireAll() {
        require("--number", number);
        require("--at", at);
        if (document == null) {
            require("--document", digest);
        }
    }

    private static void require(String option, @Nullable String value) {
        if (value == null) {
            throw CliException.usage(FilingText.OPTION_MISSING, option);
        }
    }

    /** Fails when the document is given twice. */
    void check() {
        if (document != null && digest != null) {
            throw CliException.usage(FilingText.ONE_DOCUMENT);
        }
    }

    /** The facts with what is typed in place of what they said; fails when the moment or the document cannot be read. */
    FilingFacts applyTo(FilingFacts before, Context context) {
        FilingFacts.Builder facts = before.toBuilder();
        Optional.ofNullable(number).map(String::strip).ifPresent(facts::setNumber);
        Optional.ofNullable(filedBy).map(String::strip).ifPresent(facts::setOrganisation);
        Optional.ofNullable(at)
                .map(typed -> moment(typed.strip(), context.console().texts().zone()))
                .ifPresent(facts::setFiledAt);
        Optional.ofNullable(document)
                .map(context.workingDirectory()::resolve)
                .map(DocumentDigest::of)
                .or(() -> Optional.ofNullable(digest).map(String::strip))
                .ifPresent(facts::setDocumentDigest);
        return facts.build();
    }

    private static Timestamp moment(String text, ZoneId zone) {
        Instant moment = parsed(() -> OffsetDateTime.parse(text).toInstant())
                .or(() -> parsed(() -> LocalDateTime.parse(text).atZone(zone).toInstant()))
                .orElseThrow(() -> CliException.usage(FilingText.AT_INVALID, text));
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    private static Optional<Instant> parsed(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
