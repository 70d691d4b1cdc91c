package org.stoppayment.cli.command.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.files.TinyFont;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.text.Texts;

/** A font that is there may still be of no use. */
class FontFindingTest {

    @TempDir
    private Path directory;

    @Test
    void fontWithoutTheCharactersOfFormsNamesThem() throws IOException {
        Finding.Line finding = finding(TinyFont.write(directory.resolve("latin.ttf"), "glyf"));

        assertThat(finding.ok()).isFalse();
        assertThat(finding.found())
                .contains("latin.ttf: it has no glyphs for 返还申请表")
                .endsWith("〓");
        assertThat(finding.found()).as("it has this one").doesNotContain("A");
        assertThat(finding.fix()).contains("fonts-wqy-zenhei", Settings.FORM_FONT);
    }

    @Test
    void fontWithOtherOutlinesCannotBeEmbedded() throws IOException {
        Finding.Line finding = finding(TinyFont.write(directory.resolve("cff.otf"), "CFF "));

        assertThat(finding.ok()).isFalse();
        assertThat(finding.found()).contains("its outlines are not TrueType");
    }

    @Test
    void fileThatIsNoFontIsNamed() throws IOException {
        Finding.Line finding = finding(Files.writeString(directory.resolve("text.ttf"), "no font"));

        assertThat(finding.ok()).isFalse();
        assertThat(finding.found()).contains("no font file that can be read");
    }

    @Test
    void fontThatIsMissingNamesThePackage() {
        Finding.Line finding = finding(directory.resolve("none.ttf"));

        assertThat(finding.ok()).isFalse();
        assertThat(finding.found()).startsWith("none");
        assertThat(finding.fix()).contains("fonts-wqy-zenhei");
    }

    private Finding.Line finding(Path font) {
        return FontFinding.of(Map.of(Settings.FORM_FONT, font.toString()), directory)
                .in(Texts.ENGLISH);
    }
}
