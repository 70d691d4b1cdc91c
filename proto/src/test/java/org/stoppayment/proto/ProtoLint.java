package org.stoppayment.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of the contract, after buf's STANDARD set. Every finding names the element and what was expected of it. */
final class ProtoLint {

    private static final Pattern PACKAGE = Pattern.compile("stoppayment(\\.[a-z]+)+\\.v[0-9]+");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*\\.proto");
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> userOfMessage = new HashMap<>();

    private ProtoLint() {}

    static List<String> findingsIn(Collection<FileDescriptor> files) {
        ProtoLint lint = new ProtoLint();
        files.forEach(lint::file);
        return lint.findings;
    }

    private void file(FileDescriptor file) {
        int slash = file.getName().lastIndexOf('/');
        String folder = file.getName().substring(0, Math.max(slash, 0));
        expect(folder.replace('/', '.').equals(file.getPackage()), file.getName(), "in the folder of its package");
        expect(PACKAGE.matcher(file.getPackage()).matches(), file.getPackage(), "a package stoppayment.<area>.v<n>");
        String name = file.getName().substring(slash + 1);
        expect(FILE_NAME.matcher(name).matches(), file.getName(), "a file in lower_snake_case");
        String javaPackage = file.getPackage().replaceFirst("^stoppayment", "org.stoppayment.proto");
        expect(file.getOptions().getJavaPackage().equals(javaPackage), file.getName(), "java_package " + javaPackage);
        expect(file.getOptions().getJavaMultipleFiles(), file.getName(), "java_multiple_files");
        file.getServices().forEach(this::service);
        file.getEnumTypes().forEach(this::enumeration);
        file.getMessageTypes().forEach(this::message);
    }

    private void service(ServiceDescriptor service) {
        expect(service.getName().endsWith("Service"), service.getFullName(), "a name that ends in Service");
        for (MethodDescriptor method : service.getMethods()) {
            own(method, method.getInputType(), "Request");
            own(method, method.getOutputType(), "Response");
        }
    }

    private void own(MethodDescriptor method, Descriptor type, String suffix) {
        expect(
                type.getName().equals(method.getName() + suffix)
                        && type.getFile().getPackage().equals(packageOf(method)),
                method.getFullName(),
                method.getName() + suffix + " of its own package, not " + type.getFullName());
        String other = userOfMessage.putIfAbsent(type.getFullName(), method.getFullName());
        expect(other == null, method.getFullName(), type.getFullName() + " to itself, not shared with " + other);
    }

    private static String packageOf(MethodDescriptor method) {
        return method.getFile().getPackage();
    }

    private void enumeration(EnumDescriptor type) {
        String prefix = type.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_";
        EnumValueDescriptor zero = type.findValueByNumber(0);
        expect(
                zero != null && zero.getName().equals(prefix + "UNSPECIFIED"),
                type.getFullName(),
                prefix + "UNSPECIFIED = 0");
        expect(!type.getOptions().getAllowAlias(), type.getFullName(), "no aliases");
        Set<Integer> numbers = new TreeSet<>();
        for (EnumValueDescriptor value : type.getValues()) {
            expect(value.getName().startsWith(prefix), value.getFullName(), "the prefix " + prefix);
            numbers.add(value.getNumber());
        }
        for (EnumDescriptorProto.EnumReservedRange range : type.toProto().getReservedRangeList()) {
            addAll(numbers, range.getStart(), range.getEnd());
        }
        withoutGaps(type.getFullName(), 0, numbers);
    }

    private void message(Descriptor type) {
        Set<Integer> numbers = new TreeSet<>();
        for (FieldDescriptor field : type.getFields()) {
            expect(FIELD_NAME.matcher(field.getName()).matches(), field.getFullName(), "a field in lower_snake_case");
            numbers.add(field.getNumber());
        }
        for (DescriptorProto.ReservedRange range : type.toProto().getReservedRangeList()) {
            addAll(numbers, range.getStart(), range.getEnd() - 1);
        }
        withoutGaps(type.getFullName(), 1, numbers);
        type.getEnumTypes().forEach(this::enumeration);
        type.getNestedTypes().forEach(this::message);
    }

    /** A number that was used once must never come back with another meaning: it is reserved, not forgotten. */
    private void withoutGaps(String element, int first, Set<Integer> numbers) {
        int next = first;
        for (int number : numbers) {
            expect(number <= next, element, "number " + next + " used or reserved");
            next = number + 1;
        }
    }

    private static void addAll(Set<Integer> numbers, int first, int last) {
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
    }

    private void expect(boolean right, String element, String expected) {
        if (!right) {
            findings.add(element + " (expected: " + expected + ")");
        }
    }
}
