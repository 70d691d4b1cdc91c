package org.stoppayment.cli.institutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.fake.FakeGateway;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.gateway.v1.Institution;

class InstitutionLookupTest {

    private final InstitutionLookup lookup = new InstitutionLookup(() -> FakeGateway.INSTITUTIONS);

    private static CliException failure(InstitutionLookup lookup, String typed) {
        return assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> lookup.codeOf("--bank", typed))
                .actual();
    }

    @ParameterizedTest
    @CsvSource({
        "308584000013, 308584000013",
        "招商银行, 308584000013",
        "招行, 308584000013",
        "' 招 行 ', 308584000013",
        "cmb, 308584000013",
        "ＣＭＢ, 308584000013",
        "工商银行, 102100099996",
        "中国工商银行, 102100099996",
        "中国银行, 104100000004",
        "支付宝, Z2007933000010",
        "105100000017, 105100000017"
    })
    void codeOrAnyNameOfAnInstitutionIsUnderstood(String typed, String code) {
        assertThat(lookup.codeOf("--bank", typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "招商行 | --bank: unknown bank: 招商行 (did you mean 招商银行 308584000013",
                "工商行 | --bank: unknown bank: 工商行 (did you mean 中国工商银行 102100099996",
                "308584000014 | --bank: unknown bank: 308584000014 (did you mean 招商银行 308584000013",
                "foo | --bank: unknown bank: foo (expected: a code or a name; see: ./stoppay institutions list)",
                "'' | --bank: empty (expected: the code or the name of an institution)"
            })
    void unknownNameIsAnsweredWithTheNearestOnes(String typed, String message) {
        CliException unknown = failure(lookup, typed);

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.getMessage()).startsWith(message);
    }

    @Test
    void aBankIsNotSuggestedForBeingABank() {
        assertThat(failure(lookup, "平安银行").getMessage()).doesNotContain("did you mean");
    }

    @Test
    void numberOfACardInTheWrongPlaceIsMasked() {
        assertThat(failure(lookup, "6214830000000000018").getMessage())
                .contains("62***18")
                .doesNotContain("62148300");
    }

    @Test
    void nameOfSeveralInstitutionsIsNotGuessed() {
        Institution twin =
                Institution.newBuilder().setCode("310290000013").setName("村镇银行").build();
        Institution other = twin.toBuilder().setCode("309391000011").build();

        assertThat(failure(new InstitutionLookup(() -> List.of(twin, other)), "村镇银行")
                        .getMessage())
                .isEqualTo("--bank: 村镇银行 is the name of several banks (expected: the code of one: 村镇银行 310290000013,"
                        + " 村镇银行 309391000011)");
    }

    @Test
    void gatewayThatDoesNotAnswerIsAskedOnceAndCodesAreStillUnderstood() {
        AtomicInteger asked = new AtomicInteger();
        InstitutionLookup away = new InstitutionLookup(() -> {
            asked.incrementAndGet();
            throw Status.UNAVAILABLE.asRuntimeException();
        });

        assertThat(away.codeOf("--bank", "308584000013")).isEqualTo("308584000013");
        assertThat(asked).hasValue(0);
        assertThat(away.shortName("308584000013")).isEmpty();
        assertThat(failure(away, "招行").getMessage())
                .isEqualTo("--bank: the name 招行 cannot be looked up, because bank-gateway does not answer (expected:"
                        + " the code)");
        assertThat(asked).hasValue(1);
    }

    @Test
    void institutionsAreSearchedByNameCodeAndCard() {
        assertThat(InstitutionLookup.containing("商", FakeGateway.INSTITUTIONS)).hasSize(2);
        assertThat(InstitutionLookup.containing("30858", FakeGateway.INSTITUTIONS))
                .hasSize(1);
        assertThat(InstitutionLookup.containing("6214830000000000018", FakeGateway.INSTITUTIONS))
                .singleElement()
                .extracting(Institution::getShortName)
                .isEqualTo("招行");
        assertThat(InstitutionLookup.containing("", FakeGateway.INSTITUTIONS)).hasSize(5);
    }
}
