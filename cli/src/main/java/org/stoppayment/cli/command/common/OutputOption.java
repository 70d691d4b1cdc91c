package org.stoppayment.cli.command.common;

import com.google.protobuf.Message;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.PersonalData;
import picocli.CommandLine.Option;

/** How a result is printed. */
public final class OutputOption {

    /** The forms. */
    enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (for people) or json (for programs). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Option(
            names = "--unmasked",
            description = "Show names, ID and telephone numbers, which are masked otherwise. Mind who sees the screen.")
    private boolean unmasked;

    /** True when programs read the result. */
    public boolean json() {
        return format == Format.JSON;
    }

    /** Prints a message of the contract as JSON, personal values masked unless they were asked for. */
    public void print(Console console, Message message) {
        console.print(Json.of(visible(message)));
    }

    /** The message as it may be shown. */
    public Message visible(Message message) {
        return unmasked ? message : PersonalData.masked(message);
    }
}
