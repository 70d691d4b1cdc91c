package org.stoppayment.kit.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.proto.common.v1.Account;

/** Converts the common messages of the contract: timestamps and accounts. */
public final class CommonWire {

    private static final String KIND_PREFIX = "ACCOUNT_KIND_";
    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int MAX_NANOS = 999_999_999;

    private CommonWire() {}

    /** The moment as a protobuf timestamp. */
    public static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    /** The moment of a timestamp; check untrusted input with {@link #isPossible} first. */
    public static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /** True when the moment is in the years 1 to 9999, the range of a protobuf timestamp and of RFC 3339. */
    public static boolean isPossible(Timestamp timestamp) {
        return timestamp.getSeconds() >= FIRST_SECOND
                && timestamp.getSeconds() <= LAST_SECOND
                && timestamp.getNanos() >= 0
                && timestamp.getNanos() <= MAX_NANOS;
    }

    /** The account as a message. */
    public static Account account(String institutionCode, String number, String name, AccountKind kind) {
        return Account.newBuilder()
                .setInstitutionCode(institutionCode)
                .setNumber(number)
                .setName(name)
                .setKind(org.stoppayment.proto.common.v1.AccountKind.valueOf(KIND_PREFIX + kind.name()))
                .build();
    }

    /** The kind of a message; a kind that this version does not know is UNSPECIFIED, because it only describes the account. */
    public static AccountKind kind(org.stoppayment.proto.common.v1.AccountKind kind) {
        return kind == org.stoppayment.proto.common.v1.AccountKind.UNRECOGNIZED
                ? AccountKind.UNSPECIFIED
                : AccountKind.valueOf(kind.name().substring(KIND_PREFIX.length()));
    }
}
