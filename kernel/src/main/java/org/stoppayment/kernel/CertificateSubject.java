package org.stoppayment.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * Whom a certificate of the suite is for: {@code CN=<name>,OU=<unit of the kind>}.
 *
 * @param kind what the caller is
 * @param name a service's name, an institution's code, or the name that the suite's authority gave
 */
public record CertificateSubject(Kind kind, String name) {

    /** What callers are. The unit is the OU of their certificates. */
    public enum Kind {
        /** A service of the suite. */
        SERVICE("services"),
        /** A dispatch system, which reports for its desk. */
        DISPATCH("dispatch"),
        /** An institution, which answers for itself only. */
        INSTITUTION("institutions"),
        /** The {@code stoppay} command. */
        COMMAND("commands");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** The OU of their certificates. */
        public String unit() {
            return unit;
        }
    }

    /** The subject of a certificate; empty when it names nobody of the suite. */
    public static Optional<CertificateSubject> of(X500Principal subject) {
        try {
            LdapName name = new LdapName(subject.getName(X500Principal.RFC2253));
            List<String> units = values(name, "OU");
            List<String> names = values(name, "CN");
            return units.size() != 1 || names.size() != 1
                    ? Optional.empty()
                    : Arrays.stream(Kind.values())
                            .filter(kind -> kind.unit.equals(units.get(0)))
                            .findFirst()
                            .map(kind -> new CertificateSubject(kind, names.get(0)));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static List<String> values(LdapName name, String type) {
        return name.getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** As the subject of a certificate. */
    public String distinguishedName() {
        return "CN=" + Rdn.escapeValue(name) + ",OU=" + kind.unit;
    }
}
