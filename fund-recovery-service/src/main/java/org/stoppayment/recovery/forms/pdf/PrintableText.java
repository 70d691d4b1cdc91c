package org.stoppayment.recovery.forms.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Makes text printable: a character that no font has becomes 〓, and is counted. Nothing is left out silently. */
final class PrintableText {

    /** What Chinese print puts in the place of a character that is missing. */
    static final String REPLACEMENT = "〓";

    private final FormFonts fonts;
    private final Set<Integer> missing = new HashSet<>();
    private boolean needsRare;

    PrintableText(FormFonts fonts) {
        this.fonts = fonts;
    }

    /** The text with what can be printed. Spaces and line breaks stay. */
    String of(String text) throws IOException {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\n' || character == ' ') {
                printable.appendCodePoint(character);
            } else if (Character.isISOControl(character)) {
                replace(printable, character); // some fonts have a glyph for it, but no page can have the character
            } else if (fonts.hasMain(character)) {
                printable.appendCodePoint(character);
            } else if (fonts.hasRare(character)) {
                needsRare = true;
                printable.appendCodePoint(character);
            } else {
                replace(printable, character);
            }
        }
        return printable.toString();
    }

    private void replace(StringBuilder printable, int character) {
        missing.add(character);
        printable.append(REPLACEMENT);
    }

    /** Number of different characters that were replaced so far. */
    int missing() {
        return missing.size();
    }

    /** True when some text so far needs the font for rare characters. */
    boolean needsRare() {
        return needsRare;
    }
}
