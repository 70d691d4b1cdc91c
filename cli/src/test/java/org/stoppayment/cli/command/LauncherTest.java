package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher with a {@code java} and a {@code mvn} that only print their arguments. */
class LauncherTest {

    private static final List<String> JARS = List.of(
            "cli/target/stoppay.jar",
            "cli/target/lib/x.jar",
            "bank-simulator/target/bank-simulator.jar",
            "case-intake-service/target/quarkus-app/quarkus-run.jar",
            "account-freeze-service/target/quarkus-app/quarkus-run.jar",
            "bank-gateway-service/target/quarkus-app/quarkus-run.jar",
            "fund-recovery-service/target/quarkus-app/quarkus-run.jar");

    @TempDir
    private Path directory;

    private Path home;
    private Path tools;

    @BeforeEach
    void makeRepository() throws IOException {
        home = Files.createDirectories(directory.resolve("a repository")).toRealPath();
        tools = Files.createDirectories(directory.resolve("tools"));
        Files.copy(Path.of("..", "stoppay"), home.resolve("stoppay"));
        tool("java", "for a in \"$@\"; do echo \"java:$a\"; done");
        tool("mvn", """
            echo "mvn:$*"
            echo '[INFO] Building kernel: the shared vocabulary 0.1.0-SNAPSHOT     [1/2]'
            echo '[INFO] Building jar: kernel.jar'
            echo '[ERROR] the last words' >&2
            exit ${MVN_EXIT:-0}\
            """);
    }

