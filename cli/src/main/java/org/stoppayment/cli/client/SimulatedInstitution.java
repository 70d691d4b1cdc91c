package org.stoppayment.cli.client;

import java.util.List;

/**
 * How a simulated institution answers.
 *
 * @param code its code
 * @param mode {@code SYNC} or {@code ASYNC}
 * @param responseMillis range of the response time, [min, max]
 */
public record SimulatedInstitution(String code, String mode, List<Integer> responseMillis) {

    public SimulatedInstitution {
        responseMillis = List.copyOf(responseMillis);
    }
}
