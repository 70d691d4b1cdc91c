package org.stoppayment.cli.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Stoppay.class.getPackage().getImplementationVersion();
        return new String[] {"stoppay " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
