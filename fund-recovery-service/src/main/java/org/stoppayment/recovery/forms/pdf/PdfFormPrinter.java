package org.stoppayment.recovery.forms.pdf;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.recovery.forms.application.FormPrinter;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFile;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;

/** Prints forms as PDF files, on threads of its own: some at a time, and some wait. */
@Singleton
class PdfFormPrinter implements FormPrinter {

    private static final long IDLE_SECONDS = 30;

    private final FontFiles files;
    private final FormConfig config;
    private final ThreadPoolExecutor threads;

    PdfFormPrinter(FontFiles files, FormConfig config) {
        this.files = files;
        this.config = config;
        threads = new ThreadPoolExecutor(
                config.maxAtOnce(),
                config.maxAtOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.maxWaiting()),
                task -> new Thread(task, "forms"));
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    @Override
    public Uni<Content> content(FormName name, FormFacts facts, Map<String, String> institutions) {
        return onThread(() -> {
            files.font(); // before anything is worked out
            return FormText.of(name, facts, institutions, config.maxRows());
        });
    }

    @Override
    public Uni<Printed> print(Content content, Imprint imprint) {
        return onThread(() -> print((FormText) content, imprint));
    }

    private <T> Uni<T> onThread(Callable<T> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    var caller = Contexts.current();
                    return Uni.createFrom()
                            .item(() -> call(work))
                            .runSubscriptionOn(threads)
                            .emitOn(caller);
                })
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new ServiceException.Overloaded(
                        "too many forms are being made (expected: another replica, or later)"));
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String imprint(Imprint imprint, int missing) {
        return FormTemplates.render("imprint", ImprintForm.of(imprint, missing));
    }

    private Printed print(FormText text, Imprint imprint) throws IOException {
        try (FormFonts fonts = FormFonts.open(files.font(), files.rareFont())) {
            PrintableText printable = new PrintableText(fonts);
            List<FormUnit> content = FormUnit.of(printable.of(text.html()));
            printable.of(imprint(imprint, 0)); // who made it may have a rare name
            List<FormUnit> units = FormUnit.withEnd(content, printable.of(imprint(imprint, printable.missing())));
            try (FormDocument document = new FormDocument(fonts, printable.needsRare(), text.style())) {
                document.print(units);
                document.number(text.footer());
                byte[] bytes = document.bytes(
                        text.kind().title(), imprint.formId().getLeastSignificantBits(), imprint.madeAt());
                FormFile file =
                        new FormFile(FormText.digest(bytes), bytes.length, document.pages(), printable.missing());
                return new Printed(bytes, file);
            }
        }
    }
}
