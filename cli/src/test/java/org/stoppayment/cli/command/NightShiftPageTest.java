package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.gateway.v1.Feedback;
import picocli.CommandLine.Command;

/** The page for the night shift has every alert and every reason, and all of its commands exist. */
class NightShiftPageTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path FREEZE = REPOSITORY.resolve("account-freeze-service/src/main/java");
    private static final Pattern REASON = Pattern.compile("NeedsPerson\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern ROUTE_REASON = Pattern.compile("static final String ([A-Z_]+) = \"\\1\"");
    private static final Pattern FEEDBACK = Pattern.compile("<!-- feedback -->\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("`\\./stoppay ([a-z]+)(?: ([a-z]+))?");

    private final String page = read(REPOSITORY.resolve("docs/operations/night-shift.md"));

    @ParameterizedTest
    @EnumSource(
            names = {"ALERT_KIND_UNSPECIFIED", "UNRECOGNIZED"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyAlertIsOnThePage(AlertKind kind) {
        assertThat(page).contains("`" + kind.name().replace("ALERT_KIND_", "") + "`");
    }

    @Test
    void everyManualReasonIsOnThePage() throws IOException {
        Set<String> reasons = new TreeSet<>(Set.of("BUDGET_SPENT"));
        try (Stream<Path> sources = Files.walk(FREEZE)) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> reasons.addAll(found(REASON, read(file))));
        }
        reasons.addAll(found(ROUTE_REASON, read(FREEZE.resolve("org/stoppayment/freeze/orders/domain/Route.java"))));

        assertThat(reasons)
                .contains("CODE_", "NO_ROUTE", "NOT_CONNECTED", "UNREADABLE_BY_GATEWAY")
                .allSatisfy(reason -> assertThat(page).containsPattern("`ORDER_MANUAL` `" + reason + "…?`"));
    }

    @Test
    void everyCommandOnThePageExists() {
        assertThat(COMMAND.matcher(page).results()).hasSizeGreaterThan(8).allSatisfy(line -> {
            Class<?> command = subcommand(Stoppay.class, line.group(1));
            if (line.group(2) != null) {
                subcommand(command, line.group(2));
            }
        });
    }

    private static Class<?> subcommand(Class<?> of, String name) {
        List<Class<?>> named = CommandTree.below(of).stream()
                .filter(each -> each.getAnnotation(Command.class).name().equals(name))
                .toList();
        assertThat(named).as(name).hasSize(1);
        return named.get(0);
    }

    @Test
    void everyFeedbackOnThePageIsValid() {
        assertThat(found(FEEDBACK, page)).hasSize(3).allSatisfy(json -> {
            Feedback.Builder feedback = Feedback.newBuilder();
            JsonFormat.parser().merge(json, feedback);
            assertThat(feedback.getResultCode()).matches("[0-9]{4}");
        });
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