    private void tool(String name, String script) throws IOException {
        Path tool = tools.resolve(name);
        Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void build() throws IOException {
        for (String jar : JARS) {
            Files.createDirectories(home.resolve(jar).getParent());
            Files.createFile(home.resolve(jar));
        }
    }

    private record Ran(int code, String out, String err) {}

    private Ran launch(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ran(code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    @Test
    void argumentsArePassedUnchangedFromAnyDirectoryAndAPathWithASpace() throws Exception {
        build();

        Ran ran = launch(home.resolve("stoppay"), Map.of(), "report", "a file.json", "");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .endsWith(
                        "java:-jar",
                        "java:" + home + "/cli/target/stoppay.jar",
                        "java:report",
                        "java:a file.json",
                        "java:")
                .contains("java:-Dstoppay.home=" + home, "java:-Dstoppay.terminal=false");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void anArchiveOfClassesIsUsedWhenItIsWhole() throws Exception {
        build();
        Files.writeString(home.resolve("cli/target/classes-17.0.1+2-7.jsa"), "archive");

        assertThat(launch(home.resolve("stoppay"), Map.of(), "list").out())
                .contains("java:-XX:SharedArchiveFile=" + home + "/cli/target/classes-17.0.1+2-7.jsa");

        Files.writeString(home.resolve("cli/target/classes-17.0.1+2-7.jsa"), "cut");
        assertThat(launch(home.resolve("stoppay"), Map.of(), "list").out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void symbolicLinkToTheLauncherWorks() throws Exception {
        build();
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a repository", "stoppay"));

        assertThat(launch(link, Map.of(), "list").out()).contains("java:-Dstoppay.home=" + home);
    }

    /** Java takes arguments for what the encoding of the locale says: in ASCII Chinese would be lost. */
    @ParameterizedTest
    @CsvSource({
        "ANSI_X3.4-1968, '', '', '', C.UTF-8, ''",
        "ANSI_X3.4-1968, '', '', POSIX, C.UTF-8, POSIX",
        "ANSI_X3.4-1968, C, '', zh_CN.UTF-8, C.UTF-8, C",
        "ANSI_X3.4-1968, '', '', zh_CN.UTF-8, C.UTF-8, zh_CN.UTF-8",
        "ANSI_X3.4-1968, zh_CN.UTF-8, '', '', C.UTF-8, zh_CN.UTF-8",
        "US-ASCII, '', en_US, '', C.UTF-8, ''",
        "'', '', '', C, C.UTF-8, C",
        "'', '', '', zh_CN.UTF-8, '', ''",
        "UTF-8, zh_CN.UTF-8, '', '', zh_CN.UTF-8, ''",
        "UTF-8, '', '', zh_CN.UTF-8, '', ''",
        "GBK, '', zh_CN.GBK, '', '', ''"
    })
    void withoutALocaleThatTheMachineHasArgumentsAreUtf8(
            String encoding, String all, String type, String lang, String allOfJava, String localeOfThePerson)
            throws Exception {
        build();
        tool("locale", "echo " + encoding);
        tool("java", "echo \"all:$LC_ALL\"; for a in \"$@\"; do echo \"java:$a\"; done");

        Ran ran = launch(home.resolve("stoppay"), Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", lang), "list");

        assertThat(ran.out().lines()).contains("all:" + allOfJava, "java:-Dstoppay.locale=" + localeOfThePerson);
    }

    /** With the commands of this machine, and a Java that prints how it reads an argument. */
    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8, ''", "xx_XX.UTF-8, ''", "xx_XX.UTF-8, C.UTF-8", "C, ''", "'', ''"})
    void aChineseArgumentReachesJavaInAnyLocale(String lang, String type) throws Exception {
        build();
        Files.writeString(
                directory.resolve("Echo.java"),
                "class Echo { public static void main(String[] a) { System.out.print(a[0].equals(\"\\u62db\\u884c\")); } }");
        tool(
                "java",
                "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' Echo.java \"$(eval echo \\${$#})\"");

        Ran ran = launch(home.resolve("stoppay"), Map.of("LANG", lang, "LC_CTYPE", type), "institutions", "招行");

        assertThat(ran.out()).as(ran.err()).isEqualTo("true");
    }

    @Test
    void missingJarIsBuiltFirstWithoutStandardOutput() throws Exception {
        Ran ran = launch(home.resolve("stoppay"), Map.of(), "list");

        assertThat(ran.err().lines())
                .anyMatch(line -> line.contains("building"))
                .contains("kernel: the shared vocabulary 0.1.0-SNAPSHOT [1/2]")
                .noneMatch(line -> line.contains("kernel.jar") || line.contains("last words"))
                .anyMatch(line -> line.contains("built in"));
        assertThat(ran.out()).doesNotContain("kernel", "mvn:").contains("java:list");
        assertThat(home.resolve("target/stoppay-build.log"))
                .content()
                .contains(
                        "mvn:-B -ntp -DskipTests -f " + home + "/pom.xml package",
                        "Building jar: kernel.jar",
                        "the last words");
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogExitsWith1AndRunsNothing() throws Exception {
        Ran ran = launch(home.resolve("stoppay"), Map.of("MVN_EXIT", "1"), "list");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("[ERROR] the last words", "the build failed", "target/stoppay-build.log");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void javaOfJavaHomeIsPreferred() throws Exception {
        build();
        Path bin = Files.createDirectories(directory.resolve("jdk/bin"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\necho chosen\n");
        Files.setPosixFilePermissions(bin.resolve("java"), PosixFilePermissions.fromString("rwxr-xr-x"));

        Ran ran = launch(
                home.resolve("stoppay"),
                Map.of("JAVA_HOME", directory.resolve("jdk").toString()));

        assertThat(ran.out()).isEqualTo("chosen\n");
    }

    @Test
    void theLauncherSpeaksChinese() throws Exception {
        assertThat(launch(home.resolve("stoppay"), Map.of("LANG", "zh_CN.UTF-8"), "list")
                        .err())
                .contains("正在构建", "构建完成");
        assertThat(launch(home.resolve("stoppay"), Map.of("MVN_EXIT", "1"), "list", "--lang", "zh")
                        .err())
                .contains("构建失败", "请按提示修正");
        assertThat(launch(home.resolve("stoppay"), Map.of("LANG", "zh_CN.UTF-8"), "list", "--lang=en")
                        .err())
                .contains("built in");
    }
}
