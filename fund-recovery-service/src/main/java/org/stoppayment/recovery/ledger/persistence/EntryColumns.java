package org.stoppayment.recovery.ledger.persistence;

import java.util.function.Function;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/** The columns of entries that statements write. */
final class EntryColumns {

    private EntryColumns() {}

    /** The columns of the entry of each row. */
    static <T> RowParameters<T> of(Function<T, LedgerEntry> entry) {
        return RowParameters.<T>of()
                .uuid("entry_id", row -> entry.apply(row).entryId())
                .id("event_id", row -> entry.apply(row).eventId())
                .integer("ordinal", row -> entry.apply(row).ordinal())
                .id("case_id", row -> entry.apply(row).caseId())
                .text(
                        "institution_code",
                        row -> entry.apply(row).movement().account().institutionCode())
                .text(
                        "account_number",
                        row -> entry.apply(row).movement().account().number())
                .text(
                        "account_name",
                        row -> entry.apply(row).movement().account().name())
                .text(
                        "account_kind",
                        row -> entry.apply(row).movement().account().kind().name())
                .optionalId("application_id", row -> entry.apply(row).movement().applicationId())
                .text("cause", row -> entry.apply(row).movement().cause().name())
                .text("credited", row -> entry.apply(row).movement().credited().name())
                .text("debited", row -> entry.apply(row).movement().debited().name())
                .bigint(
                        "amount_fen",
                        row -> entry.apply(row).movement().amount().fen())
                .instant("occurred_at", row -> entry.apply(row).occurredAt());
    }
}
