package org.stoppayment.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A font file of a few bytes: a glyph for A, a blank one for B, and one for 𠮷. */
public final class TinyFont {

    private static final int GLYPHS = 4;
    private static final int GLYPH_BYTES = 12;

    private TinyFont() {}

    /** Writes it. {@code outlines}: the name of the table of outlines, {@code glyf} for those of TrueType. */
    public static Path write(Path file, String outlines) throws IOException {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("cmap", cmap());
        tables.put(outlines, new byte[GLYPHS * GLYPH_BYTES]);
        tables.put("head", new byte[54]); // short offsets
        tables.put("loca", loca());
        return Files.write(file, assembled(tables));
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        int at = 12 + 16 * tables.size();
        ByteBuffer bytes = ByteBuffer.allocate(
                at + tables.values().stream().mapToInt(table -> table.length).sum());
        bytes.putInt(0x00010000).putShort((short) tables.size()).position(12);
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            bytes.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(0)
                    .putInt(at)
                    .putInt(table.getValue().length);
            at += table.getValue().length;
        }
        tables.values().forEach(bytes::put);
        return bytes.array();
    }

    /** Glyph 1 is A, glyph 2 is B and blank, glyph 3 is 𠮷. */
    private static byte[] loca() {
        ByteBuffer offsets = ByteBuffer.allocate(2 * (GLYPHS + 1));
        for (int offset : new int[] {0, 6, 12, 12, 18}) { // in units of two bytes
            offsets.putShort((short) offset);
        }
        return offsets.array();
    }

    /** Format 4 for A and B, format 12 for 𠮷. */
    private static byte[] cmap() {
        ByteBuffer map = ByteBuffer.allocate(4 + 16 + 32 + 28);
        map.putShort((short) 0).putShort((short) 2);
        map.putShort((short) 3).putShort((short) 1).putInt(20);
        map.putShort((short) 3).putShort((short) 10).putInt(52);
        map.putShort((short) 4).putShort((short) 32).putShort((short) 0);
        map.putShort((short) 4).putShort((short) 0).putShort((short) 0).putShort((short) 0); // two segments
        map.putShort((short) 'B').putShort((short) 0xFFFF).putShort((short) 0);
        map.putShort((short) 'A').putShort((short) 0xFFFF);
        map.putShort((short) (1 - 'A')).putShort((short) 1);
        map.putShort((short) 0).putShort((short) 0);
        map.putShort((short) 12).putShort((short) 0).putInt(28).putInt(0).putInt(1);
        map.putInt(0x20BB7).putInt(0x20BB7).putInt(3);
        return map.array();
    }
}
