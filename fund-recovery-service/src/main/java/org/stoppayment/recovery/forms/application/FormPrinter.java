package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFile;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;

/** Port: makes files of forms, a few at a time, and never on the thread of the caller. */
public interface FormPrinter {

    /** Does the work of making a form when its turn comes: a few at a time. Fails with {@code Overloaded} when too many wait. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> making);

    /**
     * What a form says. Fails with a refusal when it cannot be printed here.
     *
     * @param institutions names of institutions, by code
     */
    Uni<Content> content(FormName name, FormFacts facts, Map<String, String> institutions);

    /** The file of a form: the same for the same content and imprint. */
    Uni<Printed> print(Content content, Imprint imprint);

    /** What a form says, before it is printed. */
    interface Content {

        /** SHA-256 of it as hexadecimal digits. */
        String digest();
    }

    /**
     * A printed form.
     *
     * @param bytes the PDF file
     * @param file its description
     */
    record Printed(byte[] bytes, FormFile file) {}
}
