package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.files.FileAction;

/** Operations on directory trees. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a directory tree; links are deleted, not followed. */
    public static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw FileAction.DELETE.failed(root, e);
        }
    }
}
