package org.stoppayment.kit.security;

import io.netty.handler.ssl.SslContext;
import org.stoppayment.kernel.CertificateSubject;

/** Who this end of a connection is. */
public interface TlsIdentity {

    /** The subject of its certificate. */
    CertificateSubject ownSubject();

    /** For connections to other services; another object once the certificate is another. */
    SslContext client();
}
