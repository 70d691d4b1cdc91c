package org.stoppayment.simulator.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.view.InstitutionView;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.view.WorldRecord;

/** Port: the operations of the control API. Each throws {@code NotFound} for an unknown id or code. */
public interface SimulatorControl {

    /** Loads a world from its JSON and returns its id. */
    String loadWorld(byte[] json);

    /** Starts a world at {@code t0}. */
    void startWorld(String worldId, Instant t0);

    /** The record of a world as of now. */
    WorldRecord worldRecord(String worldId);

    /** All institutions. */
    List<InstitutionView> institutions();

    /** One institution. */
    InstitutionView institutionView(String institutionCode);

    /** Changes how an institution answers; an empty setting is left unchanged. */
    void configure(
            String institutionCode,
            Optional<Mode> mode,
            Optional<ResponseMillis> responseMillis,
            Optional<Boolean> open);

    /** Sets a fault. */
    void setFault(String institutionCode, Fault fault);

    /** Clears the fault. */
    void clearFault(String institutionCode);

    /** All orders, in order of arrival. */
    List<OrderView> orders();

    /** One order. */
    Optional<OrderView> order(String applicationId);

    /** The accounts with this number. */
    List<AccountView> accounts(String number);

    /** Resets worlds, orders, faults and counters. */
    void resetAll();
}
