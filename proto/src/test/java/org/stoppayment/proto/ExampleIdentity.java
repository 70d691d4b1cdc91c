package org.stoppayment.proto;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * One self-signed certificate for both ends of a connection: who trusts it accepts it.
 *
 * @param certificate its file
 * @param key the file of its key
 */
record ExampleIdentity(Path certificate, Path key) {

    private static final String PASSWORD = "for-this-test-only";

    /** One of a server with that name, in files of a directory. */
    static ExampleIdentity make(Path directory, String name) throws Exception {
        Files.createDirectories(directory);
        Path store = directory.resolve("store.p12");
        keytool(store, name);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key own = keys.getKey("own", PASSWORD.toCharArray());
        return new ExampleIdentity(
                write(
                        directory.resolve("own.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("own").getEncoded()),
                write(directory.resolve("own.key"), "PRIVATE KEY", own.getEncoded()));
    }

    private static void keytool(Path store, String name) throws IOException, InterruptedException {
        Path output = store.resolveSibling("keytool.txt");
        int exit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(Files.readString(output));
        }
    }

    private static Path write(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    /** A server that shows it, and takes only callers that show it. */
    ServerCredentials server() throws IOException {
        return TlsServerCredentials.newBuilder()
                .keyManager(certificate.toFile(), key.toFile())
                .trustManager(certificate.toFile())
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
    }

    /** The arguments of an example that shows it and trusts it. */
    List<String> arguments() {
        return List.of(certificate.toString(), key.toString(), certificate.toString());
    }
}
