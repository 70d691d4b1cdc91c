package org.stoppayment.cli.client;

import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.kernel.CertificateSubject;

/** Connections to the services of a suite in the name of anybody who has a certificate of it, for tests and benchmarks. */
public final class ServiceConnection {

    private ServiceConnection() {}

    /** A new connection with the certificate of {@code caller}. */
    public static ManagedChannel open(Suite suite, ServiceName service, CertificateSubject caller) {
        return OkHttpChannelBuilder.forTarget(suite.grpcAddress(service))
                .sslSocketFactory(
                        new TlsSockets(suite.directory().certificates().identity(caller), service))
                .overrideAuthority(service.subject().name())
                .build();
    }
}
