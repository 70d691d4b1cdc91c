package org.stoppayment.recovery.forms.pdf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.forms.application.FormPrinter;
import org.stoppayment.recovery.forms.application.FormPrinter.Printed;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;

/** Prints forms of sample plans, and reads what they say. */
final class PrintedForms implements AutoCloseable {

    static final Imprint IMPRINT = new Imprint(
            UUID.fromString("01a22f57-aab1-7f07-bd50-1f7f496fbbf3"),
            1,
            new Officer("福州市公安局", "350100"),
            Instant.parse("2026-03-01T06:00:00Z"));

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PdfFormPrinter printer;

    /** @param rareFont empty: none is installed */
    PrintedForms(Optional<Path> rareFont) {
        this(Optional.empty(), rareFont, 10_000);
    }

    PrintedForms(Optional<Path> font, Optional<Path> rareFont, int maxRows) {
        FormConfig config = new FormConfig() {
            @Override
            public Optional<Path> font() {
                return font;
            }

            @Override
            public Optional<Path> rareFont() {
                return rareFont;
            }

            @Override
            public int maxRows() {
                return maxRows;
            }

            @Override
            public int maxAtOnce() {
                return 1;
            }

            @Override
            public int maxWaiting() {
                return 1;
            }
        };
        printer = new PdfFormPrinter(new FontFiles(config), config);
    }

    Printed print(FormName name, FormFacts facts) {
        return print(name, facts, IMPRINT);
    }

    Printed print(FormName name, FormFacts facts, Imprint imprint) {
        FormPrinter.Content content =
                printer.content(name, facts, SamplePlans.INSTITUTIONS).await().atMost(PATIENCE);
        return printer.print(content, imprint).await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        printer.close();
    }
}
