package org.stoppayment.recovery.forms.pdf;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.recovery.forms.application.FormPrinter;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFile;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;

/** Prints forms as PDF files, on threads of its own. Work whose caller has left ends before its next part. */
@Singleton
class PdfFormPrinter implements FormPrinter {

    private static final long IDLE_SECONDS = 30;

    private final FontFiles files;
    private final FormConfig config;
    private final FormQueue queue;
    private final ThreadPoolExecutor threads;

    PdfFormPrinter(FontFiles files, FormConfig config) {
        this.files = files;
        this.config = config;
        queue = new FormQueue(config.maxAtOnce(), config.maxWaiting());
        threads = new ThreadPoolExecutor(
                config.maxAtOnce(),
                config.maxAtOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), // the queue of makers bounds it
                task -> new Thread(task, "forms"));
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    @Override
    public <T> Uni<T> inTurn(Supplier<Uni<T>> making) {
        return queue.inTurn(making);
    }

    @Override
    public Uni<Content> content(FormName name, FormFacts facts, Map<String, String> institutions) {
        return onThread(isLeft -> {
            files.font(); // before anything is worked out
            return Optional.of(FormText.of(name, facts, institutions, config.maxRows()));
        });
    }

    @Override
    public Uni<Printed> print(Content content, Imprint imprint) {
        return onThread(isLeft -> print((FormText) content, imprint, isLeft));
    }

    /** Work for a caller; empty when the caller has left. */
    private interface Work<T> {

        Optional<T> of(BooleanSupplier isLeft) throws IOException;
    }

    private <T> Uni<T> onThread(Work<? extends T> work) {
        return Uni.createFrom().deferred(() -> {
            AtomicBoolean isLeft = new AtomicBoolean();
            return Uni.createFrom()
                    .<Optional<? extends T>>item(() -> isLeft.get() ? Optional.empty() : call(work, isLeft::get))
                    .runSubscriptionOn(threads)
                    .emitOn(Contexts.current())
                    .onCancellation()
                    .invoke(() -> isLeft.set(true))
                    .map(Optional::orElseThrow);
        });
    }

    private static <T> Optional<? extends T> call(Work<? extends T> work, BooleanSupplier isLeft) {
        try {
            return work.of(isLeft);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String imprint(Imprint imprint, int missing) {
        return FormTemplates.render("imprint", ImprintForm.of(imprint, missing));
    }

    private Optional<Printed> print(FormText text, Imprint imprint, BooleanSupplier isLeft) throws IOException {
        try (FormFonts fonts = FormFonts.open(files.font(), files.rareFont())) {
            PrintableText printable = new PrintableText(fonts);
            List<FormUnit> content = FormUnit.of(printable.of(text.html()));
            printable.of(imprint(imprint, 0)); // who made it may have a rare name
            List<FormUnit> units = FormUnit.withEnd(content, printable.of(imprint(imprint, printable.missing())));
            try (FormDocument document = new FormDocument(fonts, printable.needsRare(), text.style())) {
                if (!document.print(units, isLeft)) {
                    return Optional.empty();
                }
                document.number(text.footer());
                byte[] bytes = document.bytes(
                        text.kind().title(), imprint.formId().getLeastSignificantBits(), imprint.madeAt());
                FormFile file =
                        new FormFile(FormText.digest(bytes), bytes.length, document.pages(), printable.missing());
                return Optional.of(new Printed(bytes, file));
            }
        }
    }
}
