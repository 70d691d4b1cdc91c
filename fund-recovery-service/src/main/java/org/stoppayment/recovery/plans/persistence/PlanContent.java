package org.stoppayment.recovery.plans.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.attribution.persistence.SharesJson;
import org.stoppayment.recovery.plans.domain.PlannedAccount;

/** What a plan says, as JSON: always the same text for the same plan, so that its digest stands for it. */
final class PlanContent {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule()
                    .addSerializer(Shares.class, new SharesSerializer())
                    .addDeserializer(Shares.class, new SharesDeserializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Content(List<PlannedAccount> accounts) {}

    private PlanContent() {}

    static String write(List<PlannedAccount> accounts) {
        try {
            return MAPPER.writeValueAsString(new Content(accounts));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a plan cannot be written", broken);
        }
    }

    static List<PlannedAccount> read(String content) {
        try {
            return MAPPER.readValue(content, Content.class).accounts();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored plan cannot be read", broken);
        }
    }

    /** SHA-256 of what is held, claimed and paid: two plans of the same differ in nothing that a notice tells. */
    static String paymentDigest(List<PlannedAccount> accounts) {
        StringBuilder text = new StringBuilder();
        for (PlannedAccount account : accounts) {
            text.append(account.shares().account().institutionCode())
                    .append('/')
                    .append(account.shares().account().number())
                    .append(' ')
                    .append(account.method())
                    .append(' ')
                    .append(account.held().heldFen())
                    .append('\n');
            account.payouts().forEach(each -> text.append(each.payout().claim().caseId())
                    .append(' ')
                    .append(each.payout().claim().fen())
                    .append(' ')
                    .append(each.payout().fen())
                    .append('\n'));
        }
        return digest(text.toString());
    }

    /** SHA-256 as hexadecimal digits. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static final class SharesSerializer extends JsonSerializer<Shares> {
        @Override
        public void serialize(Shares shares, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(SharesJson.write(shares));
        }
    }

    private static final class SharesDeserializer extends JsonDeserializer<Shares> {
        @Override
        public Shares deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return SharesJson.read(json.readValueAsTree().toString());
        }
    }
}
