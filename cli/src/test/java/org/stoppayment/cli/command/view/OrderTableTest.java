package org.stoppayment.cli.command.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.freeze.v1.StopOrder;

class OrderTableTest {

    @Test
    void orderWithBookingsToComeIsMarked() {
        assertThat(notesOf(StopOrder.newBuilder().setAwaitsBookings(true).addFlags("BALANCE_SHORT")))
                .endsWith("bookings to come; BALANCE_SHORT");
        assertThat(notesOf(StopOrder.newBuilder())).endsWith("-");
    }

    private static String notesOf(StopOrder.Builder order) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return OrderTable.of(new Console(nowhere, nowhere, false).wide(), List.of(order.build()))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
