package org.stoppayment.cli.output;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Account;

/**
 * Masks what the contract marks as personal ({@code debug_redact}): names, ID numbers, telephone numbers, narratives. Account
 * numbers stay, because the officer needs them to act.
 */
public final class PersonalData {

    private PersonalData() {}

    /** A copy with the personal values masked, at every depth. */
    public static Message masked(Message message) {
        Message.Builder copy = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.isRepeated()) {
                for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                    copy.setRepeatedField(field, i, masked(field, message.getRepeatedField(field, i)));
                }
            } else {
                copy.setField(field, masked(field, value));
            }
        });
        return copy.build();
    }

    private static Object masked(FieldDescriptor field, Object value) {
        if (value instanceof Message nested) {
            return masked(nested);
        }
        boolean personal = field.getOptions().getDebugRedact() && !isAccountNumber(field);
        return personal && value instanceof String text && !text.isEmpty() ? Masking.mask(text) : value;
    }

    private static boolean isAccountNumber(FieldDescriptor field) {
        return field.getContainingType().equals(Account.getDescriptor())
                        && field.getName().equals("number")
                || field.getName().equals("account_number");
    }
}
