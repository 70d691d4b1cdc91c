package org.stoppayment.recovery.forms.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ServiceException;

/** The opened fonts of one document. Not thread-safe. */
final class FormFonts implements AutoCloseable {

    private final Path file;
    private final Optional<Path> rareFile;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final TrueTypeFont main;
    private final CmapLookup mainGlyphs;
    private @Nullable TrueTypeFont rare; // large, and seldom needed

    private FormFonts(Path file, Optional<Path> rareFile) throws IOException {
        this.file = file;
        this.rareFile = rareFile;
        this.main = open(file);
        this.mainGlyphs = main.getUnicodeCmapLookup();
    }

    /** Opens a font; fails with the refusal {@code FORM_FONT_UNUSABLE} when it cannot be embedded. */
    static FormFonts open(Path file, Optional<Path> rareFile) {
        try {
            return new FormFonts(file, rareFile);
        } catch (IOException unreadable) {
            throw unusable(file);
        }
    }

    private TrueTypeFont open(Path path) throws IOException {
        TrueTypeFont font = parse(path.toFile());
        if (!font.getTableMap().containsKey("glyf")) {
            throw unusable(path); // its outlines are not TrueType: it cannot be embedded in part
        }
        return font;
    }

    private TrueTypeFont parse(File path) throws IOException {
        if (!path.getName().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path));
            opened.add(font);
            return font;
        }
        TrueTypeCollection collection = new TrueTypeCollection(path);
        opened.add(collection);
        List<TrueTypeFont> fonts = new ArrayList<>();
        collection.processAllFonts(fonts::add);
        if (fonts.isEmpty()) {
            throw unusable(path.toPath());
        }
        return fonts.get(0);
    }

    private static ServiceException.Refusal unusable(Path path) {
        return new ServiceException.Refusal(
                "FORM_FONT_UNUSABLE",
                "font: " + path + " (expected: a font file with TrueType outlines, .ttf or .ttc)");
    }

    /** The font of nearly all characters. */
    TrueTypeFont main() {
        return main;
    }

    /** The font of rare characters; empty when there is none. */
    Optional<TrueTypeFont> rare() {
        if (rare == null && rareFile.isPresent()) {
            try {
                rare = open(rareFile.get());
            } catch (IOException unreadable) {
                throw unusable(rareFile.get());
            }
        }
        return Optional.ofNullable(rare);
    }

    /** True when the first font has a character. */
    boolean hasMain(int character) {
        return mainGlyphs.getGlyphId(character) > 0;
    }

    /** True when the font for rare characters has it. */
    boolean hasRare(int character) throws IOException {
        Optional<TrueTypeFont> font = rare();
        return font.isPresent() && font.get().getUnicodeCmapLookup().getGlyphId(character) > 0;
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (IOException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IOException("font " + file + " cannot be closed", failed);
            }
        }
    }
}
