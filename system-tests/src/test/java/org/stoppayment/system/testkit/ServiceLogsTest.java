package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof that the auditor of logs finds what he looks for. */
class ServiceLogsTest {

    @TempDir
    Path directory;

    private List<String> found(String line) throws IOException {
        Path log = Files.writeString(directory.resolve("freeze.log"), "all is well\n" + line + "\nall is well\n");
        return ServiceLogs.personalLines(List.of(log));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim: 郑某", // a public case's victim
                "name: \"\\351\\203\\221\\346\\237\\220\"", // the same, as a message prints itself
                "account 6217990000000000329", // a mule's account in its report and its world
                "phone 13800000004",
                "id 320505199307212644",
                "lipei-kefu-01",
                "victim: Wanderlust Quillfeather"
            })
    void whatIsPersonalIsFoundWhicheverWayItIsWritten(String line) throws IOException {
        PublicCase.of("suzhou-own-card-50k");

        assertThat(found(line)).singleElement().asString().endsWith(line);
    }

    @Test
    void numberThatOnlyTheWorldHasIsFoundToo() throws IOException {
        PublicCase.of("ningbo-ten-levels-6m");

        assertThat(found("stopped 6229080000000001257")).hasSize(1);
    }

    @Test
    void lineWithoutAnythingPersonalIsNotFound() throws IOException {
        PublicCase.of("suzhou-own-card-50k");

        assertThat(found("order 0193a000-0000-7000-8000-000000000004 in effect at 中国工商银行"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00.000+08:00 WARN  [o.st.Orders] institution does not answer",
                "2026-03-01 08:00:00.000 CST [17] ERROR:  deadlock detected",
                "java.lang.IllegalStateException: closed",
                "\tat org.stoppayment.freeze.Orders.send(Orders.java:17)"
            })
    void lineThatWouldWakeSomebodyIsFound(String line) throws IOException {
        assertThat(alarming(line)).containsExactly("freeze.log: " + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00.000+08:00 INFO  [o.st.Orders] no WARNING was given",
                "2026-03-01 08:00:00.000 CST [17] LOG:  checkpoint complete"
            })
    void lineThatWouldWakeNobodyIsNotFound(String line) throws IOException {
        assertThat(alarming(line)).isEmpty();
    }

    private List<String> alarming(String line) throws IOException {
        Path log = Files.writeString(directory.resolve("freeze.log"), "all is well\n" + line + "\nall is well\n");
        return ServiceLogs.alarmingLines(List.of(log));
    }
}
