package org.stoppayment.cli.command.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.files.TrueTypeFile;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.FormFontFiles;

/** Whether forms can be printed here: a font is there, can be embedded, and draws what stands on every form. */
final class FontFinding {

    private FontFinding() {}

    /** @param workingDirectory resolves a relative path */
    static Finding of(Map<String, String> environment, Path workingDirectory) {
        Optional<Path> named = Optional.ofNullable(environment.get(Settings.FORM_FONT))
                .filter(set -> !set.isEmpty())
                .map(workingDirectory::resolve);
        Optional<Path> found = FormFontFiles.font(named);
        Optional<Text> problem = found.map(FontFinding::problem).orElse(Optional.of(Text.of(DoctorText.FONT_MISSING)));
        return Finding.of(
                DoctorText.FONT,
                problem.isEmpty(),
                problem.orElseGet(() -> texts -> String.valueOf(found.orElseThrow())),
                Text.of(DoctorText.FONT_FIX, FormFontFiles.PACKAGE, Settings.FORM_FONT));
    }

    private static Optional<Text> problem(Path file) {
        try {
            TrueTypeFile font = TrueTypeFile.open(file);
            if (!font.hasOutlines()) {
                return Optional.of(Text.of(DoctorText.FONT_OUTLINES, file));
            }
            String missing = missing(font);
            return missing.isEmpty() ? Optional.empty() : Optional.of(Text.of(DoctorText.FONT_LACKS, file, missing));
        } catch (IOException unreadable) {
            return Optional.of(Text.of(DoctorText.FONT_UNREADABLE, file));
        }
    }

    private static String missing(TrueTypeFile font) throws IOException {
        StringBuilder missing = new StringBuilder();
        for (int character : FormFontFiles.ON_EVERY_FORM.codePoints().distinct().toArray()) {
            if (!font.draws(character)) {
                missing.appendCodePoint(character);
            }
        }
        return missing.toString();
    }
}
