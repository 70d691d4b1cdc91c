package org.stoppayment.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemReasonTest {

    private static final Texts CHINESE = new Texts(Language.ZH, Texts.DEFAULT_ZONE);

    @TempDir
    private Path directory;

    private static IOException failureOf(ThrowingCallable action) {
        return catchThrowableOfType(IOException.class, action);
    }

    private static void assertReason(ThrowingCallable action, String english, String chinese) {
        Text reason = SystemReason.of(failureOf(action));
        assertThat(reason.in(Texts.ENGLISH)).isEqualTo(english);
        assertThat(reason.in(CHINESE)).isEqualTo(chinese);
    }

    @Test
    void theReasonIsReadFromTheExceptionsOfTheJdk() throws IOException {
        Path missing = directory.resolve("missing");
        Path file = Files.createFile(directory.resolve("file"));

        assertReason(() -> Files.readString(missing), "no such file or directory", "文件或目录不存在");
        assertReason(() -> new FileInputStream(missing.toFile()), "no such file or directory", "文件或目录不存在");
        assertReason(() -> new ProcessBuilder(missing.toString()).start(), "no such file or directory", "文件或目录不存在");
        assertReason(() -> new ProcessBuilder(file.toString()).start(), "permission denied", "没有权限");
        assertReason(() -> Files.writeString(directory, ""), "is a directory", "是目录");
        assertReason(() -> Files.readString(file.resolve("x")), "not a directory", "不是目录");
        assertReason(() -> Files.createFile(file), "exists already", "已存在");
        assertReason(() -> Files.createFile(directory.resolve("x".repeat(300))), "the file name is too long", "文件名过长");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, no space left on the device, 磁盘空间已满",
        "Read-only file system, the file system is read-only, 文件系统只读",
        "Stale file handle, Stale file handle, 系统提示“Stale file handle”"
    })
    void theReasonIsReadFromTheWordsOfTheSystem(String words, String english, String chinese) {
        assertThat(SystemReason.ofWords(words).in(Texts.ENGLISH)).isEqualTo(english);
        assertThat(SystemReason.ofWords(words).in(CHINESE)).isEqualTo(chinese);
    }

    @Test
    void aReasonWithoutWordsIsTheNameOfTheException() {
        assertThat(SystemReason.of(new EOFException()).in(Texts.ENGLISH)).isEqualTo("EOFException");
    }
}
