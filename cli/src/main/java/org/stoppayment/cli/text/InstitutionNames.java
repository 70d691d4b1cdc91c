package org.stoppayment.cli.text;

/** What people call institutions. */
@FunctionalInterface
public interface InstitutionNames {

    /** Nobody knows a name. */
    InstitutionNames NONE = code -> "";

    /** The short name of the institution with this code, such as {@code 招行}; empty when it has none or is not known. */
    String shortName(String code);
}
