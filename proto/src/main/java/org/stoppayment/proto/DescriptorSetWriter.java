package org.stoppayment.proto;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the contract as a {@code FileDescriptorSet}, with all that it imports: for tools that read descriptors, and for a protoc
 * that is older than the contract. The build puts it into the jar.
 */
public final class DescriptorSetWriter {

    private static final Pattern JAVA_PACKAGE = Pattern.compile("(?m)^option java_package = \"([^\"]+)\";$");
    private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(message|service) (\\w+) ");

    private final Map<String, FileDescriptorProto> files = new LinkedHashMap<>();

    private DescriptorSetWriter() {}

    /** Arguments: the folder of the proto files, and the file to write. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path target = Path.of(args[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, of(Path.of(args[0])).toByteArray());
    }

    /** The descriptors of all proto files in a folder, what a file imports before it. */
    static FileDescriptorSet of(Path folder) throws IOException, ReflectiveOperationException {
        DescriptorSetWriter writer = new DescriptorSetWriter();
        List<Path> sources;
        try (Stream<Path> found = Files.walk(folder)) {
            sources = found.filter(file -> file.toString().endsWith(".proto"))
                    .sorted()
                    .toList();
        }
        for (Path source : sources) {
            writer.add(descriptor(Files.readString(source)));
        }
        return FileDescriptorSet.newBuilder().addAllFile(writer.files.values()).build();
    }

    private void add(FileDescriptor file) {
        file.getDependencies().forEach(this::add);
        files.putIfAbsent(file.getName(), file.toProto());
    }

    /** The descriptor that the generated code has of a file, found by the first message or service in it. */
    private static FileDescriptor descriptor(String source) throws ReflectiveOperationException {
        Matcher javaPackage = JAVA_PACKAGE.matcher(source);
        Matcher first = TOP_LEVEL.matcher(source);
        if (!javaPackage.find() || !first.find()) {
            throw new IllegalArgumentException("proto file: no java_package, message or service (expected: each)");
        }
        String name = javaPackage.group(1) + "." + first.group(2);
        if (first.group(1).equals("message")) {
            return ((Descriptor) Class.forName(name).getMethod("getDescriptor").invoke(null)).getFile();
        }
        ServiceDescriptor service = (ServiceDescriptor)
                Class.forName(name + "Grpc").getMethod("getServiceDescriptor").invoke(null);
        return ((ProtoFileDescriptorSupplier) service.getSchemaDescriptor()).getFileDescriptor();
    }
}
