package org.stoppayment.freeze.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What banks do with the messages of one kind, by account: each message takes the next step, the last step stays. */
final class BankScripts {

    private final Map<String, Deque<Bank>> byAccount = new ConcurrentHashMap<>();

    void put(String accountNumber, Bank... steps) {
        byAccount.put(accountNumber, new ArrayDeque<>(Arrays.asList(steps)));
    }

    /** The next step of an account, or {@code unscripted} if it has none. */
    Bank next(String accountNumber, Bank unscripted) {
        Deque<Bank> script = byAccount.get(accountNumber);
        if (script == null) {
            return unscripted;
        }
        synchronized (script) {
            return script.size() > 1 ? script.poll() : script.peek();
        }
    }

    void clear() {
        byAccount.clear();
    }
}
