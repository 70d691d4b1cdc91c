package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

class PersonalDataTest {

    @Test
    void personalDataIsMaskedAtEveryDepthAndAccountNumbersAreNot() {
        ReportFraudRequest report = ReportFraudRequest.newBuilder()
                .setRequestId("0193a000-0000-7000-8000-000000000002")
                .setVictim(Victim.newBuilder()
                        .setName("林某某")
                        .setIdNumber("350623198804120029")
                        .setPhone("13800000002"))
                .addTransfers(Transfer.newBuilder()
                        .setSerial("ZZ-1")
                        .setPayee(Account.newBuilder().setName("卡主甲").setNumber("6228480000000000125")))
                .setNarrative("冒充客服")
                .build();

        String shown = MessageJson.of(PersonalData.masked(report));

        assertThat(shown)
                .doesNotContain("林某某", "350623198804120029", "13800000002", "卡主甲", "冒充客服")
                .contains("6228480000000000125", "ZZ-1", "0193a000-0000-7000-8000-000000000002");
    }
}
