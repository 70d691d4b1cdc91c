package org.stoppayment.cli.command.common;

import com.google.protobuf.Message;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.output.PersonalData;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The output form of a result; options of every command. */
public final class OutputOption {

    /** The output forms. */
    enum Format {
        TABLE,
        WIDE,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "table (80 columns), wide (a row on one line) or json (for programs). Default: table.")
    private Format format = Format.TABLE;

    @Option(
            names = "--unmasked",
            scope = ScopeType.INHERIT,
            description = "Show names, ID and telephone numbers, which are masked otherwise. Mind who sees the screen.")
    private boolean unmasked;

    /** True when the options that were typed ask for JSON; for errors of a line that cannot be parsed. */
    public static boolean isJson(List<String> arguments) {
        return Stream.of("-o", "--output")
                .flatMap(name -> TypedOption.value(name, arguments).stream())
                .anyMatch(Format.JSON.name()::equalsIgnoreCase);
    }

    /** True for JSON. */
    public boolean json() {
        return format == Format.JSON;
    }

    /** True for tables whose rows have one line each, of any length. */
    public boolean wide() {
        return format == Format.WIDE;
    }

    /** True when names, ID and telephone numbers are shown. */
    public boolean unmasked() {
        return unmasked;
    }

    /** Prints a message of the contract as JSON; personal data is masked unless {@code --unmasked} is given. */
    public void print(Console console, Message message) {
        console.print(MessageJson.of(visible(message)));
    }

    /** The message with personal data masked, unless {@code --unmasked} is given. */
    public Message visible(Message message) {
        return unmasked ? message : PersonalData.masked(message);
    }
}
