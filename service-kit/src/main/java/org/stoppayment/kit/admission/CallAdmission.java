package org.stoppayment.kit.admission;

import java.util.Optional;

/** Decides, before the request of a gRPC call is read, whether the service takes it. A bean of a service; never blocks. */
public interface CallAdmission {

    /**
     * The reason to refuse the call for now, for people; empty when it is taken. {@link #ended} follows for each call that is taken.
     *
     * @param method full name, such as {@code stoppayment.intake.v1.CaseIntakeService/ReportFraud}
     */
    Optional<String> refusal(String method);

    /** A call that was taken has been answered, or its caller has left. */
    void ended(String method);
}
