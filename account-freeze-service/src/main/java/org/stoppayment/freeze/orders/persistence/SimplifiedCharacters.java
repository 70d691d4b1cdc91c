package org.stoppayment.freeze.orders.persistence;

import com.ibm.icu.text.Transliterator;

/** Writes traditional Chinese characters in their simplified form, by the tables of Unicode CLDR. */
final class SimplifiedCharacters {

    private static volatile boolean loaded;

    /** Loading takes a good part of a second. */
    private static final class Table {
        static final Transliterator TRADITIONAL_TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    }

    private SimplifiedCharacters() {}

    /** The text in simplified characters. Loads the tables first, unless {@link #isLoaded}. */
    static String of(String text) {
        String simplified = Table.TRADITIONAL_TO_SIMPLIFIED.transliterate(text);
        loaded = true;
        return simplified;
    }

    /** True once the tables are loaded: then it takes microseconds. */
    static boolean isLoaded() {
        return loaded;
    }

    /** Loads the tables. */
    static void load() {
        of("");
    }
}
