package org.stoppayment.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.suite.SuiteText;

class TextsTest {

    private static final Instant MOMENT = Instant.parse("2026-03-01T04:00:00.250999Z");

    private final Texts english = Texts.ENGLISH;
    private final Texts chinese = new Texts(Language.ZH, Texts.DEFAULT_ZONE);

    private enum Untranslated implements TextKey {
        NOWHERE
    }

    @Test
    void momentsHaveTheOffsetOfTheirZone() {
        assertThat(english.moment(MOMENT)).isEqualTo("2026-03-01T12:00:00.25+08:00");
        assertThat(chinese.timeOfDay(MOMENT)).isEqualTo("12:00:00 +08:00");
        assertThat(new Texts(Language.EN, ZoneOffset.UTC).moment(MOMENT)).isEqualTo("2026-03-01T04:00:00.25Z");
        assertThat(new Texts(Language.EN, ZoneId.of("America/New_York")).timeOfDay(MOMENT))
                .isEqualTo("23:00:00 -05:00");
    }

    @Test
    void momentsOfAServiceAreInTheZoneOfWhoReadsThem() {
        assertThat(Texts.ENGLISH.withMoments(
                        "value: 2026-03-01T09:00:00Z (expected: before 2026-03-01T08:00:00.123456789Z)"))
                .isEqualTo("value: 2026-03-01T17:00:00+08:00 (expected: before 2026-03-01T16:00:00.123+08:00)");
        assertThat(Texts.ENGLISH.withMoments("2026-13-41T09:00:00Z, 2026-03-01T10:05+08:00"))
                .isEqualTo("2026-13-41T09:00:00Z, 2026-03-01T10:05+08:00");
    }

    @Test
    void partsAreListedAsTheLanguageDoes() {
        assertThat(english.listed(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(chinese.listed(List.of("甲", "乙"))).isEqualTo("甲、乙");
        assertThat(english.named("a", "b")).isEqualTo("a: b");
        assertThat(chinese.named("甲", "乙")).isEqualTo("甲：乙");
    }

    @Test
    void commandsOfATextCanBePasted() {
        assertThat(english.of(SuiteText.NOT_STOPPED_BEFORE, "/x")).contains("by ./stoppay down");
        assertThat(english.typedAs("'/opt/a {b}/stoppay' --state /tmp/second").of(SuiteText.NOT_STOPPED_BEFORE, "/x"))
                .contains("by '/opt/a {b}/stoppay' --state /tmp/second down");
    }

    @Test
    void commandThatIsAnArgumentStaysAsItIs() {
        assertThat(english.typedAs("/opt/stoppay").of(SuiteText.PORTS_IN_USE, "1", "./stoppay up"))
                .endsWith("./stoppay up");
    }

    @Test
    void agesAreInTheTwoLargestUnits() {
        assertThat(english.age(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(chinese.age(Duration.ofMinutes(125))).isEqualTo("2小时5分");
        assertThat(chinese.age(Duration.ofHours(49))).isEqualTo("2天1小时");
        assertThat(chinese.age(Duration.ofSeconds(-1))).isEqualTo("0秒");
    }

    @Test
    void aKeyWithoutATextIsAnError() {
        assertThatThrownBy(() -> english.of(Untranslated.NOWHERE)).isInstanceOf(MissingResourceException.class);
    }
}
