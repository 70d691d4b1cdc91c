package org.stoppayment.cli.command.common;

import java.util.List;
import java.util.Optional;

/** The value of an option as it was typed, for what must be known before the line is parsed, such as the language of an error. */
public final class TypedOption {

    private TypedOption() {}

    /** The value of the first option with that name: {@code --name value} or {@code --name=value}; empty when there is none. */
    public static Optional<String> value(String name, List<String> arguments) {
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                return Optional.of(argument.substring(name.length() + 1));
            }
            if (argument.equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
