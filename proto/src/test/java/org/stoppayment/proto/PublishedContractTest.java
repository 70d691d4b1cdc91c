package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jar publishes for those who do not write Java. */
class PublishedContractTest {

    private static final Path SOURCES = Path.of("src", "main", "proto");

    @Test
    void everyProtoFileIsInTheJar() throws IOException {
        for (String name : sources()) {
            try (InputStream published = resource(name)) {
                assertThat(published).as(name).isNotNull();
                assertThat(new String(published.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(Files.readString(SOURCES.resolve(name)));
            }
        }
    }

    @Test
    void theDescriptorSetHasEveryFileAndWhatItImports() throws Exception {
        FileDescriptorSet set;
        try (InputStream published = resource("stoppayment/contract.dsc")) {
            set = FileDescriptorSet.parseFrom(published);
        }

        Map<String, FileDescriptor> built = new LinkedHashMap<>();
        for (FileDescriptorProto file : set.getFileList()) {
            FileDescriptor[] imports =
                    file.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
            assertThat(imports).as("imports of %s", file.getName()).doesNotContainNull();
            built.put(file.getName(), FileDescriptor.buildFrom(file, imports));
        }
        assertThat(built.keySet()).containsAll(sources()).contains("google/protobuf/timestamp.proto");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static InputStream resource(String name) {
        return PublishedContractTest.class.getClassLoader().getResourceAsStream(name);
    }
}
