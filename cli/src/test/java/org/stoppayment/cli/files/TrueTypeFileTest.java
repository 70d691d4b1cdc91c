package org.stoppayment.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.FormFontFiles;

class TrueTypeFileTest {

    @TempDir
    private Path directory;

    @Test
    void drawsWhatItHasOutlinesFor() throws IOException {
        TrueTypeFile font = TrueTypeFile.open(TinyFont.write(directory.resolve("tiny.ttf"), "glyf"));

        assertThat(font.hasOutlines()).isTrue();
        assertThat(font.draws('A')).isTrue();
        assertThat(font.draws('B')).as("its glyph is blank").isFalse();
        assertThat(font.draws('C')).isFalse();
        assertThat(font.draws('返')).isFalse();
        assertThat(font.draws(0x20BB7)).as("beyond the basic plane").isTrue();
    }

    @Test
    void otherOutlinesAreNone() throws IOException {
        TrueTypeFile font = TrueTypeFile.open(TinyFont.write(directory.resolve("tiny.otf"), "CFF "));

        assertThat(font.hasOutlines()).isFalse();
        assertThat(font.draws('A')).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 11, 20, 70})
    void fileThatIsCutOffIsNoFont(int bytes) throws IOException {
        Path whole = TinyFont.write(directory.resolve("tiny.ttf"), "glyf");
        Path cut = Files.write(directory.resolve("cut.ttf"), Arrays.copyOf(Files.readAllBytes(whole), bytes));

        assertThatThrownBy(() -> TrueTypeFile.open(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void textIsNoFont() throws IOException {
        Path text = Files.writeString(directory.resolve("text.ttf"), "no font, however long the text may be");

        assertThatThrownBy(() -> TrueTypeFile.open(text)).isInstanceOf(IOException.class);
    }

    @Test
    void fontOfThePackageDrawsWhatStandsOnEveryForm() throws IOException {
        Optional<Path> file = FormFontFiles.font(Optional.empty());
        assumeThat(file).isPresent();

        TrueTypeFile font = TrueTypeFile.open(file.orElseThrow());

        for (int character : FormFontFiles.ON_EVERY_FORM.codePoints().toArray()) {
            assertThat(font.draws(character)).as(Character.toString(character)).isTrue();
        }
        assertThat(font.draws(0xE000)).as("for private use").isFalse();
    }
}
