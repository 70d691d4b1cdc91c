package org.stoppayment.simulator.behaviour;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Account numbers that behave in a known way at every institution, without a world. Unless said otherwise they match any
 * name, amount and time, and hold the sum of the order's transfers. All of them pass Luhn.
 */
public enum MagicAccount {
    /** 0301: exists, under another name. */
    NAME_MISMATCH("6299990000000000012"),
    /** 0300: does not exist. */
    NO_ACCOUNT("6299990000000000020"),
    /** 1302: a limited freeze of another authority stands. */
    ALREADY_HELD("6299990000000000038"),
    /** 1200: stopped, but half of the sum is gone already (the institution does not say where to). */
    BALANCE_SHORT("6299990000000000046"),
    /** 1304: the account had its two stops. */
    THIRD_STOP("6299990000000000053"),
    /** Books the stop at once and answers only after the gateway's time-out; every time. */
    SLOW("6299990000000000061"),
    /** 202, then the same feedback is called back twice. */
    DUPLICATE_CALLBACK("6299990000000000079"),
    /** 202, and the feedback is called back only after a while (5 s unless configured otherwise). */
    LATE_CALLBACK("6299990000000000087"),
    /** Books the stop and answers 200 with a body that is not JSON; every time. */
    GARBAGE("6299990000000000095"),
    /** Never answers and never books; an inquiry says that the order is not known. */
    NEVER_ANSWERS("6299990000000000103");

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

    /** The magic account with this number, empty when the number is an ordinary one. */
    public static Optional<MagicAccount> of(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
