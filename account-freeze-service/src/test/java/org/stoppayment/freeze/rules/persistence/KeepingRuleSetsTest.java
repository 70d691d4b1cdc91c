package org.stoppayment.freeze.rules.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.file.RuleSetReader;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;

/** What a rule set says under one id and version, it says for ever. */
@QuarkusTest
class KeepingRuleSetsTest extends FreezeFixture {

    @Inject
    RuleSetStore store;

    private final String id = "test-" + newCase();

    private WrittenRules<RuleSet> rules(String from, String to) throws IOException {
        String yaml = Files.readString(Path.of("..", "rules", "cn-2016-86.yaml"));
        assertThat(yaml).contains(from);
        return RuleSetReader.yaml(yaml.replace("id: cn-2016-86", "id: " + id).replace(from, to), "test");
    }

    private void keep(WrittenRules<?> rules) {
        store.keep(rules).await().atMost(PATIENCE);
    }

    @Test
    void sameRulesMayBeKeptAgainAndOthersNotUnderTheirName() throws IOException {
        keep(rules("PT48H", "PT48H"));
        keep(rules("# The rules of", "# Another comment,"));

        assertThatThrownBy(() -> keep(rules("PT48H", "PT30H")))
                .isInstanceOf(UnusableRules.class)
                .hasMessageContaining(id + "/3")
                .hasMessageContaining("expected: a new version");
        WrittenRules<RuleSet> next = RuleSetReader.yaml(
                Files.readString(Path.of("..", "rules", "cn-2016-86.yaml"))
                        .replace("id: cn-2016-86", "id: " + id)
                        .replace("version: 3", "version: 4")
                        .replace("PT48H", "PT30H"),
                "test");
        keep(next);

        assertThat(store.named(id + "/3").await().atMost(PATIENCE).stops().term())
                .isEqualTo(Duration.ofHours(48));
        assertThat(store.named(id + "/4").await().atMost(PATIENCE)).isEqualTo(next.rules());
    }

    @Test
    void replicasThatStartAtOnceKeepTheSameRules() throws IOException {
        WrittenRules<RuleSet> rules = rules("PT48H", "PT47H");

        atOnce(6, () -> {
            keep(rules);
            return true;
        });

        assertThat(database.number("SELECT count(*) FROM rule_set WHERE name = ?", id + "/3"))
                .isEqualTo(1);
    }

    @Test
    void ruleSetThatWasNeverKeptIsNoRuleSet() {
        assertThatThrownBy(() -> store.named("nobody/9").await().atMost(PATIENCE))
                .hasMessageContaining("nobody/9");
    }
}
