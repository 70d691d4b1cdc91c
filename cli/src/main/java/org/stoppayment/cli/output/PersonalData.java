package org.stoppayment.cli.output;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.regex.Pattern;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.HolderAccount;

/**
 * Masks what the contract marks as personal ({@code debug_redact}): names, ID numbers, telephone numbers, narratives. Account
 * numbers stay, because the officer needs them to act.
 */
public final class PersonalData {

    private static final Pattern MASKED = Pattern.compile("[^*]{2}\\*{3}[^*]{2}|\\*{3}\\([0-9]+\\)");

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
        return personal && value instanceof String text && !text.isEmpty() && !isMasked(field, text)
                ? Masking.mask(text)
                : value;
    }

    /** Services mask what they do not show everybody; the number of a document may have stars of its own, of another form. */
    private static boolean isMasked(FieldDescriptor field, String text) {
        return field.getContainingType().equals(AccountHolder.getDescriptor())
                && MASKED.matcher(text).matches();
    }

    private static boolean isAccountNumber(FieldDescriptor field) {
        return (field.getContainingType().equals(Account.getDescriptor())
                                || field.getContainingType().equals(HolderAccount.getDescriptor()))
                        && field.getName().equals("number")
                || field.getName().equals("account_number");
    }
}
