package org.stoppayment.freeze.holds.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.unrelated.RecordingOwnerNotices;
import org.stoppayment.freeze.holds.domain.OwnerNotice;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;

/** Parses requests about unrelated funds. */
final class UnrelatedFundsWire {

    private UnrelatedFundsWire() {}

    static RecordingOwnerNotices.Request parse(RecordOwnerNoticeRequest request) {
        return new RecordingOwnerNotices.Request(
                request.getApplicationId(),
                moment(request.hasNotifiedAt(), request.getNotifiedAt()),
                means(request),
                request.getReference(),
                OfficerWire.parse(request.getOperator()));
    }

    static Optional<Instant> moment(boolean given, Timestamp moment) {
        return given ? Optional.of(CommonWire.instant(moment)) : Optional.empty();
    }

    private static Optional<OwnerNotice.Means> means(RecordOwnerNoticeRequest request) {
        return switch (request.getMeans()) {
            case NOTICE_MEANS_LETTER -> Optional.of(OwnerNotice.Means.LETTER);
            case NOTICE_MEANS_TELEPHONE -> Optional.of(OwnerNotice.Means.TELEPHONE);
            case NOTICE_MEANS_SMS -> Optional.of(OwnerNotice.Means.SMS);
            case NOTICE_MEANS_IN_PERSON -> Optional.of(OwnerNotice.Means.IN_PERSON);
            case NOTICE_MEANS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
