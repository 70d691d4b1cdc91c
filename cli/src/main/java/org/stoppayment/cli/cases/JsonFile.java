package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.nio.file.Path;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;

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
            throw text.notJson(e);
        }
    }

    private static CliException wrong(JsonText text, MismatchedInputException e) {
        JsonPointer at = JsonPointer.empty();
        for (Reference step : e.getPath()) {
            at = step.getFieldName() == null ? at.appendIndex(step.getIndex()) : at.appendProperty(step.getFieldName());
        }
        return text.wrongType(
                JsonText.position(e.getLocation()) + ": " + JsonText.path(at),
                text.tree().at(at),
                expected(e.getTargetType()));
    }

    private static FileText expected(Class<?> type) {
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return FileText.A_WHOLE_NUMBER;
        }
        if (type == String.class) {
            return FileText.WORDS;
        }
        return Iterable.class.isAssignableFrom(type) ? FileText.A_LIST : FileText.AN_OBJECT;
    }
}
