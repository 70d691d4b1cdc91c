package org.stoppayment.cli.cases;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that a message of the contract and the messages within it know, as JSON writes them. */
final class ContractNames {

    /** Names by the full name of their message or enum. */
    private final Map<String, List<String>> namesByType = new LinkedHashMap<>();

    ContractNames(Descriptor message) {
        add(message);
    }

    /** The names of the fields of a message, or of the values of an enum, but the one that means nothing. */
    Optional<List<String>> of(String type) {
        return Optional.ofNullable(namesByType.get(type));
    }

    private void add(Descriptor message) {
        List<FieldDescriptor> fields = message.getFields();
        if (namesByType.containsKey(message.getFullName())) {
            return;
        }
        Stream<String> names = fields.stream().map(FieldDescriptor::getJsonName);
        namesByType.put(message.getFullName(), names.sorted().toList());
        for (FieldDescriptor field : fields) {
            if (field.getJavaType() == JavaType.MESSAGE) {
                add(field.getMessageType());
            } else if (field.getJavaType() == JavaType.ENUM) {
                namesByType.put(
                        field.getEnumType().getFullName(),
                        field.getEnumType().getValues().stream()
                                .filter(value -> value.getNumber() != 0)
                                .map(EnumValueDescriptor::getName)
                                .toList());
            }
        }
    }
}
