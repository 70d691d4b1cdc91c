package org.stoppayment.recovery.testkit;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF files. */
public final class PdfText {

    private PdfText() {}

    /** The text of a file; spaces and line breaks are left out, since a line may break anywhere. */
    public static String of(byte[] pdf) {
        return inLines(pdf).replaceAll("\\s+", "");
    }

    /** The text of a file, line by line. */
    public static String inLines(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Number of pages of a file. */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
