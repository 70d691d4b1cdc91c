package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.text.ReasonTexts;

class LocalizedStatusTest {

    private static final Pattern CODE =
            Pattern.compile("(?:Refusal\\(|(?:Violation|InvalidInput)\\(\\s*[^,;]+,)\\s*\"([A-Z_]+)\"");

    private final GrpcErrors errors = new GrpcErrors(new Ids(SystemTime.SOURCE));

    private Status status(Throwable thrown, Locale language) {
        return LocalizedStatus.of(StatusProto.fromThrowable(errors.transform(thrown)), language);
    }

    private static LocalizedMessage message(Status status) throws InvalidProtocolBufferException {
        return status.getDetails(status.getDetailsCount() - 1).unpack(LocalizedMessage.class);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-CN",
        "zh, zh-CN",
        "'zh-Hans-CN,en;q=0.5', zh-CN",
        "en-GB, en",
        "'fr, zh;q=0.3', zh-CN",
        "fr, ''",
        "!!, ''",
        "'', ''",
        "',', ''",
        "';', ''",
        "';q=', ''",
        "'zh;q=', ''",
        "'zh;q=x', ''"
    })
    void theFirstLanguageWithTextsIsChosen(String accepted, String expected) {
        assertThat(LocalizedStatus.language(accepted).map(Locale::toLanguageTag).orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void aRefusalIsExplainedInTheLanguageAndKeepsItsEnglishMessage() throws InvalidProtocolBufferException {
        Throwable refusal = new ServiceException.Refusal("CASE_CLOSED", "the case is closed");
        Status status = status(refusal, Locale.SIMPLIFIED_CHINESE);

        assertThat(status.getMessage()).isEqualTo("the case is closed");
        assertThat(message(status).getLocale()).isEqualTo("zh-CN");
        assertThat(message(status).getMessage()).isEqualTo("案件已结案或已撤案，不能再变更");
        assertThat(message(status(refusal, Locale.ENGLISH)).getMessage()).isEqualTo("the case is closed");
    }

    @Test
    void anUnknownReasonKeepsTheEnglishMessage() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.Refusal("NEW", "for a new reason"), Locale.SIMPLIFIED_CHINESE);

        assertThat(message(status).getMessage()).isEqualTo("for a new reason");
    }

    @Test
    void everyFieldIsExplainedWithItsValue() throws InvalidProtocolBufferException {
        Status status = status(
                new ServiceException.InvalidInput("amountFen", "OUT_OF_RANGE", "value: 0 (expected: 1..10^13 fen)"),
                Locale.SIMPLIFIED_CHINESE);

        BadRequest fields = status.getDetails(0).unpack(BadRequest.class);
        assertThat(fields.getFieldViolations(0).getLocalizedMessage().getMessage())
                .isEqualTo("0（超出范围；应为：1..10^13 分）");
        assertThat(fields.getFieldViolations(0).getDescription()).isEqualTo("value: 0 (expected: 1..10^13 fen)");
    }

    @Test
    void somethingThatDoesNotExistIsNamed() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.NotFound("caseId", "7"), Locale.SIMPLIFIED_CHINESE);

        assertThat(message(status).getMessage()).isEqualTo("caseId: 7（不存在）");
    }

    @Test
    void theStatusFitsIntoAHeader() {
        Throwable many = new ServiceException.InvalidInput(IntStream.range(0, 500)
                .mapToObj(
                        i -> new Violation("transfers[" + i + "].amountFen", "OUT_OF_RANGE", "value: 0 (expected: 1)"))
                .toList());
        Status status = status(many, Locale.SIMPLIFIED_CHINESE);

        assertThat(status.getSerializedSize()).isLessThan(5_600);
        assertThat(status.getDetailsList()).anyMatch((Any detail) -> detail.is(BadRequest.class));
    }

    /** Codes that are made from enums are not found this way. */
    @Test
    void everyCodeThatAServiceNamesHasAText() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String service : List.of("case-intake-service", "account-freeze-service", "fund-recovery-service")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", service, "src/main/java"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
                }
            }
        }

        assertThat(codes).hasSizeGreaterThan(20).allMatch(code -> ReasonTexts.of(code, Locale.SIMPLIFIED_CHINESE)
                .isPresent());
    }
}
