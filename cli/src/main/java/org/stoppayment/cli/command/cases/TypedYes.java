package org.stoppayment.cli.command.cases;

import java.io.IOException;
import java.util.Locale;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.text.TextKey;

/** Asks a question that only the whole word {@code yes} answers. */
final class TypedYes {

    private TypedYes() {}

    /** True when the next line of the input is {@code yes}. */
    static boolean isGiven(Context context, TextKey question) {
        context.console().progress(context.console().text(question));
        return readLine(context).strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    /** A line of the input, which may hold more for others; empty at its end. */
    private static String readLine(Context context) {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = context.input().read();
                    next >= 0 && next != '\n';
                    next = context.input().read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            throw FileAction.READ_INPUT.failed("stdin", e);
        }
        return line.toString();
    }
}
