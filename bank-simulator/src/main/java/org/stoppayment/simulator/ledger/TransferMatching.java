package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stoppayment.simulator.wire.StopOrder.ListedTransfer;

/**
 * Matches the transfers of an order with inflows of the account: by equal amount, and by time within ten minutes. A field that was not
 * given is not compared. Each booking matches one transfer at most; of several candidates, the serial decides.
 *
 * @param matched the matched bookings, by time
 * @param mismatched fields of the transfers without a match
 */
record TransferMatching(List<Booking> matched, List<String> mismatched) {

    private static final Duration TIME_TOLERANCE = Duration.ofMinutes(10);

    static TransferMatching of(List<ListedTransfer> transfers, List<Booking> inflows) {
        TreeMap<Integer, Booking> found = new TreeMap<>();
        Set<Booking> used = new HashSet<>();
        for (boolean bySerial : new boolean[] {true, false}) {
            for (int i = 0; i < transfers.size(); i++) {
                if (!found.containsKey(i)) {
                    int index = i;
                    best(transfers.get(i), inflows, used, bySerial).ifPresent(booking -> {
                        found.put(index, booking);
                        used.add(booking);
                    });
                }
            }
        }
        List<String> mismatched = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            if (!found.containsKey(i)) {
                mismatched.addAll(wrongFields("transfers[" + i + "].", transfers.get(i), inflows));
            }
        }
        return new TransferMatching(
                found.values().stream().sorted(Booking.BY_TIME).toList(), mismatched);
    }

    private static Optional<Booking> best(
            ListedTransfer transfer, List<Booking> inflows, Set<Booking> used, boolean bySerial) {
        return inflows.stream()
                .filter(booking -> !used.contains(booking))
                .filter(booking -> !bySerial || sameSerial(transfer, booking))
                .filter(booking -> sameAmount(transfer, booking) && sameTime(transfer, booking))
                .min(Comparator.comparing(booking -> distance(transfer, booking)));
    }

    /** The fields that differ from the most similar booking; both fields when no booking is similar. */
    private static List<String> wrongFields(String path, ListedTransfer transfer, List<Booking> inflows) {
        Optional<Booking> similar = inflows.stream()
                .filter(booking -> sameSerial(transfer, booking))
                .findFirst()
                .or(() -> inflows.stream()
                        .filter(booking -> transfer.amountFen().isPresent() && sameAmount(transfer, booking))
                        .findFirst())
                .or(() -> inflows.stream()
                        .filter(booking -> transfer.transferredAt().isPresent() && sameTime(transfer, booking))
                        .findFirst());
        boolean amountMatches =
                similar.filter(booking -> sameAmount(transfer, booking)).isPresent();
        boolean timeMatches =
                similar.filter(booking -> sameTime(transfer, booking)).isPresent();
        List<String> fields = new ArrayList<>();
        boolean isUsed = amountMatches && timeMatches; // matched by another transfer of the order
        if (!amountMatches || isUsed) {
            fields.add(path + "amountFen");
        }
        if (!timeMatches || isUsed) {
            fields.add(path + "transferredAt");
        }
        return fields;
    }

    private static boolean sameSerial(ListedTransfer transfer, Booking booking) {
        return transfer.serial()
                .filter(serial -> serial.equals(booking.serial()) || serial.equals(booking.reference()))
                .isPresent();
    }

    private static boolean sameAmount(ListedTransfer transfer, Booking booking) {
        return transfer.amountFen().isEmpty() || transfer.amountFen().get() == booking.amountFen();
    }

    private static boolean sameTime(ListedTransfer transfer, Booking booking) {
        return distance(transfer, booking).compareTo(TIME_TOLERANCE) <= 0;
    }

    private static Duration distance(ListedTransfer transfer, Booking booking) {
        return transfer.transferredAt()
                .map(at -> Duration.between(at, booking.bookedAt()).abs())
                .orElse(Duration.ZERO);
    }
}
