package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Forms that were exported. */
public final class PdfFiles {

    private PdfFiles() {}

    /** The text of the only file of a folder whose name begins so, without spaces and line breaks. */
    public static String textOf(Path folder, String beginning) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(file -> file.getFileName().toString().startsWith(beginning + "-"))
                    .toList();
            assertThat(found).as("%s in %s", beginning, folder).hasSize(1);
            try (PDDocument document = Loader.loadPDF(found.get(0).toFile())) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
