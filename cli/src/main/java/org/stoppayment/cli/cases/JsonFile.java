package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.nio.file.Path;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Text;

/** Reads JSON files that are not messages of the contract. */
final class JsonFile {

    private JsonFile() {}

    static JsonNode tree(Path file) {
        return JsonText.of(file.toString(), file).tree();
    }

    static <T> T as(Path file, Class<T> type) {
        JsonText text = JsonText.of(file.toString(), file);
        try {
            return Json.MAPPER.readValue(text.text(), type);
        } catch (MismatchedInputException e) {
            throw wrong(text, e);
        } catch (JsonProcessingException e) {
            throw text.wrong(JsonText.position(e.getLocation()), FileText.INVALID, e.getOriginalMessage());
        }
    }

    private static CliException wrong(JsonText text, MismatchedInputException e) {
        JsonPointer at = JsonPointer.empty();
        for (Reference step : e.getPath()) {
            at = step.getFieldName() == null ? at.appendIndex(step.getIndex()) : at.appendProperty(step.getFieldName());
        }
        JsonNode value = text.tree().at(at);
        return text.wrong(
                JsonText.position(e.getLocation()) + ": " + JsonText.path(at),
                FileText.WRONG_TYPE,
                value.isContainerNode()
                        ? Text.of(value.isArray() ? FileText.A_LIST : FileText.AN_OBJECT)
                        : value.toString(),
                inWords(e.getTargetType()));
    }

    private static Text inWords(Class<?> type) {
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Text.of(FileText.A_WHOLE_NUMBER);
        }
        if (type == String.class) {
            return Text.of(FileText.WORDS);
        }
        return Text.of(Iterable.class.isAssignableFrom(type) ? FileText.A_LIST : FileText.AN_OBJECT);
    }
}
