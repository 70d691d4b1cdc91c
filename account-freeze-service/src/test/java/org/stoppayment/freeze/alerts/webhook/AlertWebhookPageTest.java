package org.stoppayment.freeze.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about the webhook: their example is signed as an alert is, and their Python accepts it. */
class AlertWebhookPageTest {

    private static final Pattern EXAMPLE = Pattern.compile(
            "```http\nwebhook-id: (.*)\nwebhook-timestamp: ([0-9]+)\nwebhook-signature: (.*)\n\n(.*)\n```");
    private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("`(whsec_[A-Za-z0-9+/=]{16,})`");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"alert-webhook.md", "alert-webhook.zh.md"})
    void exampleIsSignedAsAnAlertIs(String name) throws IOException {
        String page = page(name);
        Matcher example = found(EXAMPLE, page);

        String signature = AlertSigner.of(List.of(found(SECRET, page).group(1)))
                .sign(
                        example.group(1),
                        Instant.ofEpochSecond(Long.parseLong(example.group(2))),
                        example.group(4).getBytes(StandardCharsets.UTF_8));

        assertThat(example.group(3)).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alert-webhook.md", "alert-webhook.zh.md"})
    void pythonOnThePageAcceptsTheExampleAndNothingElse(String name) throws IOException, InterruptedException {
        assumeTrue(hasPython(), "python3 is not installed");
        String page = page(name);
        Matcher example = found(EXAMPLE, page);
        String calls = """
                secret = "%s"
                headers = {"webhook-id": "%s", "webhook-timestamp": "%s", "webhook-signature": "v1,other %s"}
                body = '%s'.encode()
                now = %s
                print(is_genuine(secret, headers, body, now + 299), is_genuine(secret, headers, body, now + 301),
                      is_genuine(secret, headers, body + b" ", now), is_genuine("whsec_" + "A" * 32, headers, body, now))
                """.formatted(
                        found(SECRET, page).group(1),
                        example.group(1),
                        example.group(2),
                        example.group(3),
                        example.group(4),
                        example.group(2));
        Path script = Files.writeString(
                directory.resolve("verify.py"), found(PYTHON, page).group(1) + calls);

        Process python = new ProcessBuilder("python3", script.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).isEqualToIgnoringNewLines("True False False False");
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "operations", name));
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }
}
