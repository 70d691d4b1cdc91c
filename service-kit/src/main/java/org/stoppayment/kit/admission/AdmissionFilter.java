package org.stoppayment.kit.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.grpc.GrpcHttp;

/**
 * Answers a call that {@link CallAdmission} refuses with UNAVAILABLE and {@code RetryInfo}, without reading its request: a refusal
 * must cost much less than the work, or the refusals alone would keep the service busy.
 */
@ApplicationScoped
public class AdmissionFilter {

    private static final int PRIORITY = 90;

    private final Instance<CallAdmission> admissions;
    private final GrpcErrors errors;

    AdmissionFilter(Instance<CallAdmission> admissions, GrpcErrors errors) {
        this.admissions = admissions;
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        if (admissions.isResolvable()) {
            CallAdmission admission = admissions.get();
            filters.register(routing -> admit(routing, admission), PRIORITY);
        }
    }

    private void admit(RoutingContext routing, CallAdmission admission) {
        Optional<String> method = GrpcHttp.method(routing.request());
        if (method.isEmpty()) {
            routing.next();
            return;
        }
        Optional<String> reason = admission.refusal(method.get());
        if (reason.isPresent()) {
            GrpcHttp.answer(routing, errors.transform(new ServiceException.Overloaded(reason.get())));
        } else {
            routing.addEndHandler(ended -> admission.ended(method.get()));
            routing.next();
        }
    }
}
