package org.stoppayment.recovery.attribution.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Finds the bookings by which institutions tell of refunds: these are no other outflows. */
final class RefundBookings {

    private record Sum(AccountRef.Key account, long fen) {}

    private RefundBookings() {}

    /** At most one booking for each refund. */
    static Set<AccountBooking> of(List<PaidRefund> refunds, List<AccountBooking> bookings, Duration tolerance) {
        if (refunds.isEmpty()) {
            return Set.of();
        }
        Set<Sum> wanted = refunds.stream()
                .map(refund -> new Sum(refund.account(), refund.fen()))
                .collect(Collectors.toSet());
        Map<Sum, List<AccountBooking>> bySum = bookings.stream()
                .filter(booking -> !booking.isIncoming())
                .filter(booking -> wanted.contains(new Sum(booking.account(), booking.fen())))
                .collect(Collectors.groupingBy(
                        booking -> new Sum(booking.account(), booking.fen()), HashMap::new, Collectors.toList()));
        Set<AccountBooking> found = new HashSet<>();
        for (PaidRefund refund : refunds) {
            bySum.getOrDefault(new Sum(refund.account(), refund.fen()), List.of()).stream()
                    .filter(booking -> refund.isToldBy(booking, tolerance))
                    .filter(booking -> !found.contains(booking))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }
}
