package org.stoppayment.cli.command;

import java.lang.reflect.Constructor;
import org.stoppayment.cli.command.common.Context;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates the command objects. Passes the context to constructors that take it. */
final class CommandFactory implements IFactory {

    private final Context context;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Context context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                // Subcommands are visible in their own package only.
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(context));
            }
        }
        return others.create(type);
    }
}
