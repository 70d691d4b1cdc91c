package org.stoppayment.cli.command;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands as they are declared. */
final class CommandTree {

    private CommandTree() {}

    /** The commands directly below a command, in the order of its help. */
    static List<Class<?>> below(Class<?> command) {
        return command == Stoppay.class
                ? Subcommands.all()
                : List.of(command.getAnnotation(Command.class).subcommands());
    }
}
