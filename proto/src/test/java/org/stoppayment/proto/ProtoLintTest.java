package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProtoLintTest {

    private static final Path ROOT = Path.of("src", "main", "proto");
    private static final Pattern JAVA_PACKAGE = Pattern.compile("(?m)^option java_package = \"([^\"]+)\";$");
    private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(message|service) (\\w+) ");

    private static final TreeMap<String, List<String>> texts = new TreeMap<>();
    private static final TreeMap<String, FileDescriptor> files = new TreeMap<>();

    @BeforeAll
    static void readTheContract() throws Exception {
        try (Stream<Path> found = Files.walk(ROOT)) {
            for (Path file : found.filter(p -> p.toString().endsWith(".proto")).toList()) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readAllLines(file));
                FileDescriptor descriptor = descriptorOf(Files.readString(file));
                files.put(descriptor.getName(), descriptor);
            }
        }
    }

    @Test
    void noFileOfTheContractIsLeftOut() {
        assertThat(files.keySet()).isEqualTo(texts.keySet()).hasSizeGreaterThanOrEqualTo(13);
    }

    @Test
    void theContractKeepsItsRules() {
        assertThat(ProtoLint.findingsIn(files.values())).isEmpty();
    }

    @Test
    void everythingInTheContractHasAComment() {
        List<String> findings = new ArrayList<>();
        texts.forEach(
                (name, lines) -> findings.addAll(ProtoText.read(name, lines).findings()));
        assertThat(findings).isEmpty();
    }

    @Test
    void noDeclarationEscapesTheReadingOfTheText() {
        texts.forEach((name, lines) -> assertThat(ProtoText.read(name, lines).declarations())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(namesIn(files.get(name))));
    }

    @Test
    void everyOffenceIsFound() throws Exception {
        FileDescriptorProto bad = FileDescriptorProto.newBuilder()
                .setName("stoppayment/elsewhere/v1/Bad-Name.proto")
                .setPackage("stoppayment.bad")
                .addEnumType(EnumDescriptorProto.newBuilder()
                        .setName("BadKind")
                        .addValue(value("BAD_KIND_NONE", 0))
                        .addValue(value("OTHER", 2)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Shared")
                        .addField(field("camelCase", 1))
                        .addField(field("after_gap", 3)))
                .addService(ServiceDescriptorProto.newBuilder()
                        .setName("Desk")
                        .addMethod(method("Ask"))
                        .addMethod(method("Tell")))
                .build();
        List<String> findings = ProtoLint.findingsIn(List.of(FileDescriptor.buildFrom(bad, new FileDescriptor[0])));
        assertThat(findings)
                .anyMatch(finding -> finding.contains("in the folder of its package"))
                .anyMatch(finding -> finding.contains("a package stoppayment.<area>.v<n>"))
                .anyMatch(finding -> finding.contains("a file in lower_snake_case"))
                .anyMatch(finding -> finding.contains("java_package"))
                .anyMatch(finding -> finding.contains("java_multiple_files"))
                .anyMatch(finding -> finding.contains("BAD_KIND_UNSPECIFIED = 0"))
                .anyMatch(finding -> finding.contains("OTHER (expected: the prefix BAD_KIND_"))
                .anyMatch(finding -> finding.contains("BadKind (expected: number 1 used or reserved"))
                .anyMatch(finding -> finding.contains("camelCase (expected: a field in lower_snake_case"))
                .anyMatch(finding -> finding.contains("Shared (expected: number 2 used or reserved"))
                .anyMatch(finding -> finding.contains("a name that ends in Service"))
                .anyMatch(finding -> finding.contains("AskRequest of its own package"))
                .anyMatch(finding -> finding.contains("TellResponse of its own package"))
                .anyMatch(finding -> finding.contains("not shared with stoppayment.bad.Desk.Ask"));
    }

    @Test
    void reservedNumbersAreNoGap() throws Exception {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("stoppayment/good/v1/good.proto")
                .setPackage("stoppayment.good.v1")
                .setOptions(com.google.protobuf.DescriptorProtos.FileOptions.newBuilder()
                        .setJavaPackage("org.stoppayment.proto.good.v1")
                        .setJavaMultipleFiles(true))
                .addEnumType(EnumDescriptorProto.newBuilder()
                        .setName("GoodKind")
                        .addValue(value("GOOD_KIND_UNSPECIFIED", 0))
                        .addValue(value("GOOD_KIND_SOME", 3))
                        .addReservedRange(EnumDescriptorProto.EnumReservedRange.newBuilder()
                                .setStart(1)
                                .setEnd(2)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Good")
                        .addField(field("one", 1))
                        .addField(field("four", 4))
                        .addReservedRange(DescriptorProto.ReservedRange.newBuilder()
                                .setStart(2)
                                .setEnd(4)))
                .build();
        assertThat(ProtoLint.findingsIn(List.of(FileDescriptor.buildFrom(file, new FileDescriptor[0]))))
                .isEmpty();
    }

    @Test
    void aMissingCommentAndAnUnreadableLineAreFound() {
        List<String> lines = """
                // Said.
                message Said {
                  string unsaid = 1;
                  //
                  string empty = 2;
                  // Far away.

                  string far = 3;
                  oneof choice {
                    // Said.
                    string said = 4 [debug_redact = true];
                  }
                  /* block */ string odd = 5;
                }
                enum Unsaid {
                  UNSAID_UNSPECIFIED = 0;
                }
                service UnsaidService {
                  rpc Ask(AskRequest) returns (AskResponse);
                }
                """.lines().toList();
        assertThat(ProtoText.read("x.proto", lines).findings())
                .containsExactly(
                        "x.proto:3: unsaid (expected: a comment above it)",
                        "x.proto:5: empty (expected: a comment above it)",
                        "x.proto:8: far (expected: a comment above it)",
                        "x.proto:9: choice (expected: a comment above it)",
                        "x.proto:13: /* block */ string odd = 5; (expected: one declaration a line)",
                        "x.proto:15: Unsaid (expected: a comment above it)",
                        "x.proto:16: UNSAID_UNSPECIFIED (expected: a comment above it)",
                        "x.proto:18: UnsaidService (expected: a comment above it)",
                        "x.proto:19: Ask (expected: a comment above it)");
    }

    private static FileDescriptor descriptorOf(String text) throws ReflectiveOperationException {
        Matcher javaPackage = JAVA_PACKAGE.matcher(text);
        Matcher element = TOP_LEVEL.matcher(text);
        assertThat(javaPackage.find() && element.find()).as(text).isTrue();
        String name = javaPackage.group(1) + "." + element.group(2);
        if (element.group(1).equals("message")) {
            return ((Descriptor) Class.forName(name).getMethod("getDescriptor").invoke(null)).getFile();
        }
        Object service =
                Class.forName(name + "Grpc").getMethod("getServiceDescriptor").invoke(null);
        return ((ProtoFileDescriptorSupplier) ((ServiceDescriptor) service).getSchemaDescriptor()).getFileDescriptor();
    }

    private static List<String> namesIn(FileDescriptor file) {
        List<String> names = new ArrayList<>();
        file.getServices().forEach(service -> {
            names.add(service.getName());
            service.getMethods().forEach(method -> names.add(method.getName()));
        });
        file.getEnumTypes().forEach(type -> addNames(type, names));
        file.getMessageTypes().forEach(type -> addNames(type, names));
        return names;
    }

    private static void addNames(EnumDescriptor type, List<String> names) {
        names.add(type.getName());
        type.getValues().forEach(value -> names.add(value.getName()));
    }

    private static void addNames(Descriptor type, List<String> names) {
        names.add(type.getName());
        type.getFields().forEach(field -> names.add(field.getName()));
        type.getRealOneofs().forEach(oneof -> names.add(oneof.getName()));
        type.getEnumTypes().forEach(inner -> addNames(inner, names));
        type.getNestedTypes().forEach(inner -> addNames(inner, names));
    }

    private static EnumValueDescriptorProto value(String name, int number) {
        return EnumValueDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .build();
    }

    private static FieldDescriptorProto field(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                .build();
    }

    private static MethodDescriptorProto method(String name) {
        return MethodDescriptorProto.newBuilder()
                .setName(name)
                .setInputType(".stoppayment.bad.Shared")
                .setOutputType(".stoppayment.bad.Shared")
                .build();
    }
}
