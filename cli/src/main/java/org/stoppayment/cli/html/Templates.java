package org.stoppayment.cli.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.output.Formats;

/**
 * Renders the Qute templates of report pages. Every value is escaped for HTML. The engine reads values by reflection, so their
 * types and accessors must be public.
 */
public final class Templates {

    private static final String FOLDER = "/templates/";

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolvers.rawResolver())
            .addValueResolver(yuan())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(name -> Optional.of(new HtmlTemplate(name)))
            .build();

    private Templates() {}

    /** Renders {@code name.html}; the name begins with its folder, such as {@code drill/report}. */
    public static String render(String name, Map<String, ?> values) {
        TemplateInstance template = ENGINE.getTemplate(name).instance();
        values.forEach(template::data);
        return template.render();
    }

    /** The text of a file in the templates' folder, such as {@code drill/report.css}. */
    public static String resource(String file) {
        try (InputStream input = Templates.class.getResourceAsStream(FOLDER + file)) {
            if (input == null) {
                throw new IllegalStateException(FOLDER + file + " is not in the jar");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code fen.yuan} in a template. */
    private static ValueResolver yuan() {
        return ValueResolver.builder()
                .applyToBaseClass(Long.class)
                .applyToName("yuan")
                .resolveSync(context -> Formats.yuan((Long) context.getBase()))
                .build();
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
