package org.stoppayment.formats;

import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file is not YAML. The message has only the position: the parser's message quotes the file, which may have secrets. */
public final class MalformedYamlException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedYamlException(@Nullable JsonLocation location) {
        super("not YAML"
                + (location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr())
                + " (expected: YAML, every key once in its object)");
        this.line = location == null ? 0 : location.getLineNr();
        this.column = location == null ? 0 : location.getColumnNr();
    }

    /** The position as {@code :line:column}, both from 1; empty when it is unknown. */
    public String position() {
        return line == 0 ? "" : ":" + line + ":" + column;
    }
}
