package org.stoppayment.gateway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One object of the registry file, and where it stands. */
final class Entry {

    private final JsonNode node;
    private final String place;
    private final Findings findings;

    Entry(JsonNode node, String place, Findings findings) {
        this.node = node;
        this.place = place;
        this.findings = findings;
        if (!isReadable(node)) {
            findings.add(place.isEmpty() ? "file" : place, "***", "keys and values");
        }
    }

    /** The place of a key, such as {@code institutions[3].code}. */
    String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    void finding(String key, String value, String expected) {
        findings.add(at(key), value, expected);
    }

    /** Finds every key that is not one of these. */
    void allow(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                finding(key, "unknown key", "one of " + new TreeSet<>(keys));
            }
        });
    }

    boolean has(String key) {
        return !node.path(key).isMissingNode() && !node.path(key).isNull();
    }

    /** The text of a key; empty when it is absent or no text, without a finding. */
    String plain(String key) {
        return node.path(key).isTextual() ? node.path(key).textValue() : "";
    }

    /** The whole number of a key, -1 when it is none. */
    long whole(String key) {
        JsonNode value = node.path(key);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
    }

    /** What stands at a key, for a finding. Never asked of a secret. */
    String shown(String key) {
        JsonNode value = node.path(key);
        return has(key) ? value.isValueNode() ? value.asText() : "***" : "none";
    }

    Entry object(String key) {
        JsonNode value = node.path(key);
        return new Entry(value.isNull() ? MissingNode.getInstance() : value, at(key), findings);
    }

    /** The objects of a list; what is none is a finding. */
    List<Entry> objects(String key) {
        List<Entry> entries = new ArrayList<>();
        int index = 0;
        for (JsonNode value : array(key)) {
            Entry entry = new Entry(value, at(key) + "[" + index++ + "]", findings);
            if (isReadable(value)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The texts of a list; what is no text is left out, without a finding. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(key)) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        }
        return texts;
    }

    /** True when a key is absent or a list of texts. */
    boolean isTexts(String key) {
        return !has(key)
                || node.path(key).isArray()
                        && texts(key).size() == node.path(key).size();
    }

    private static boolean isReadable(JsonNode node) {
        return node.isObject() || node.isMissingNode();
    }

    private Iterable<JsonNode> array(String key) {
        return node.path(key).isArray() ? node.path(key) : List.of();
    }
}
