package org.stoppayment.cli.command;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.FromEnvironment;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The values of options that are not typed, from the environment of the command. The parser's own {@code ${env:NAME}} would read that of
 * the process.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return Optional.ofNullable(argument.userObject())
                .filter(AnnotatedElement.class::isInstance)
                .map(field -> ((AnnotatedElement) field).getAnnotation(FromEnvironment.class))
                .map(variable -> environment.getOrDefault(variable.value(), ""))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
