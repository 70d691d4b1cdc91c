package org.stoppayment.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.kit.postgres.SqlText;

/** The SQL statements of the module under test: resources that are loaded into constants. */
public final class KeptStatements {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String INCLUDED = "include";

    private KeptStatements() {}

    /** All statements of the module. */
    public static List<SqlText> all() {
        return files(CLASSES.resolve("org"), ".class")
                .map(file -> CLASSES.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.'))
                .flatMap(name -> Arrays.stream(load(name).getDeclaredFields()))
                .filter(field -> SqlText.class.isAssignableFrom(field.getType()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(KeptStatements::value)
                .toList();
    }

    /** Requires that every resource is loaded by a constant, begins with a comment, and can be prepared on the server of {@code pool}. */
    public static void requireUsable(Pool pool) {
        List<SqlText> statements = all();
        List<String> resources = files(RESOURCES.resolve("sql"), ".sql")
                .map(file -> RESOURCES.relativize(file).toString())
                .toList();
        assertThat(resources.stream().filter(path -> !Path.of(path).getParent().endsWith(INCLUDED)))
                .as("resources; the constants of this module's classes load them")
                .containsExactlyInAnyOrderElementsOf(
                        statements.stream().map(SqlText::path).toList());
        assertThat(resources)
                .allSatisfy(
                        path -> assertThat(RESOURCES.resolve(path)).content().startsWith("-- "));
        assertThat(statements).allSatisfy(statement -> assertThatCode(() -> prepare(pool, statement.sql()))
                .as(statement.path())
                .doesNotThrowAnyException());
    }

    private static void prepare(Pool pool, String sql) {
        pool.withConnection(connection -> connection.prepare(sql).chain(prepared -> prepared.close()))
                .await()
                .indefinitely();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static SqlText value(Field field) {
        try {
            field.setAccessible(true);
            return (SqlText) field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
