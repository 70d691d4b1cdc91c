package org.stoppayment.kernel.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.Violation;

class IdsTest {

    private static final Instant MOMENT = Instant.parse("2026-01-10T08:00:00.123Z");

    @Test
    void idsAreOfVersionSevenAndTheIetfVariant() {
        Ids ids = new Ids(SystemTime.SOURCE);
        for (int i = 0; i < 1_000; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void idsCarryTheMillisecondInWhichTheyWereMade() {
        UUID id = new Ids(InstantSource.fixed(MOMENT)).next();
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MOMENT.toEpochMilli());
        assertThat(id.toString()).startsWith("019ba6eb-587b-7");
    }

    @Test
    void earliestIdOfAMomentIsBeforeEveryIdMadeThenAndAfterEveryIdMadeBefore() {
        UUID earliest = Ids.earliest(MOMENT);

        assertThat(earliest.toString())
                .isLessThan(new Ids(InstantSource.fixed(MOMENT)).next().toString());
        assertThat(earliest.toString())
                .isGreaterThan(new Ids(InstantSource.fixed(MOMENT.minusMillis(1)))
                        .next()
                        .toString());
    }

    @Test
    void exampleOfTheStandardIsReproduced() {
        // RFC 9562, appendix A.6: 2022-02-22T19:22:22Z, rand_a CC3, rand_b 18C4DC0C0C07398F (with its variant bits).
        Random random = new Random() {
            @Override
            public int nextInt() {
                return 0xCC3;
            }

            @Override
            public long nextLong() {
                return 0x18C4DC0C0C07398FL << 2;
            }
        };
        Ids ids = new Ids(InstantSource.fixed(Instant.ofEpochMilli(0x017F22E279B0L)), random);
        assertThat(ids.next()).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    @Test
    void idsOfLaterMillisecondsSortAfterIdsOfEarlierOnes() {
        List<UUID> made = new ArrayList<>();
        for (int millis = 0; millis < 2_000; millis++) {
            made.add(new Ids(InstantSource.fixed(MOMENT.plusMillis(millis))).next());
        }
        assertThat(made).isSorted();
        assertThat(made.stream().map(UUID::toString).toList()).isSorted();
    }

    @Test
    void randomPartsUseAllTheirBits() {
        long everSetHigh = 0;
        long everSetLow = 0;
        long alwaysSetHigh = -1;
        long alwaysSetLow = -1;
        Ids ids = new Ids(InstantSource.fixed(MOMENT), new Random(7));
        for (int i = 0; i < 500; i++) {
            UUID id = ids.next();
            everSetHigh |= id.getMostSignificantBits();
            everSetLow |= id.getLeastSignificantBits();
            alwaysSetHigh &= id.getMostSignificantBits();
            alwaysSetLow &= id.getLeastSignificantBits();
        }
        assertThat((everSetHigh ^ alwaysSetHigh) & 0xFFFFL).isEqualTo(0x0FFFL);
        assertThat(everSetLow ^ alwaysSetLow).isEqualTo(0x3FFFFFFFFFFFFFFFL);
    }

    @Test
    void eightThreadsInTheSameMillisecondNeverMakeTheSameId() throws Exception {
        int threads = 8;
        int each = 25_000;
        Ids ids = new Ids(InstantSource.fixed(MOMENT));
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<UUID>>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    together.await();
                    List<UUID> made = new ArrayList<>(each);
                    for (int i = 0; i < each; i++) {
                        made.add(ids.next());
                    }
                    return made;
                }));
            }
            Set<UUID> all = new HashSet<>();
            for (Future<List<UUID>> one : running) {
                all.addAll(one.get(60, TimeUnit.SECONDS));
            }
            assertThat(all).hasSize(threads * each);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void uuidsInUpperAndLowerCaseAreParsed() {
        UUID id = UUID.fromString("0193a000-0000-7000-8000-00000000abcd");
        assertThat(Ids.parse("0193a000-0000-7000-8000-00000000abcd")).contains(id);
        assertThat(Ids.parse("0193A000-0000-7000-8000-00000000ABCD")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0193a00000007000800000000000abcd",
                "{0193a000-0000-7000-8000-00000000abcd}",
                "urn:uuid:0193a000-0000-7000-8000-00000000abcd",
                "0193a000-0000-7000-8000-00000000abcg",
                "0193a000-0000-7000-8000-00000000abcd ",
                "0193a000-0000-7000-8000-00000000abcd\n",
                "0193a000-0000-7000-8000-0000-000abcd",
                "０193a000-0000-7000-8000-00000000abcd"
            })
    void otherTextIsNotAnId(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }

    @Test
    void fieldThatIsNotAUuidIsInvalidInputWithoutItsValue() {
        UUID id = new Ids(SystemTime.SOURCE).next();

        assertThat(Ids.parseField("caseId", id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> Ids.parseField("caseId", "6222020000000000018"))
                .isInstanceOfSatisfying(ServiceException.InvalidInput.class, invalid -> assertThat(invalid.violations())
                        .containsExactly(
                                new Violation("caseId", "NOT_A_UUID", "value: 19 characters (expected: a UUID)")));
    }
}
