package org.stoppayment.gateway.banks.rest.callback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;

/** Verifies who calls back, over the bytes of the body, before the body is parsed. */
@ApplicationScoped
class CallbackSignature {

    private final Institutions institutions;
    private final TestOrders tests;
    private final InstantSource time;

    CallbackSignature(Institutions institutions, TestOrders tests, InstantSource time) {
        this.institutions = institutions;
        this.tests = tests;
        this.time = time;
    }

    /**
     * The institution with this code, which signed the body.
     *
     * @throws ProblemException when there is no such institution, or it did not
     */
    Institution verify(String institutionCode, String id, String timestamp, String signatures, byte[] body) {
        Institution from = institutions
                .find(institutionCode)
                .orElseThrow(() -> new ProblemException(Problems.unknownInstitution()));
        if (id.isEmpty() || !from.signature().verify(id, timestamp, signatures, body, time.instant())) {
            tests.noteRefusal(institutionCode);
            throw new ProblemException(Problems.invalidSignature());
        }
        return from;
    }
}
