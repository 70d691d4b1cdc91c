package org.stoppayment.kit.security;

import io.quarkus.security.credential.CertificateCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.CertificateSubject;

/** Gives a caller the roles of its certificate. One whose certificate names nobody of the suite has no role. */
@ApplicationScoped
public class CertificateRoles implements SecurityIdentityAugmentor {

    /** The attribute of an identity that holds its {@link CertificateSubject}. */
    public static final String SUBJECT = "stoppayment.certificate-subject";

    private final TlsIdentity tls;

    CertificateRoles(TlsIdentity tls) {
        this.tls = tls;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        @Nullable CertificateCredential presented = identity.getCredential(CertificateCredential.class);
        Optional<CertificateSubject> subject = Optional.ofNullable(presented)
                .flatMap(credential ->
                        CertificateSubject.of(credential.getCertificate().getSubjectX500Principal()));
        return Uni.createFrom()
                .item(subject.<SecurityIdentity>map(known -> QuarkusSecurityIdentity.builder(identity)
                                .addRoles(roles(known))
                                .addAttribute(SUBJECT, known)
                                .build())
                        .orElse(identity));
    }

    private Set<String> roles(CertificateSubject subject) {
        return switch (subject.kind()) {
            case SERVICE ->
                subject.equals(tls.ownSubject()) ? Set.of(Roles.SELF, subject.name()) : Set.of(subject.name());
            case DISPATCH -> Set.of(Roles.DISPATCH_SYSTEM);
            case INSTITUTION -> Set.of(Roles.INSTITUTION);
            case COMMAND -> Set.of(Roles.COMMAND);
        };
    }
}
