package org.stoppayment.system.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.cases.World;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/**
 * A public case.
 *
 * @param report what the desk sends
 * @param world what the institutions know
 * @param expected what must be true in the end
 */
public record PublicCase(ReportFraudRequest report, World world, Expected expected) {

    private static final Path CASES = Home.find(Path.of("")).resolve("cases");
    private static final Pattern CARD = Pattern.compile("\\b(62\\d{4})\\d{6}(\\d{6})\\d\\b");
    private static final Pattern REQUEST_ID = Pattern.compile("(\"requestId\": \")[^\"]+");
    private static final int IN_AN_HOUR = 3_600;

    /** The case as it is published. */
    public static PublicCase of(String name) {
        return read(CASES, name);
    }

    /**
     * The same story about other accounts, so that it can be played more than once: the institutions take 100 to 200 ms, a third of
     * them call back, and what the mules do after the call they do in an hour.
     */
    public static PublicCase retold(String name, Random random) {
        String mark = "%06d".formatted(random.nextInt(1_000_000));
        try {
            Path directory = Files.createDirectories(Path.of("target", "cases", mark));
            for (String part : new String[] {".report.json", ".world.json", ".expected.json"}) {
                String text = Files.readString(CASES.resolve(name + part));
                text = CARD.matcher(text).replaceAll(card -> Reports.withLuhn(card.group(1) + mark + card.group(2)));
                text = REQUEST_ID.matcher(text).replaceAll("$1" + Reports.newId());
                Files.writeString(directory.resolve(name + part), text);
            }
            PublicCase retold = read(directory, name);
            slowDown(retold.world().content());
            return retold;
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
    }

    private static void slowDown(JsonNode world) {
        int index = 0;
        for (JsonNode institution : world.path("institutions")) {
            ((ObjectNode) institution).put("mode", index++ % 3 == 0 ? "ASYNC" : "SYNC");
            ((ObjectNode) institution).putArray("responseMillis").add(100).add(200);
        }
        for (JsonNode move : world.path("moves")) {
            if (move.path("afterSeconds").asInt() > 0) {
                ((ObjectNode) move).put("afterSeconds", IN_AN_HOUR);
            }
        }
    }

    private static PublicCase read(Path directory, String name) {
        PublicCase read = new PublicCase(
                ProtoFile.read(
                                directory,
                                name + ".report.json",
                                InputStream.nullInputStream(),
                                ReportFraudRequest.newBuilder())
                        .build(),
                World.read(directory.resolve(name + ".world.json")),
                Expected.read(directory.resolve(name + ".expected.json")));
        Reports.remember(read.personal());
        return read;
    }

    /** Whom it is about, and their accounts. */
    private Set<String> personal() {
        Set<String> personal = new HashSet<>(List.of(
                report.getVictim().getName(),
                report.getVictim().getIdNumber(),
                report.getVictim().getPhone(),
                report.getNarrative()));
        report.getSuspectContactsList().forEach(contact -> personal.add(contact.getValue()));
        Stream.concat(
                        report.getTransfersList().stream()
                                .flatMap(transfer -> Stream.of(transfer.getPayer(), transfer.getPayee())),
                        report.getProtectiveStopsList().stream().map(ProtectiveStop::getAccount))
                .forEach(account -> personal.addAll(List.of(account.getName(), account.getNumber())));
        for (JsonNode account : world.content().path("accounts")) {
            personal.add(account.path("name").asText());
            personal.add(account.path("number").asText());
        }
        return personal;
    }
}
