package org.stoppayment.freeze.orders.persistence;

import com.ibm.icu.text.Transliterator;

/** Writes traditional Chinese characters in their simplified form, by the tables of Unicode CLDR. */
final class SimplifiedCharacters {

    /** Loaded at the first use, which takes a moment. */
    private static final class Table {
        static final Transliterator TRADITIONAL_TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    }

    private SimplifiedCharacters() {}

    static String of(String text) {
        return Table.TRADITIONAL_TO_SIMPLIFIED.transliterate(text);
    }
}
