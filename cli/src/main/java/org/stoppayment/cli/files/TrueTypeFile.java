package org.stoppayment.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Which characters a font file draws, the first font of a collection. Reads the tables {@code cmap} (formats 4 and 12), {@code loca} and {@code glyf} of
 * the OpenType specification.
 */
public final class TrueTypeFile {

    private static final int COLLECTION = 0x74746366; // ttcf
    private static final int FIRST_OF_COLLECTION = 12;
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int LOCA_FORMAT = 50; // in head

    private final ByteBuffer bytes;
    private final Map<String, Integer> tables = new HashMap<>();

    private TrueTypeFile(ByteBuffer bytes) {
        this.bytes = bytes;
        int font = bytes.getInt(0) == COLLECTION ? bytes.getInt(FIRST_OF_COLLECTION) : 0;
        int count = unsigned(font + 4);
        for (int i = 0; i < count; i++) {
            int entry = font + DIRECTORY + i * ENTRY;
            byte[] tag = new byte[4];
            bytes.get(entry, tag);
            tables.put(new String(tag, StandardCharsets.ISO_8859_1), bytes.getInt(entry + 8));
        }
    }

    /** Opens a font file; fails when it is none or is cut off. */
    public static TrueTypeFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            TrueTypeFile font = new TrueTypeFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            if (!font.tables.containsKey("cmap") || !font.tables.containsKey("head")) {
                throw new IOException("no font: " + file);
            }
            return font;
        } catch (IndexOutOfBoundsException cutOff) {
            throw new IOException("no font: " + file, cutOff);
        }
    }

    /** True when its outlines are TrueType, which can be embedded in part. */
    public boolean hasOutlines() {
        return tables.containsKey("glyf") && tables.containsKey("loca");
    }

    /** True when it has a glyph for a character, and the glyph is not blank. */
    public boolean draws(int character) throws IOException {
        try {
            return hasOutlines() && glyph(character).stream().anyMatch(glyph -> length(glyph) > 0);
        } catch (IndexOutOfBoundsException cutOff) {
            throw new IOException("damaged font", cutOff);
        }
    }

    private int length(int glyph) {
        int loca = table("loca");
        boolean isLong = unsigned(table("head") + LOCA_FORMAT) != 0;
        return isLong
                ? bytes.getInt(loca + 4 * (glyph + 1)) - bytes.getInt(loca + 4 * glyph)
                : unsigned(loca + 2 * (glyph + 1)) - unsigned(loca + 2 * glyph);
    }

    /** The glyph of a character, by any of its maps. */
    private OptionalInt glyph(int character) {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int map = cmap + bytes.getInt(cmap + 4 + 8 * i + 4);
            int glyph =
                    switch (unsigned(map)) {
                        case 4 -> bySegments(map, character);
                        case 12 -> byGroups(map, character);
                        default -> 0; // maps of other encodings
                    };
            if (glyph > 0) {
                return OptionalInt.of(glyph);
            }
        }
        return OptionalInt.empty();
    }

    /** Format 4. */
    private int bySegments(int map, int character) {
        int twice = unsigned(map + 6);
        int ends = map + 14;
        int starts = ends + twice + 2;
        int deltas = starts + twice;
        int offsets = deltas + twice;
        for (int i = 0; i < twice; i += 2) {
            int start = unsigned(starts + i);
            if (character <= unsigned(ends + i)) {
                if (character < start) {
                    return 0;
                }
                int offset = unsigned(offsets + i);
                int delta = unsigned(deltas + i);
                if (offset == 0) {
                    return character + delta & 0xFFFF;
                }
                int glyph = unsigned(offsets + i + offset + 2 * (character - start));
                return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
            }
        }
        return 0;
    }

    /** Format 12. */
    private int byGroups(int map, int character) {
        int count = bytes.getInt(map + 12);
        for (int i = 0; i < count; i++) {
            int group = map + 16 + 12 * i;
            if (character >= bytes.getInt(group) && character <= bytes.getInt(group + 4)) {
                return bytes.getInt(group + 8) + character - bytes.getInt(group);
            }
        }
        return 0;
    }

    private int table(String tag) {
        return Objects.requireNonNull(tables.get(tag));
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
