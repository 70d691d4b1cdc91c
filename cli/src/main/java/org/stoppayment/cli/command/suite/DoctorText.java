package org.stoppayment.cli.command.suite;

import org.stoppayment.cli.text.TextKey;

/** The checks of the machine, what they find and how to fix it. */
enum DoctorText implements TextKey {
    CHECK,
    FOUND,
    OK,
    NOT_OK,
    FIX,
    JAVA,
    JAVA_FOUND,
    JAVA_FIX,
    MAVEN,
    MAVEN_FIX,
    MAVEN_ABSENT,
    MAVEN_UNKNOWN,
    SETTINGS,
    SETTINGS_USABLE,
    SETTINGS_WRONG,
    SUITE,
    SUITE_READY,
    SUITE_FIX,
    IS_DOWN,
    IS_NOT_READY,
    PORTS,
    PORTS_OF_SUITE,
    PORTS_FREE,
    PORTS_TAKEN,
    PORTS_FIX,
    MEMORY,
    MEMORY_FOUND,
    MEMORY_UNKNOWN,
    MEMORY_FIX,
    DISK,
    DISK_FOUND,
    DISK_NOT_WRITABLE,
    DISK_FIX,
    POSTGRES,
    POSTGRES_NOT_NEEDED,
    POSTGRES_STARTS,
    POSTGRES_FIX
}
