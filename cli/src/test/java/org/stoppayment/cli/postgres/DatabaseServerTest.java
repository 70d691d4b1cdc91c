package org.stoppayment.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;

class DatabaseServerTest {

    @Test
    void aUrlNamesServerUserAndPassword() {
        assertThat(DatabaseServer.parse("postgresql://desk:p%40ss+word@db.example:6432/"))
                .isEqualTo(new DatabaseServer("db.example", 6432, "desk", "p@ss+word"));
        assertThat(DatabaseServer.parse("postgresql://desk@db.example"))
                .isEqualTo(new DatabaseServer("db.example", 5432, "desk", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "db.example:5432", "mysql://u:geheim@h/", "postgresql://:5432/", "postgresql://u:geheim @h/"
            })
    void invalidUrlIsRefusedWithoutShowingIt(String url) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> DatabaseServer.parse(url))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void toStringOmitsThePassword() {
        assertThat(new DatabaseServer("h", 1, "u", "geheim").toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,postgres-linux-x86_64.txz",
        "Linux,aarch64,postgres-linux-arm_64.txz",
        "Mac OS X,aarch64,postgres-darwin-arm_64.txz"
    })
    void everySupportedMachineHasAnArchive(String os, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveName(os, architecture)).isEqualTo(archive);
    }
}
