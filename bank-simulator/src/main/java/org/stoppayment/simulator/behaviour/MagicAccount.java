package org.stoppayment.simulator.behaviour;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Account numbers with a fixed behaviour at every institution, without a world. Unless stated otherwise, any name, amount and time
 * match, and the balance is the sum of the order's transfers. As the payee of a refund, the account decides how the refund goes.
 * All numbers pass Luhn.
 */
public enum MagicAccount {
    /** 0301: exists with another name. */
    NAME_MISMATCH("6299990000000000012"),
    /** 0300: does not exist. */
    NO_ACCOUNT("6299990000000000020"),
    /** 1302: another authority has frozen a part of the balance. */
    ALREADY_HELD("6299990000000000038"),
    /** 1200: stopped, but half of the sum has left already (no outflows are reported). */
    BALANCE_SHORT("6299990000000000046"),
    /** 1304: the account had its two stops. */
    THIRD_STOP("6299990000000000053"),
    /** Books the stop at once and always answers after the gateway's time-out. */
    SLOW("6299990000000000061"),
    /** 202, then the same feedback is called back twice. */
    DUPLICATE_CALLBACK("6299990000000000079"),
    /** 202, and the feedback is called back after a delay (5 s by default). */
    LATE_CALLBACK("6299990000000000087"),
    /** Books the stop and always answers 200 with a body that is not JSON. */
    GARBAGE("6299990000000000095"),
    /** Never answers and never books; an inquiry gets 404. */
    NEVER_ANSWERS("6299990000000000103"),
    /** A refund to it is paid; its institution sends the money back after the delay of {@link #LATE_CALLBACK}. */
    PAYEE_CLOSED("6299990000000000111");

    private static final Map<String, MagicAccount> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toMap(MagicAccount::number, Function.identity()));

    private final String number;

    MagicAccount(String number) {
        this.number = number;
    }

    /** The account number, the same at every institution. */
    public String number() {
        return number;
    }

    /** The magic account with this number, empty when the number is not magic. */
    public static Optional<MagicAccount> of(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
