package org.stoppayment.gateway.registry;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a registry, collected so that one start shows it all. */
final class Findings {

    private final List<String> all = new ArrayList<>();

    void add(String where, String value, String expected) {
        all.add(where + ": " + value + " (expected: " + expected + ")");
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
