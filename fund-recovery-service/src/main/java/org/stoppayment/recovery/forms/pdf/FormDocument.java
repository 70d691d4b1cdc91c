package org.stoppayment.recovery.forms.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.stoppayment.kernel.LegalTerm;

/**
 * A PDF file that is made part by part, so that its layout needs no more memory than that of some pages. A part ends where a page does: what
 * comes to stand on its last page is printed again as the beginning of the next part. Nothing of it is on a disk, since it has personal data.
 */
final class FormDocument implements AutoCloseable {

    private static final int UNITS_AT_ONCE = 150;
    private static final int CHARACTERS_AT_ONCE = 100_000;
    private static final float FOOTER_SIZE = 7.5f;
    private static final float FOOTER_MARGIN = 56;
    private static final float FOOTER_FROM_BOTTOM = 34;
    private static final float LINE = 10;
    private static final float THOUSANDTHS = 1000f;

    static {
        XRLog.setLoggingEnabled(false); // it would log text of forms
    }

    private final PDDocument document;
    private final PDFont font;
    private final List<PDFontSupplier> fonts;
    private final String style;

    /** @param needsRare true when some text needs the font for rare characters */
    FormDocument(FormFonts fonts, boolean needsRare, String style) throws IOException {
        this.document = new PDDocument();
        this.font = PDType0Font.load(document, fonts.main(), true);
        this.fonts = needsRare
                ? List.of(
                        new PDFontSupplier(font),
                        new PDFontSupplier(
                                PDType0Font.load(document, fonts.rare().orElseThrow(), true)))
                : List.of(new PDFontSupplier(font));
        this.style = style;
    }

    /** Prints units, each part to the end of a page; false when it stopped since the caller has left. */
    boolean print(List<FormUnit> units, BooleanSupplier isLeft) throws IOException {
        int from = 0;
        while (from < units.size() && !isLeft.getAsBoolean()) {
            from = printPart(units, from, endOfPart(units, from));
        }
        return from >= units.size();
    }

    /** A part has one unit at least, and otherwise no more units and no more text than a small memory holds. */
    private static int endOfPart(List<FormUnit> units, int from) {
        int to = from + 1;
        int characters = units.get(from).html().length();
        while (to < units.size() && to - from < UNITS_AT_ONCE) {
            characters += units.get(to).html().length();
            if (characters > CHARACTERS_AT_ONCE) {
                break;
            }
            to++;
        }
        return to;
    }

    /** Prints some units; the first that is not printed. */
    private int printPart(List<FormUnit> units, int from, int to) throws IOException {
        int firstPage = document.getNumberOfPages();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePDDocument(document)
                .useUriResolver((base, uri) -> null) // nothing is fetched
                .withHtmlContent(page(FormUnit.html(units, from, to)), null);
        String[] families = {"form", "rare"};
        for (int i = 0; i < fonts.size(); i++) {
            builder.useFont(fonts.get(i), families[i]);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            int lastPage = document.getNumberOfPages() - firstPage - 1;
            if (to == units.size() || lastPage == 0) {
                return to;
            }
            PartPages pages = PartPages.of(renderer.findPagePositionsByID(PartPages.IDS));
            for (int page = lastPage; page > 0; page--) {
                OptionalInt next =
                        pages.firstOf(page).stream().filter(unit -> unit > from).findFirst();
                if (next.isPresent()) {
                    removePagesFrom(firstPage + page);
                    return next.getAsInt();
                }
            }
            return to;
        }
    }

    private void removePagesFrom(int page) {
        for (int last = document.getNumberOfPages() - 1; last >= page; last--) {
            document.removePage(last);
        }
    }

    private String page(String body) {
        return "<html><head><style>" + style + "</style></head><body>" + body + "</body></html>";
    }

    /** Number of pages so far. */
    int pages() {
        return document.getNumberOfPages();
    }

    /**
     * Writes at the foot of each page the lines that are given, and its number.
     *
     * @param lines of which the font has all characters
     */
    void number(List<String> lines) throws IOException {
        int pages = pages();
        for (int i = 0; i < pages; i++) {
            PDPage page = document.getPage(i);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content.setFont(font, FOOTER_SIZE);
                float y = FOOTER_FROM_BOTTOM;
                for (String line : lines) {
                    write(content, line, FOOTER_MARGIN, y);
                    y -= LINE;
                }
                String number = "第 " + (i + 1) + " 页 共 " + pages + " 页";
                write(
                        content,
                        number,
                        page.getMediaBox().getWidth() - FOOTER_MARGIN - width(number),
                        FOOTER_FROM_BOTTOM);
            }
        }
    }

    private float width(String text) throws IOException {
        return font.getStringWidth(text) / THOUSANDTHS * FOOTER_SIZE;
    }

    private static void write(PDPageContentStream content, String text, float x, float y) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /**
     * The bytes of the file: the same for the same pages, title, id and moment.
     *
     * @param id of the file
     * @param at when it was made
     */
    byte[] bytes(String title, long id, Instant at) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, LegalTerm.ZONE)));
        document.setDocumentInformation(information);
        document.setDocumentId(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
