package org.stoppayment.cli.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the system cannot read, write or start something. Java tells it in English, by a class or in the words of the system. */
public enum SystemReason implements TextKey {
    MISSING("No such file or directory", NoSuchFileException.class),
    NOT_PERMITTED("Permission denied", AccessDeniedException.class),
    NOT_OWNER("Operation not permitted"),
    EXISTS("File exists", FileAlreadyExistsException.class),
    DIRECTORY("Is a directory"),
    NOT_A_DIRECTORY("Not a directory", NotDirectoryException.class),
    NO_SPACE("No space left on device"),
    QUOTA("Disk quota exceeded"),
    READ_ONLY("Read-only file system"),
    NAME_TOO_LONG("File name too long"),
    TOO_MANY_OPEN("Too many open files"),
    NO_MEMORY("Cannot allocate memory"),
    BROKEN("Input/output error"),
    CLOSED("Broken pipe"),
    BUSY("Text file busy"),
    OTHER("");

    private final String words;
    private final Optional<Class<? extends IOException>> type;

    SystemReason(String words) {
        this.words = words;
        this.type = Optional.empty();
    }

    SystemReason(String words, Class<? extends IOException> type) {
        this.words = words;
        this.type = Optional.of(type);
    }

    /** The reason of a failure. One that is not known here is shown as the system tells it. */
    public static Text of(IOException failure) {
        return byType(failure)
                .or(() -> Stream.of(values())
                        .filter(reason -> reason != OTHER && told(failure).contains(reason.words))
                        .findFirst())
                .<Text>map(Text::of)
                .orElseGet(() -> Text.of(OTHER, told(failure)));
    }

    /** The reason that the system gives in these words, such as {@code No space left on device}. */
    public static Text ofWords(String words) {
        return of(new IOException(words));
    }

    private static Optional<SystemReason> byType(IOException failure) {
        return Stream.of(values())
                .filter(reason -> reason.type.filter(failure.getClass()::equals).isPresent())
                .findFirst();
    }

    /** Of a file, without its name, which is shown beside it. */
    private static String told(IOException failure) {
        String told = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return Objects.requireNonNullElseGet(told, () -> failure.getClass().getSimpleName());
    }
}
