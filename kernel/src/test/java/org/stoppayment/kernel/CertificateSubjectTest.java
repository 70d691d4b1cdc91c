package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.CertificateSubject.Kind;

class CertificateSubjectTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isReadAsItIsWritten(Kind kind) {
        CertificateSubject subject = new CertificateSubject(kind, "a, \"name\" + 中");

        assertThat(CertificateSubject.of(new X500Principal(subject.distinguishedName())))
                .contains(subject);
    }

    @Test
    void otherPartsOfTheNameDoNotMatter() {
        assertThat(CertificateSubject.of(new X500Principal("CN=account-freeze, OU=services, O=City, C=CN")))
                .contains(new CertificateSubject(Kind.SERVICE, "account-freeze"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=account-freeze",
                "CN=account-freeze, OU=strangers",
                "CN=account-freeze, OU=Services",
                "OU=services",
                "CN=account-freeze, OU=services, OU=institutions",
                "CN=account-freeze, CN=bank-gateway, OU=services"
            })
    void aNameThatSaysNotOneThingIsNobodys(String name) {
        assertThat(CertificateSubject.of(new X500Principal(name))).isEqualTo(Optional.empty());
    }
}
