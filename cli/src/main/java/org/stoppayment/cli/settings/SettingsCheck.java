package org.stoppayment.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Text;

/** Finds wrong variables of the caller before anything is started with them. An empty one counts as not set. */
public final class SettingsCheck {

    private static final String MASKED = "***";

    private SettingsCheck() {}

    /** Everything that is wrong: variables that no service reads, and values that a service would refuse. */
    public static List<Text> findings(Map<String, String> environment, Path workingDirectory) {
        SortedMap<String, String> set = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (Settings.isSetting(name) && !value.isEmpty()) {
                set.put(name, value);
            }
        });
        List<Text> findings = new ArrayList<>();
        set.forEach((name, value) -> {
            Expectation expected = Settings.expectations().get(name);
            if (expected == null) {
                findings.add(unknown(name));
            } else if (!isExpression(value) && !expected.isMetBy(value, workingDirectory)) {
                findings.add(
                        Text.of(SettingText.WRONG, name, expected.isSecret() ? MASKED : value, expected.inWords()));
            }
        });
        if (findings.isEmpty()) {
            findings.addAll(TimeoutChain.findings(set));
            findings.addAll(AlertPosting.findings(set));
        }
        return List.copyOf(findings);
    }

    /** Refuses wrong variables, with all findings. */
    public static void requireUsable(Map<String, String> environment, Path workingDirectory) {
        List<Text> findings = findings(environment, workingDirectory);
        if (!findings.isEmpty()) {
            throw CliException.usage(SettingText.FINDINGS, findings.size(), joined(findings));
        }
    }

    private static Text joined(List<Text> findings) {
        return texts -> String.join(
                "\n",
                findings.stream()
                        .map(finding -> finding.in(texts).indent(2).stripTrailing())
                        .toList());
    }

    private static Text unknown(String name) {
        return Settings.nearest(name)
                .map(near -> Text.of(SettingText.UNKNOWN_NEAR, name, near))
                .orElseGet(() -> Text.of(SettingText.UNKNOWN, name));
    }

    /** True for a value that the service composes of other values. */
    private static boolean isExpression(String value) {
        return value.contains("${");
    }
}
