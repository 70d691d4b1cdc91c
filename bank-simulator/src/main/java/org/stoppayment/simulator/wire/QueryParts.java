package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of answers to queries, with the field names of the contract. */
public final class QueryParts {

    private QueryParts() {}

    /** Who holds the account; the field names are those of the contract. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            String name,
            @Nullable String kind,
            String idDocumentType,
            String idDocumentNumber,
            Instant openedAt,
            String state,
            String phone) {}

    /** What is on the account; the field names are those of the contract. */
    public record Balance(long balanceFen, long availableFen, List<Hold> holds) {

        public Balance {
            holds = List.copyOf(holds);
        }
    }

    /** What holds money on it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hold(
            String kind,
            String authority,
            @Nullable Long amountFen,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** A page of its bookings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transactions(
            List<Booking> bookings,
            @Nullable Long openingBalanceFen,
            @Nullable String nextPageToken) {

        public Transactions {
            bookings = List.copyOf(bookings);
        }

        Transactions firstHalf() {
            return new Transactions(bookings.subList(0, bookings.size() / 2), openingBalanceFen, null);
        }
    }

    /** A booking; the field names are those of the contract. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Booking(
            String serial,
            String direction,
            String kind,
            long amountFen,
            Instant bookedAt,
            long sequence,
            Feedback.@Nullable Party counterparty,
            @Nullable Long balanceAfterFen) {}

    /** A page of the accounts of the holder. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accounts(
            List<HolderAccount> accounts, @Nullable String nextPageToken) {

        public Accounts {
            accounts = List.copyOf(accounts);
        }

        Accounts firstHalf() {
            return new Accounts(accounts.subList(0, accounts.size() / 2), null);
        }
    }

    /** One account of the holder. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HolderAccount(
            String number, @Nullable String kind, String state, long balanceFen, Instant openedAt) {}

    /** A watch. */
    public record Watch(Instant startedAt, Instant endsAt, long reports) {}

    /** What a watch has seen. */
    public record Report(long sequence, List<Booking> bookings, long balanceFen) {

        public Report {
            bookings = List.copyOf(bookings);
        }
    }
}
