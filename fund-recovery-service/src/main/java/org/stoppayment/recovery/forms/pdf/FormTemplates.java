package org.stoppayment.recovery.forms.pdf;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates of forms: {@code forms/*.html} in the resources. Every value is escaped. Values are read by reflection: their types are public. */
final class FormTemplates {

    private static final String FOLDER = "/forms/";

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(name -> Optional.of(new HtmlTemplate(name)))
            .build();

    /** The style of all forms. */
    static final String STYLE = resource("form.css");

    private FormTemplates() {}

    /** Renders {@code name.html} with a value that the template calls {@code form}. */
    static String render(String name, Object form) {
        return ENGINE.getTemplate(name).data("form", form).render();
    }

    private static String resource(String file) {
        try (InputStream input = FormTemplates.class.getResourceAsStream(FOLDER + file)) {
            if (input == null) {
                throw new IllegalStateException(FOLDER + file + " is not in the jar");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record HtmlTemplate(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(resource(name + ".html"));
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
