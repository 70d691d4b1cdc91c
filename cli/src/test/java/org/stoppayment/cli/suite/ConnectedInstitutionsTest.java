package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.suite.ConnectedInstitutions.Origin;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

class ConnectedInstitutionsTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String ICBC = "102100099996";

    @TempDir
    private Path temporary;

    private StateDirectory directory;
    private ConnectedInstitutions connected;

    @BeforeEach
    void start() {
        directory = new StateDirectory(temporary.resolve("state"));
        directory.create();
        SuiteRegistry registry = SuiteRegistry.read(SuiteOptions.ordinary(REPOSITORY, directory));
        registry.write(IntStream.range(30_000, 30_011).boxed().toList());
        connected = new ConnectedInstitutions(directory);
    }

    @Test
    void aNewInstitutionIsOfTheRegistryBeforeTheGatewayIsTold() throws IOException {
        List<String> told = new ArrayList<>();

        assertThat(connected.add(List.of(entry("Z0000000000777", 8080)), () -> told.add(text(directory.registry()))))
                .isEmpty();

        assertThat(told).singleElement().asString().contains("Z0000000000777", "http://127.0.0.1:8080");
        assertThat(origin("Z0000000000777")).isEqualTo(Origin.CONNECTED);
        assertThat(origin(ICBC)).isEqualTo(Origin.SIMULATED);
        assertThat(connected.find("Z0000000000777").orElseThrow().secret()).startsWith("whsec_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.connected())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSimulatedInstitutionIsReplacedAndSimulatedNoLonger() {
        assertThat(connected.add(List.of(entry(ICBC, 8080)), () -> {})).containsExactly(ICBC);

        assertThat(origin(ICBC)).isEqualTo(Origin.CONNECTED);
        assertThat(connected.all()).hasSize(11);
        assertThat(Registry.simulatedIn(directory).codes()).hasSize(10).doesNotContain(ICBC);
    }

    @Test
    void theSecretStaysWhenAnInstitutionIsConnectedAgain() {
        connected.add(List.of(entry(ICBC, 8080)), () -> {});
        String secret = connected.find(ICBC).orElseThrow().secret();

        connected.add(List.of(entry(ICBC, 8081)), () -> {});

        assertThat(connected.find(ICBC).orElseThrow().endpoint()).hasPort(8081);
        assertThat(connected.find(ICBC).orElseThrow().secret()).isEqualTo(secret);
    }

    @Test
    void ofTwoAtOnceNoneIsLost() throws Exception {
        CountDownLatch bothStarted = new CountDownLatch(2);
        List<CompletableFuture<Void>> adds = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ObjectNode entry = entry("Z000000000077" + i, 8080 + i);
            adds.add(CompletableFuture.runAsync(() -> {
                bothStarted.countDown();
                try {
                    bothStarted.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                new ConnectedInstitutions(directory).add(List.of(entry), () -> {});
            }));
        }
        for (CompletableFuture<Void> add : adds) {
            add.get();
        }

        assertThat(connected.all())
                .hasSize(13)
                .extracting(listed -> listed.institution().code().value())
                .contains("Z0000000000770", "Z0000000000771");
        assertThat(text(directory.connected())).contains("Z0000000000770", "Z0000000000771");
    }

    @Test
    void aWrongEntryChangesNothingAndEveryFindingIsNamed() {
        String before = text(directory.registry());
        ObjectNode wrong = entry("102100099995", 8080);
        wrong.put("kind", "SHOP").remove("name");

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> connected.add(List.of(entry("Z0000000000777", 1), wrong), () -> {
                    throw new AssertionError("told");
                }));

        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly("institutions[1].code", "institutions[1].name", "institutions[1].kind");
        assertThat(text(directory.registry())).isEqualTo(before);
        assertThat(directory.connected()).doesNotExist();
    }

    @Test
    void aBinOfAnotherInstitutionIsRefusedByItsCode() {
        ObjectNode entry = entry("Z0000000000777", 8080);
        entry.putArray("bins").add("622202");

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> connected.add(List.of(entry), () -> {}));

        assertThat(refused.violations().get(0).inWords())
                .isEqualTo("institutions[0].bins: 622202 (expected: not the same as " + ICBC + ".bins)");
    }

    @Test
    void everythingIsAsBeforeWhenTheGatewayRefuses() {
        String registry = text(directory.registry());
        String simulated = text(directory.simulated());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> connected.add(List.of(entry(ICBC, 8080)), () -> {
                    throw new IllegalStateException("refused");
                }));

        assertThat(text(directory.registry())).isEqualTo(registry);
        assertThat(text(directory.simulated())).isEqualTo(simulated);
        assertThat(directory.connected()).doesNotExist();
    }

    private Origin origin(String code) {
        return connected.all().stream()
                .filter(listed -> listed.institution().code().value().equals(code))
                .findFirst()
                .orElseThrow()
                .origin();
    }

    private static ObjectNode entry(String code, int port) {
        try {
            return (ObjectNode) Yaml.parse(
                    "{code: \"%s\", name: 银行, kind: BANK, endpoint: \"http://127.0.0.1:%d\"}".formatted(code, port));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        return StateDirectory.textOf(file).orElseThrow();
    }
}
