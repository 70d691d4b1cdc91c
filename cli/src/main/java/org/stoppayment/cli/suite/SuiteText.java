package org.stoppayment.cli.suite;

import org.stoppayment.cli.text.TextKey;

/** What happens to a suite, and what is wrong with its files. */
public enum SuiteText implements TextKey {
    STARTING,
    CERTIFICATES_MADE,
    STOPPED_STARTING_AGAIN,
    STOPPED_TWICE,
    NOT_READY,
    OTHERS_KEEP_RUNNING,
    ALREADY_RUNNING,
    NOT_STOPPED_BEFORE,
    NOT_PACKAGED,
    PORTS_IN_USE,
    NO_FREE_PORTS,
    NO_REPOSITORY,
    POSTGRES_STOPPED,
    CANNOT_KILL,
    NO_LONGER_RUNNING,
    IN_USE,
    STATE_UNREADABLE,
    OUT_OF_MEMORY,
    STOPPED_BY_ITSELF,
    NOT_YAML,
    REGISTRY_UNREADABLE,
    REGISTRY_EMPTY,
    REGISTRY_INVALID,
    RULES_UNREADABLE,
    THRESHOLD_INVALID,
    STOPPING,
    STOPPED,
    NOT_INTERRUPTED,
    START_AGAIN
}
