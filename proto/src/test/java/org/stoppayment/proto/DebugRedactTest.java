package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DebugFormat;
import com.google.protobuf.TextFormat;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

/** What {@code debug_redact} does in this version of protobuf-java. Services must not rely on it: they never print messages. */
class DebugRedactTest {

    private static final String PERSONAL = "6222020000000000018";

    private final Account account = Account.newBuilder()
            .setNumber(PERSONAL)
            .setInstitutionCode("102100099996")
            .build();

    @Test
    void toStringShowsPersonalValues() {
        assertThat(account.toString()).contains(PERSONAL);
    }

    @Test
    void theDefaultTextFormatShowsPersonalValues() {
        assertThat(TextFormat.printer().printToString(account)).contains(PERSONAL);
    }

    @Test
    void theDebugFormatHidesThemAndShowsTheRest() {
        assertThat(DebugFormat.singleLine().toString(account))
                .doesNotContain(PERSONAL)
                .contains("[REDACTED]", "102100099996");
        assertThat(DebugFormat.multiline().toString(account)).doesNotContain(PERSONAL);
    }

    @Test
    void theDebugFormatHidesThemInNestedMessagesToo() {
        ReportFraudRequest report = ReportFraudRequest.newBuilder()
                .setVictim(Victim.newBuilder().setName("林某").setPhone("13800000002"))
                .setNarrative("转账")
                .build();
        assertThat(report.toString()).contains("13800000002");
        assertThat(DebugFormat.singleLine().toString(report))
                .doesNotContain("13800000002")
                .doesNotContain("林某")
                .doesNotContain("转账");
    }
}
