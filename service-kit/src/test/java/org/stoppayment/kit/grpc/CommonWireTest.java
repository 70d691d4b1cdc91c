package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.proto.common.v1.Account;

class CommonWireTest {

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"})
    void momentIsReadAsItWasWritten(Instant moment) {
        Timestamp written = CommonWire.timestamp(moment);
        assertThat(CommonWire.isPossible(written)).isTrue();
        assertThat(CommonWire.instant(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"-62135596801, 0", "253402300800, 0", "0, -1", "0, 1000000000"})
    void invalidTimestampIsNotPossible(long seconds, int nanos) {
        assertThat(CommonWire.isPossible(Timestamp.newBuilder()
                        .setSeconds(seconds)
                        .setNanos(nanos)
                        .build()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void accountOfEveryKindIsReadAsItWasWritten(AccountKind kind) {
        Account written = CommonWire.account("102100099996", "6222020000000000018", "张三", kind);
        assertThat(written.getInstitutionCode()).isEqualTo("102100099996");
        assertThat(written.getNumber()).isEqualTo("6222020000000000018");
        assertThat(written.getName()).isEqualTo("张三");
        assertThat(CommonWire.kind(written.getKind())).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfTheContractIsKnown(org.stoppayment.proto.common.v1.AccountKind kind) {
        assertThat(CommonWire.kind(kind)).isNotNull();
    }

    @Test
    void unknownKindIsUnspecified() {
        Account newer = Account.newBuilder().setKindValue(99).build();
        assertThat(CommonWire.kind(newer.getKind())).isEqualTo(AccountKind.UNSPECIFIED);
    }
}
