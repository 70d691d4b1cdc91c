package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.Flow;

/**
 * What is left of each inflow of an account when the first money in leaves first (FIFO), and when the last in leaves first (LIFO). Where both
 * agree, it does not matter which money left.
 */
final class Remainders {

    private final List<Inflow> inflows = new ArrayList<>();

    /** An inflow; {@code number} is that of its flow, from 1. */
    static final class Inflow {

        private final int number;
        private final Flow flow;
        private long fifoFen;
        private long lifoFen;

        private Inflow(int number, Flow flow) {
            this.number = number;
            this.flow = flow;
            this.fifoFen = flow.getAmountFen();
            this.lifoFen = flow.getAmountFen();
        }

        int number() {
            return number;
        }

        Flow flow() {
            return flow;
        }

        long fifoFen() {
            return fifoFen;
        }

        long lifoFen() {
            return lifoFen;
        }
    }

    private Remainders() {}

    /** Replays the flows of an account, in their order. */
    static List<Inflow> of(Account account, List<Flow> flows) {
        Remainders remainders = new Remainders();
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            if (isAt(account, flow.getPayee())) {
                remainders.inflows.add(new Inflow(i + 1, flow));
            }
            if (isAt(account, flow.getPayer())) {
                remainders.pay(flow.getAmountFen());
            }
        }
        return List.copyOf(remainders.inflows);
    }

    /** True when both name the same account. */
    static boolean isAt(Account account, Account other) {
        return account.getNumber().equals(other.getNumber())
                && account.getInstitutionCode().equals(other.getInstitutionCode());
    }

    private void pay(long fen) {
        long first = fen;
        for (Inflow inflow : inflows) {
            long taken = Math.min(first, inflow.fifoFen);
            inflow.fifoFen -= taken;
            first -= taken;
        }
        long last = fen;
        for (int i = inflows.size() - 1; i >= 0; i--) {
            Inflow inflow = inflows.get(i);
            long taken = Math.min(last, inflow.lifoFen);
            inflow.lifoFen -= taken;
            last -= taken;
        }
    }
}
