package org.stoppayment.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.stoppayment.cli.command.Stoppay;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ErrorTrackingStream;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.kernel.SystemTime;

/**
 * Loads what queries load, so that the JVM can archive it when this program ends: asks the services of a running suite, and throws the
 * answers away.
 */
public final class Training {

    private static final String CLASS = ".class";
    private static final String COMMANDS = "org/stoppayment/cli/";
    private static final List<List<String>> QUERIES = List.of(
            List.of("list"),
            List.of("get", new UUID(0, 0).toString()),
            List.of("attention", "list"),
            List.of("institutions", "list"));

    private Training() {}

    /** Takes the jar of the command and the state directory of a running suite. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        load(Path.of(arguments[0]));
        for (List<String> query : QUERIES) {
            String[] line = query.toArray(new String[query.size() + 2]);
            line[query.size()] = "--state";
            line[query.size() + 1] = arguments[1];
            Stoppay.run(context(), line);
        }
        System.exit(0);
    }

    /** The classes of all commands, so that each of them starts faster, whatever the suite has to show now. */
    private static void load(Path jar) throws IOException, ClassNotFoundException {
        try (JarFile entries = new JarFile(jar.toFile())) {
            List<String> names = entries.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(COMMANDS) && name.endsWith(CLASS))
                    .toList();
            for (String name : names) {
                Class.forName(
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.'),
                        false,
                        Training.class.getClassLoader());
            }
        }
    }

    private static Context context() {
        return new Context(
                new Console(
                        new ErrorTrackingStream(OutputStream.nullOutputStream()),
                        new ErrorTrackingStream(OutputStream.nullOutputStream()),
                        false,
                        0,
                        Texts.ENGLISH),
                InputStream.nullInputStream(),
                false,
                System.getenv(),
                Path.of("").toAbsolutePath(),
                SystemTime.SOURCE);
    }
}
