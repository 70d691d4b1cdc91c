package org.stoppayment.cli.fake;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;

/** The main class of the jars of a {@link FakeHome}: a service or the simulator, configured by environment and arguments. */
public final class FakeProcess {

    private static final String CONTROL_PORT = "--control-port";

    private FakeProcess() {}

    /** The gRPC server, started when it is needed: most tests call none, and it takes longer to start than all the rest. */
    private static final class Grpc {
        static final int PORT =
                services().serve(0, TestCertificates.ofThisProcess()).getPort();

        private static FakeServices services() {
            FakeServices services = new FakeServices();
            services.refunds().plan(RefundSamples.single());
            services.refunds().payable();
            services.payments().are(FakePayments.paid().build());
            services.holds()
                    .propose(HoldSamples.proposal(
                            HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, "", HoldSamples.ACCOUNT, 400_000_000));
            return services;
        }
    }

    /** The same process, but ready only when it answers gRPC at once: a first call would not wait for a slow start. */
    static final class Answering {

        private Answering() {}

        /** Serves until it is stopped. */
        public static void main(String[] arguments) throws IOException, InterruptedException {
            if (!List.of(arguments).contains(CONTROL_PORT)) { // the simulator answers no gRPC
                System.out.println("gRPC at " + Grpc.PORT);
            }
            FakeProcess.main(arguments);
        }
    }

    /** Serves until it is stopped. */
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (crashes()) {
            System.out.println("cannot start: the configuration is wrong");
            System.exit(1);
        }
        if (System.getenv("FAKE_OUT_OF_MEMORY") != null) {
            Thread leak = new Thread(() -> System.out.println(new long[Integer.MAX_VALUE / 2].length));
            leak.start();
            leak.join();
        }
        int control = List.of(arguments).indexOf(CONTROL_PORT);
        if (control >= 0) {
            new FakeSimulator(Integer.parseInt(arguments[control + 1]));
        } else {
            LazyPort.listen(Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")), () -> Grpc.PORT);
            new FakeSimulator(Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT")));
        }
        System.out.println("ready");
    }

    private static boolean crashes() throws IOException {
        String once = System.getenv("FAKE_CRASH_ONCE");
        String whilePresent = System.getenv("FAKE_CRASH_WHILE");
        return System.getenv("FAKE_CRASH") != null
                || once != null && new File(once).createNewFile()
                || whilePresent != null && new File(whilePresent).exists();
    }
}
