package org.stoppayment.benchmarks.harness;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stoppayment.kernel.CheckDigits;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.IdType;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports with three transfers to three new accounts at three banks; the serials tell which report an order is of. */
public final class Reports {

    /** Orders that each report leads to. */
    public static final int ORDERS = 3;

    /** How long ago the victims paid. */
    static final long SECONDS_SINCE_PAID = 600;

    private record Bank(String code, String bin) {}

    private static final List<Bank> BANKS = List.of(
            new Bank("102100099996", "622202"),
            new Bank("103100000026", "622848"),
            new Bank("104100000004", "621661"),
            new Bank("105100000017", "621700"),
            new Bank("301290000007", "622262"),
            new Bank("302100011000", "622908"),
            new Bank("308584000013", "621483"),
            new Bank("309391000011", "622909"),
            new Bank("310290000013", "622521"),
            new Bank("403100000004", "621799"));

    private static final long FEN = 1_400_000;

    private final Ids ids = new Ids(SystemTime.SOURCE);
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong lastOfRings = new AtomicLong(500_000_000_000L);

    /**
     * A report and the number that its transfers' serials carry.
     *
     * @param number counts from one
     * @param request the report
     */
    public record Report(long number, ReportFraudRequest request) {}

    public Report next() {
        long number = last.incrementAndGet();
        Timestamp booked = paidAt();
        ReportFraudRequest.Builder request = told(booked);
        for (int i = 0; i < ORDERS; i++) {
            Bank bank = bankOf(number, i);
            request.addTransfers(transfer(booked, account("张三", bank, number * ORDERS + i), FEN, number + "-" + i));
        }
        return new Report(number, request.build());
    }

    /** A report with one transfer, to a new account at the bank of that position in {@link #code}. */
    public Report nextAt(int position) {
        long number = last.incrementAndGet();
        Timestamp booked = paidAt();
        Account payee = account("张三", BANKS.get(position), number * ORDERS);
        return new Report(
                number,
                told(booked)
                        .addTransfers(transfer(booked, payee, FEN, number + "-0"))
                        .build());
    }

    /** How many orders of the report of {@link #next} with that number go to banks whose code the predicate takes. */
    public static int orders(long number, Predicate<String> banks) {
        return (int) IntStream.range(0, ORDERS)
                .filter(i -> banks.test(bankOf(number, i).code()))
                .count();
    }

    /** Code of the bank of that position. */
    public static String code(int position) {
        return BANKS.get(position).code();
    }

    /** A report with one transfer. */
    Report paidTo(Account payee, long fen) {
        long number = last.incrementAndGet();
        Timestamp booked = paidAt();
        return new Report(
                number,
                told(booked)
                        .addTransfers(transfer(booked, payee, fen, number + "-0"))
                        .build());
    }

    /** An account that no report names. */
    Account freshAccount() {
        long serial = lastOfRings.incrementAndGet();
        return account("张三", BANKS.get((int) (serial % BANKS.size())), serial);
    }

    private static Bank bankOf(long number, int transfer) {
        return BANKS.get((int) ((number + transfer) % BANKS.size()));
    }

    private static Timestamp paidAt() {
        return Timestamp.newBuilder()
                .setSeconds(SystemTime.SOURCE.instant().getEpochSecond() - SECONDS_SINCE_PAID)
                .build();
    }

    private ReportFraudRequest.Builder told(Timestamp booked) {
        return ReportFraudRequest.newBuilder()
                .setRequestId(ids.next().toString())
                .setChannel(Channel.CHANNEL_CALL_110)
                .setReceivedAt(booked)
                .setOperator(Operator.newBuilder().setOrganisation("福州市公安局110").setBadgeNumber("012345"))
                .setFraudType(FraudType.FRAUD_TYPE_FAKE_LOAN)
                .setVictim(Victim.newBuilder()
                        .setName("李四")
                        .setIdType(IdType.ID_TYPE_RESIDENT_ID)
                        .setIdNumber("11010519491231002X")
                        .setPhone("13800000000"))
                .setNarrative("对方自称贷款客服，要求先交保证金，共转账三笔。");
    }

    private static Transfer transfer(Timestamp booked, Account payee, long fen, String serial) {
        return Transfer.newBuilder()
                .setPayer(account("李四", BANKS.get(1), 1))
                .setPayee(payee)
                .setAmountFen(fen)
                .setCurrency("CNY")
                .setTransferredAt(booked)
                .setSerial(serial)
                .build();
    }

    /** The number of the report that a victim's transfer with this serial is of. */
    static long numberOf(String serial) {
        return Long.parseLong(serial.substring(0, serial.indexOf('-')));
    }

    /** A moment as the institutions write it. */
    static String seconds(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond()).toString();
    }

    private static Account account(String name, Bank bank, long serial) {
        return Account.newBuilder()
                .setName(name)
                .setNumber(card(bank.bin(), serial))
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .setInstitutionCode(bank.code())
                .build();
    }

    private static String card(String bin, long serial) {
        String digits = bin + "%012d".formatted(serial);
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigits.luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException(digits);
    }
}
