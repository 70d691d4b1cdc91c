package org.stoppayment.cli.settings;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ViolationText;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.Violation;

/** Lets the reader of the service check its rules in a process of its own, before a suite is started with them. */
public final class RulesCheck {

    private RulesCheck() {}

    /** What the rules are of. */
    public enum Kind {
        /** Of stops. */
        STOPS(Settings.RULES, Kind.FREEZE),
        /** Of freezes. */
        HOLDS(Settings.HOLD_RULES, Kind.FREEZE),
        /** Of the return of money. */
        REFUNDS(Settings.REFUND_RULES, Kind.RECOVERY),
        /** Which days are working days. */
        WORKING_DAYS(Settings.WORKING_DAYS, Kind.RECOVERY);

        private static final String FREEZE = "org.stoppayment.freeze.rules.file.RuleSetCheck";
        private static final String RECOVERY = "org.stoppayment.recovery.rules.file.RuleSetCheck";

        private final String setting;
        private final String check;

        Kind(String setting, String check) {
            this.setting = setting;
            this.check = check;
        }

        /** The variable that names their file. */
        public String setting() {
            return setting;
        }
    }

    /**
     * Throws with all findings when the rule set is unusable.
     *
     * @param packaged the directory of the packaged service
     */
    public static void requireUsable(Path packaged, Kind kind, Path rules) {
        String classPath = String.join(
                File.pathSeparator,
                packaged.resolve("app") + "/*",
                packaged.resolve("lib").resolve("main") + "/*",
                packaged.resolve("lib").resolve("boot") + "/*");
        try {
            Process check = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home", ""), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dstderr.encoding=UTF-8",
                            "-cp",
                            classPath,
                            kind.check,
                            kind.name(),
                            rules.toString()))
                    .redirectErrorStream(true)
                    .start();
            check.getOutputStream().close();
            String findings = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (check.waitFor() != 0) {
                throw CliException.usage(SettingText.RULES_WRONG, kind.setting(), rules, inWords(findings));
            }
        } catch (IOException e) {
            throw FileAction.CHECK_RULES.failed(rules, e);
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        }
    }

    /** A line is a finding: field, code and description. Anything else is what the JVM says that could not run the check. */
    private static Text inWords(String findings) {
        List<String[]> lines =
                findings.lines().map(line -> line.split("\t", -1)).toList();
        return lines.stream().allMatch(line -> line.length == 3)
                ? ViolationText.lines(lines.stream()
                        .map(line -> new Violation(line[0], line[1], line[2]))
                        .toList())
                : texts -> findings.strip();
    }
}
