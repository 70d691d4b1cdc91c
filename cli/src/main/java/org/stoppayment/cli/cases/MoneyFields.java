package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Money;

/**
 * The sums in a message of the contract, as people type them. A field in fen has digits only: {@code "140000.00"} was meant as
 * yuan, and protobuf would read it as 140,000 fen. {@code "amount"} is in yuan, such as {@code "140,000.00"}, and becomes
 * {@code amountFen}.
 */
final class MoneyFields {

    private static final Pattern FEN_FIELD = Pattern.compile(".*(Fen|_fen)");
    private static final Pattern FEN = Pattern.compile("-?[0-9]+");
    private static final String AMOUNT = "amount";
    private static final String AMOUNT_FEN = "amountFen";
    private static final String AMOUNT_FEN_IN_PROTO = "amount_fen";
    private static final int MAX_FEN_DIGITS = 18;

    private final JsonText file;

    private MoneyFields(JsonText file) {
        this.file = file;
    }

    /**
     * Changes all sums of a message to fen.
     *
     * @throws CliException that names the first field that is neither
     */
    static void toFen(JsonText file, JsonNode message) {
        new MoneyFields(file).convert(message, JsonPointer.empty());
    }

    private void convert(JsonNode node, JsonPointer at) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                convert(array.get(i), at.appendIndex(i));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                convert(object, field.getKey(), field.getValue(), at.appendProperty(field.getKey()));
            }
        }
    }

    private void convert(ObjectNode object, String name, JsonNode value, JsonPointer at) {
        if (name.equals(AMOUNT)) {
            object.remove(AMOUNT);
            if (!value.isNull()) { // null is as good as absent, as in every JSON message of the contract
                String fen = fen(object, value, at);
                object.remove(AMOUNT_FEN_IN_PROTO);
                object.put(AMOUNT_FEN, fen);
            }
        } else if (FEN_FIELD.matcher(name).matches()) {
            requireFen(value, at);
        } else {
            convert(value, at);
        }
    }

    private String fen(ObjectNode object, JsonNode yuan, JsonPointer at) {
        if (object.hasNonNull(AMOUNT_FEN) || object.hasNonNull(AMOUNT_FEN_IN_PROTO)) {
            throw wrong(at, yuan, FileText.TWO_SUMS, "");
        }
        String currency = object.path("currency").asText("");
        if (!currency.isEmpty() && !currency.equals("CNY")) {
            throw wrong(at, yuan, FileText.FOREIGN_SUM, currency);
        }
        if (!yuan.isTextual() || !Yuan.isYuan(yuan.textValue())) {
            throw wrong(at, yuan, FileText.NOT_YUAN, "");
        }
        return Yuan.fen(yuan.textValue())
                .map(String::valueOf)
                .orElseThrow(() -> wrong(
                        at,
                        yuan,
                        FileText.YUAN_RANGE,
                        Money.ofFen(Money.MAX_FEN).toString()));
    }

    private void requireFen(JsonNode value, JsonPointer at) {
        boolean isFen = value.isNull()
                || value.isIntegralNumber()
                || value.isTextual() && FEN.matcher(value.textValue()).matches();
        if (!isFen) {
            throw wrong(at, value, FileText.NOT_FEN, "");
        }
        if (value.asText().length() > MAX_FEN_DIGITS) {
            throw wrong(at, value, FileText.FEN_RANGE, String.valueOf(Money.MAX_FEN));
        }
    }

    private CliException wrong(JsonPointer at, JsonNode value, FileText text, String expected) {
        return file.wrong(file.place(at), text, JsonText.shown(value), expected);
    }
}
