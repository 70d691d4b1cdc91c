package org.stoppayment.cli.output;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

/** JSON of messages of the contract. Apart from {@link Json}, because the answer to a query needs no data binding. */
public final class MessageJson {

    private static final JsonFormat.Printer PRINTER = JsonFormat.printer();

    private MessageJson() {}

    /** A message of the contract in its JSON mapping. */
    public static String of(Message message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message of the contract in its JSON mapping, on one line. */
    public static String line(Message message) {
        try {
            return PRINTER.omittingInsignificantWhitespace().print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
