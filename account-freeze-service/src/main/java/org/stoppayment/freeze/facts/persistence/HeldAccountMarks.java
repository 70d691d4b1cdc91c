package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.domain.ReportedTransfer;
import org.stoppayment.freeze.queries.application.RequestsConfig;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.ValueParameters;

/**
 * Marks held accounts of which something new is told, in the transaction that tells it: what is missing of them is asked for a little later.
 * This is done here and not by the statements that change the rows, so that nothing that money waits for does more.
 */
@ApplicationScoped
class HeldAccountMarks {

    private static final BatchStatement<Marks> MARK = BatchStatement.<Marks>of("sql/facts/mark_held_accounts.sql")
            .rows(
                    "accounts",
                    RowParameters.<Mark>of()
                            .text("institution_code", mark -> mark.account().institutionCode())
                            .text("account_number", mark -> mark.account().number())
                            .bool("is_held", Mark::isHeld)
                            .bool("is_balance", Mark::isBalance),
                    Marks::accounts)
            .values(
                    ValueParameters.<Marks>of()
                            .instant("statement_due_at", Marks::statementDueAt)
                            .instant("balance_due_at", Marks::balanceDueAt),
                    marks -> marks)
            .build();

    private final RequestsConfig config;
    private final InstantSource clock;

    HeldAccountMarks(RequestsConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * An account of which something new is told.
     *
     * @param isHeld true when that is a measure in effect
     * @param isBalance true when that is a balance, which is asked for every day
     */
    record Mark(AccountRef.Key account, boolean isHeld, boolean isBalance) {

        /** The account of a balance. */
        static Mark ofBalance(AccountRef.Key account) {
            return new Mark(account, false, true);
        }

        /** The account of a booking, and the one that it paid. */
        static Stream<Mark> of(Booking booking) {
            return Stream.concat(
                            Stream.of(booking.account()),
                            booking.counterparty().stream().filter(party -> booking.direction() == Direction.OUT))
                    .map(account -> new Mark(account.key(), false, false));
        }

        /** The account of a measure. */
        static Mark of(Hold hold) {
            return new Mark(hold.account().key(), hold.isInEffect(), false);
        }

        /** The account that a victim reported. */
        static Mark of(ReportedTransfer transfer) {
            return new Mark(transfer.payee().key(), false, false);
        }
    }

    private record Marks(List<Mark> accounts, Instant statementDueAt, Instant balanceDueAt) {}

    /** Marks accounts. */
    Uni<Void> mark(SqlConnection connection, List<Mark> accounts) {
        Instant now = clock.instant();
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : MARK.execute(
                                connection,
                                new Marks(
                                        accounts,
                                        now.plus(config.statementDelay()),
                                        now.plus(config.balanceInterval())))
                        .replaceWithVoid();
    }
}
