package org.stoppayment.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stoppayment.formats.Json;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.control.ControlServer;
import org.stoppayment.simulator.control.SimulatorControl;
import org.stoppayment.simulator.institution.CallbackClients;
import org.stoppayment.simulator.institution.CallbackSender;
import org.stoppayment.simulator.institution.Institution;
import org.stoppayment.simulator.institution.RegisteredInstitution;
import org.stoppayment.simulator.institution.SimulatorContext;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.PayeeBank;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.view.InstitutionView;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.view.WorldRecord;
import org.stoppayment.simulator.world.World;
import org.stoppayment.simulator.world.Worlds;

/** The simulated institutions and their control API. Every operation of the API is also a method of this class. */
public final class BankSimulator implements SimulatorControl, AutoCloseable {

    /** Every so often institutions see whether a freeze that waited holds something now, and what was booked on watched accounts. */
    private static final long UPDATE_MILLIS = 250;

    private final SimulatorConfig config;
    private final Ledger ledger = new Ledger();
    private final ScheduledThreadPoolExecutor scheduler;
    private final CallbackSender callbacks;
    private final Worlds worlds;
    private final Map<String, Institution> institutions = new LinkedHashMap<>();
    private final ControlServer control;

    private BankSimulator(SimulatorConfig config) throws IOException {
        this.config = config;
        this.scheduler = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, "simulator-scheduler");
            thread.setDaemon(true);
            return thread;
        });
        this.scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        CallbackClients clients = new CallbackClients(config.certificates());
        if (config.certificates().isPresent()) {
            config.registry().institutions().forEach(each -> clients.of(each.code()));
        }
        this.callbacks = new CallbackSender(config.clock(), scheduler, config.backoff(), config.gateway(), clients);
        this.worlds = new Worlds(ledger, config.clock(), scheduler);
        SimulatorContext context = new SimulatorContext(
                ledger,
                config.clock(),
                scheduler,
                callbacks,
                config.openAccounts(),
                config.seed(),
                config.slowAnswer(),
                config.lateCallback(),
                this::payeeBank);
        for (RegisteredInstitution each : config.registry().institutions()) {
            int port = config.freePorts() ? 0 : each.endpoint().getPort();
            institutions.put(each.code(), new Institution(each, port, context));
        }
        this.control = new ControlServer(config.controlPort(), this);
    }

    /** Starts all institutions and the control API; throws {@link IOException} and starts nothing when a port is taken. */
    public static BankSimulator start(SimulatorConfig config) throws IOException {
        BankSimulator simulator = new BankSimulator(config);
        try {
            simulator.institutions.values().parallelStream().forEach(Institution::open);
            simulator.control.start();
            simulator.scheduler.scheduleWithFixedDelay(
                    simulator::updateInstitutions, UPDATE_MILLIS, UPDATE_MILLIS, TimeUnit.MILLISECONDS);
            return simulator;
        } catch (RuntimeException portTaken) {
            simulator.close();
            throw new IOException("cannot listen at a port of the registry: " + portTaken.getMessage(), portTaken);
        }
    }

    /** The base URL of an institution. */
    public URI endpoint(String institutionCode) {
        return institution(institutionCode).view().endpoint();
    }

    /** The base URL of the control API. */
    public URI control() {
        return control.endpoint();
    }

    /** Loads a {@code *.world.json}; see {@link #loadWorld(byte[])}. */
    public String loadWorld(Path file) throws IOException {
        return loadWorld(Files.readAllBytes(file));
    }

    /**
     * Adds a world to those loaded before and books the moves from before its start. Known accounts, deposits and moves are not
     * changed. Throws {@link InvalidInput} with all violations, and then loads nothing.
     *
     * @return the world's id
     */
    @Override
    public String loadWorld(byte[] json) {
        Worlds.Loaded loaded = worlds.load(Json.object(json), institutions.keySet());
        for (World.InstitutionSetting setting : loaded.world().institutions()) {
            Institution institution = institution(setting.code());
            institution.responseSettings().setMode(setting.mode());
            institution.responseSettings().setResponseMillis(setting.responseMillis());
        }
        return loaded.worldId();
    }

    /** Starts a world at {@code t0}; its moves are scheduled relative to it. Throws {@link NotFound}. */
    @Override
    public void startWorld(String worldId, Instant t0) {
        worlds.start(worldId, t0);
    }

    /** Makes all moves that are due by the clock before it returns; for tests that change the clock. */
    public void makeDueMoves() {
        worlds.makeDueMoves();
    }

    /** The record of a world: stops, bookings, balances, and pending moves. Throws {@link NotFound}. */
    @Override
    public WorldRecord worldRecord(String worldId) {
        return worlds.record(worldId);
    }

    private void updateInstitutions() {
        institutions.values().forEach(Institution::update);
    }

    /** The current state of all institutions. */
    @Override
    public List<InstitutionView> institutions() {
        return institutions.values().stream().map(Institution::view).toList();
    }

    /** The current state of one institution. Throws {@link NotFound}. */
    @Override
    public InstitutionView institutionView(String institutionCode) {
        return institution(institutionCode).view();
    }

    /** Changes how an institution answers; an empty setting is not changed. Throws {@link NotFound}. */
    @Override
    public void configure(
            String institutionCode,
            Optional<Mode> mode,
            Optional<ResponseMillis> responseMillis,
            Optional<Boolean> open) {
        Institution institution = institution(institutionCode);
        mode.ifPresent(institution.responseSettings()::setMode);
        responseMillis.ifPresent(institution.responseSettings()::setResponseMillis);
        open.ifPresent(institution.responseSettings()::setOpen);
    }

    /** Sets a fault. Throws {@link NotFound}. */
    @Override
    public void setFault(String institutionCode, Fault fault) {
        institution(institutionCode).setFault(fault);
    }

    /** Clears the fault. Throws {@link NotFound}. */
    @Override
    public void clearFault(String institutionCode) {
        setFault(institutionCode, Fault.NONE);
    }

    /** All orders, in order of arrival. */
    @Override
    public List<OrderView> orders() {
        return institutions.values().stream()
                .map(Institution::orders)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(BankSimulator::firstArrival))
                .toList();
    }

    /** One order; the first to arrive when, against the contract, two institutions received it. */
    @Override
    public Optional<OrderView> order(String applicationId) {
        return institutions.values().stream()
                .flatMap(institution -> institution.order(applicationId).stream())
                .min(Comparator.comparing(BankSimulator::firstArrival));
    }

    /** How often an order took effect, at all institutions together; 1 is correct unless it was declined. */
    public int effectsOf(String applicationId) {
        return institutions.values().stream()
                .flatMap(institution -> institution.order(applicationId).stream())
                .mapToInt(OrderView::effects)
                .sum();
    }

    /** The accounts with this number. Magic and open accounts are included once they were held. */
    @Override
    public List<AccountView> accounts(String number) {
        return ledger.views(AccountNumber.normalise(number), config.clock().instant());
    }

    /** Resets worlds, orders, faults and counters to the state at the start. */
    @Override
    public void resetAll() {
        worlds.clear();
        institutions.values().forEach(Institution::reset);
    }

    /** Stops all servers and callbacks. */
    @Override
    public void close() {
        control.close();
        scheduler.shutdownNow();
        institutions.values().parallelStream().forEach(Institution::close);
    }

    private PayeeBank payeeBank(String code) {
        return Optional.ofNullable(institutions.get(code))
                .map(institution -> institution.responseSettings().isOpen() ? PayeeBank.OPEN : PayeeBank.SIMULATED)
                .orElse(PayeeBank.ELSEWHERE);
    }

    private Institution institution(String code) {
        Institution institution = institutions.get(code);
        if (institution == null) {
            throw new NotFound("institutionCode", code);
        }
        return institution;
    }

    private static Instant firstArrival(OrderView order) {
        return order.arrivals().isEmpty() ? Instant.MAX : order.arrivals().get(0);
    }
}
