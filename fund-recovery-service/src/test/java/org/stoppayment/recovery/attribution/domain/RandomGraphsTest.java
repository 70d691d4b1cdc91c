package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.recovery.attribution.domain.RandomGraph.Move;

/**
 * Shares of several accounts that pay each other, loops included, with random bookings: against the rule as it is written down, and against
 * money that is followed fen by fen, whichever of it is taken first.
 */
class RandomGraphsTest {

    private static final int GRAPHS = 10_000;
    private static final int MANY_GRAPHS = 1_000_000;

    @Test
    void sharesFollowTheMoney() {
        compare(new Random().nextLong(), GRAPHS);
    }

    @Test
    @Tag("full")
    void sharesFollowTheMoneyAMillionTimes() {
        compare(new Random().nextLong(), MANY_GRAPHS);
    }

    private static void compare(long seed, int graphs) {
        Random random = new Random(seed);
        for (int i = 0; i < graphs; i++) {
            RandomGraph graph = RandomGraph.of(random);
            Attribution attribution = graph.attribution();
            String description = "seed " + seed + ", graph " + i + ": " + graph;
            assertFollowsTheRule(graph, attribution, description);
            assertKeepsAllMoney(graph, attribution, description);
            for (Parcels.Order order : Parcels.Order.values()) {
                assertCertainMoneyIsTheSame(graph, attribution, new Parcels(order, random), description + " " + order);
            }
        }
    }

    private static void assertFollowsTheRule(RandomGraph graph, Attribution attribution, String description) {
        Map<String, SlowAttribution> accounts = new HashMap<>();
        for (Move move : graph.moves()) {
            SlowAttribution.Paid paid = move.owner()
                    .map(owner -> new SlowAttribution.Paid(Map.of(owner, move.fen()), true))
                    .orElseGet(() -> accounts.get(move.from()).pay(move.fen()));
            if (!move.to().isEmpty()) {
                accounts.computeIfAbsent(move.to(), name -> new SlowAttribution())
                        .receive(paid.shares(), paid.isUnique());
            }
            FlowShares flow = attribution.flows().get(move.id());
            assertThat(flow.shares().byOwner()).as(description).isEqualTo(paid.shares());
            assertThat(flow.provenance().isUnique() && flow.shares().onlyOwner().isPresent())
                    .as(description)
                    .isEqualTo(paid.isUnique() && paid.shares().size() == 1);
        }
        accounts.forEach((name, slow) -> assertThat(
                        attribution.account(account(name)).money().byOwner())
                .as(description)
                .isEqualTo(slow.left()));
    }

    /** What each owner has on all accounts, and what left, is what came in. */
    private static void assertKeepsAllMoney(RandomGraph graph, Attribution attribution, String description) {
        Map<Owner, Long> in = new TreeMap<>();
        Map<Owner, Long> found = new TreeMap<>();
        for (Move move : graph.moves()) {
            move.owner().ifPresent(owner -> in.merge(owner, move.fen(), Long::sum));
            if (move.to().isEmpty()) {
                attribution
                        .flows()
                        .get(move.id())
                        .shares()
                        .byOwner()
                        .forEach((owner, fen) -> found.merge(owner, fen, Long::sum));
            }
        }
        attribution.accounts().forEach(shares -> shares.money()
                .byOwner()
                .forEach((owner, fen) -> found.merge(owner, fen, Long::sum)));
        assertThat(found).as(description).isEqualTo(in);
    }

    /** Money that is certain is the same owner's, whichever money of an account leaves first. */
    private static void assertCertainMoneyIsTheSame(
            RandomGraph graph, Attribution attribution, Parcels parcels, String description) {
        for (Move move : graph.moves()) {
            Map<Owner, Long> carried = parcels.move(move);
            FlowShares flow = attribution.flows().get(move.id());
            if (flow.provenance().isUnique() && flow.shares().onlyOwner().isPresent()) {
                assertThat(carried).as(description).isEqualTo(flow.shares().byOwner());
            }
        }
        for (AccountShares shares : attribution.accounts()) {
            if (shares.provenance().isUnique()) {
                assertThat(parcels.left(shares.account().number()))
                        .as(description)
                        .isEqualTo(shares.money().byOwner());
            }
        }
    }

    /** Money that is followed fen by fen. */
    private static final class Parcels {

        enum Order {
            FIRST_IN_FIRST_OUT,
            LAST_IN_FIRST_OUT,
            ANY
        }

        private record Parcel(Owner owner, long fen) {}

        private final Order order;
        private final Random random;
        private final Map<String, List<Parcel>> accounts = new HashMap<>();

        Parcels(Order order, Random random) {
            this.order = order;
            this.random = random;
        }

        /** Moves money; returns whose it was. */
        Map<Owner, Long> move(Move move) {
            List<Parcel> moved = move.owner()
                    .map(owner -> List.of(new Parcel(owner, move.fen())))
                    .orElseGet(() -> take(accounts.get(move.from()), move.fen()));
            if (!move.to().isEmpty()) {
                accounts.computeIfAbsent(move.to(), name -> new ArrayList<>()).addAll(moved);
            }
            return sums(moved);
        }

        Map<Owner, Long> left(String account) {
            return sums(accounts.getOrDefault(account, List.of()));
        }

        private List<Parcel> take(List<Parcel> account, long fen) {
            List<Parcel> taken = new ArrayList<>();
            for (long left = fen; left > 0; ) {
                int at = next(account.size());
                Parcel parcel = account.remove(at);
                long most = Math.min(left, parcel.fen());
                long here = order == Order.ANY ? 1 + random.nextLong(most) : most;
                taken.add(new Parcel(parcel.owner(), here));
                if (here < parcel.fen()) {
                    account.add(at, new Parcel(parcel.owner(), parcel.fen() - here));
                }
                left -= here;
            }
            return taken;
        }

        private int next(int size) {
            return switch (order) {
                case FIRST_IN_FIRST_OUT -> 0;
                case LAST_IN_FIRST_OUT -> size - 1;
                case ANY -> random.nextInt(size);
            };
        }

        private static Map<Owner, Long> sums(List<Parcel> parcels) {
            Map<Owner, Long> sums = new TreeMap<>();
            parcels.forEach(parcel -> sums.merge(parcel.owner(), parcel.fen(), Long::sum));
            return sums;
        }
    }
}
