package org.stoppayment.cli.fake;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes answers as wide as they can be: every sum is 1,000,000,000.00, moments have milliseconds, ids are UUIDs, and what is not given is
 * filled in with the longest that is likely. Numbers of accounts, ids that differ and states that are given stay so.
 */
public final class WideAnswers implements ServerInterceptor {

    /** The text of every reason, reference and note that is not given: 100 characters. */
    public static final String TEXT = "受害人称收款账户属于其亲属，已电话核实；".repeat(5);

    private static final long FEN = 100_000_000_000L;
    private static final String UUID_START = "0193a000-0000-7000-8000-";
    private static final int UUID_LENGTH = 36;
    private static final Map<String, String> LONGEST = Map.ofEntries(
            Map.entry("name", "买买提江·阿不都热合曼"),
            Map.entry("proposed_name", "买买提江·阿不都热合曼"),
            Map.entry("number", "6222020000000000018"),
            Map.entry("account_number", "6222020000000000018"),
            Map.entry("institution_code", "Z2007933000010"),
            Map.entry("candidate_institution_codes", "Z2007933000010"),
            Map.entry("short_name", "邮储银行"),
            Map.entry("phone", "13800000077"),
            Map.entry("result_code", "0301"),
            Map.entry("organisation", "某某市公安局反电信网络诈骗中心"),
            Map.entry("badge_number", "100234"),
            Map.entry("manual_reason", "UNREADABLE_BY_GATEWAY"),
            Map.entry("cause", "FEEDBACK 0301"),
            Map.entry("mismatched", "originalApplicationId"),
            Map.entry("flags", "EXTENDED_BESIDE_ANOTHER_STOP"),
            Map.entry("bins", "6228480000"),
            Map.entry("field", "payee.institutionCode"));

    private volatile boolean wide;

    /** Answers are wide from now on. */
    void start() {
        wide = true;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return next.startCall(
                new SimpleForwardingServerCall<Q, A>(call) {
                    @Override
                    @SuppressWarnings("unchecked")
                    public void sendMessage(A answer) {
                        super.sendMessage(wide ? (A) widened((Message) answer, Set.of()) : answer);
                    }
                },
                headers);
    }

    /** @param around the types that the message is part of; they are not filled in again */
    private static Message widened(Message message, Set<Descriptor> around) {
        Descriptor type = message.getDescriptorForType();
        if (message instanceof Timestamp given) {
            return Timestamp.newBuilder()
                    .setSeconds(given.getSeconds() == 0 ? 1_772_524_800 : given.getSeconds())
                    .setNanos(250_000_000)
                    .build();
        }
        Set<Descriptor> within = new HashSet<>(around);
        within.add(type);
        Message.Builder result = message.toBuilder();
        for (FieldDescriptor field : type.getFields()) {
            boolean given = field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : hasValue(message, field);
            if (given || canBeFilledIn(field, within)) {
                fill(message, result, field, within);
            }
        }
        return result.build();
    }

    private static boolean hasValue(Message message, FieldDescriptor field) {
        return !field.hasPresence() || message.hasField(field);
    }

    private static boolean canBeFilledIn(FieldDescriptor field, Set<Descriptor> within) {
        if (field.isMapField() || field.getRealContainingOneof() != null) {
            return false;
        }
        return field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                || field.getMessageType().equals(Timestamp.getDescriptor())
                || !within.contains(field.getMessageType()) && !isForeign(field.getMessageType());
    }

    private static boolean isForeign(Descriptor type) {
        return type.getFullName().startsWith("google.");
    }

    private static void fill(Message message, Message.Builder result, FieldDescriptor field, Set<Descriptor> within) {
        if (!field.isRepeated()) {
            result.setField(field, widened(field, message.getField(field), within));
            return;
        }
        for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
            result.setRepeatedField(field, i, widened(field, message.getRepeatedField(field, i), within));
        }
        if (message.getRepeatedFieldCount(field) == 0) {
            result.addRepeatedField(field, widened(field, nothing(result, field), within));
        }
    }

    private static Object nothing(Message.Builder result, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> result.newBuilderForField(field).build();
            case STRING -> "";
            case ENUM -> field.getEnumType().getValues().get(0);
            case INT -> 0;
            case LONG -> 0L;
            case BOOLEAN -> false;
            default -> throw new IllegalArgumentException(field.getFullName());
        };
    }

    private static Object widened(FieldDescriptor field, Object value, Set<Descriptor> within) {
        if (value instanceof Message message) {
            return isForeign(message.getDescriptorForType()) && !(message instanceof Timestamp)
                    ? message
                    : widened(message, within);
        }
        if (value instanceof String text) {
            return text(field.getName(), text);
        }
        if (value instanceof EnumValueDescriptor given) {
            return given.getNumber() == 0 ? longest(given) : given;
        }
        if (value instanceof Long && field.getName().endsWith("_fen")) {
            return FEN;
        }
        return value.equals(0) ? (Object) 12 : value;
    }

    private static EnumValueDescriptor longest(EnumValueDescriptor value) {
        return value.getType().getValues().stream()
                .max(Comparator.comparingInt(each -> each.getName().length()))
                .orElse(value);
    }

    private static String text(String field, String given) {
        if (field.endsWith("_token") || field.equals("corrects_transfer_id")) {
            return given;
        }
        if (field.endsWith("_id") || field.endsWith("_ids")) {
            return given.length() >= UUID_LENGTH
                    ? given
                    : UUID_START + String.format(Locale.ROOT, "%012x", given.hashCode());
        }
        String longest = LONGEST.getOrDefault(field, TEXT);
        return given.isEmpty() ? longest : given;
    }
}
