package org.stoppayment.system.testkit;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

/** Makes reports up. Whatever is personal in them, and in those of others, is remembered, to be looked for in the logs. */
public final class Reports {

    /** The victim of all reports: no part of it may ever be logged. The names are Latin so that no encoding hides them. */
    public static final Victim VICTIM = Victim.newBuilder()
            .setName("Wanderlust Quillfeather")
            .setIdType(IdType.ID_TYPE_RESIDENT_ID)
            .setIdNumber("11010519491231002X")
            .setPhone("13912345670")
            .build();

    /** The account that victims pay from. */
    public static final String PAYER = "6222020000000000018";

    public static final String MULE = "Zebulon Mulehandler";
    public static final String BADGE = "badge-7731-9042";
    public static final String STORY = "Told that the parcel was lost and paid an insurance fee.";

    private static final Ids IDS = new Ids(SystemTime.SOURCE);
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);
    private static final Set<String> ACCOUNT_NUMBERS = ConcurrentHashMap.newKeySet();
    private static final Set<String> OF_OTHERS = ConcurrentHashMap.newKeySet();

    private Reports() {}

    /** An id that nobody has used. */
    public static String newId() {
        return IDS.next().toString();
    }

    /** A whole report of these payments. */
    public static ReportFraudRequest of(Transfer... transfers) {
        return of(Arrays.asList(transfers));
    }

    /** A whole report of these payments. */
    public static ReportFraudRequest of(List<Transfer> transfers) {
        return ReportFraudRequest.newBuilder()
                .setRequestId(newId())
                .setChannel(Channel.CHANNEL_CALL_110)
                .setFraudType(FraudType.FRAUD_TYPE_IMPERSONATING_CUSTOMER_SERVICE)
                .setReceivedAt(timestamp(SystemTime.SOURCE.instant()))
                .setOperator(Operator.newBuilder().setOrganisation("110 desk").setBadgeNumber(BADGE))
                .setVictim(VICTIM)
                .setNarrative(STORY)
                .addAllTransfers(transfers)
                .build();
    }

    /** A payment to an account that no other has. */
    public static Transfer paid(String institutionCode, long amountFen) {
        return paid(institutionCode, freshNumber(), amountFen);
    }

    /** A payment to an account. */
    public static Transfer paid(String institutionCode, String number, long amountFen) {
        return paid(institutionCode, number, MULE, amountFen);
    }

    /** A payment to an account. */
    public static Transfer paid(String institutionCode, String number, String name, long amountFen) {
        ACCOUNT_NUMBERS.add(number);
        return Transfer.newBuilder()
                .setPayer(account(SimulatedBanks.ICBC, PAYER, VICTIM.getName()))
                .setPayee(account(institutionCode, number, name))
                .setAmountFen(amountFen)
                .setCurrency("CNY")
                .setTransferredAt(timestamp(SystemTime.SOURCE.instant().minusSeconds(120)))
                .setSerial("S" + NEXT.incrementAndGet())
                .build();
    }

    /** An account number that passes Luhn and that no other test has. */
    public static String freshNumber() {
        String digits = "623" + String.format("%015d", NEXT.incrementAndGet());
        String number = withLuhn(digits);
        ACCOUNT_NUMBERS.add(number);
        return number;
    }

    /** Remembers what is personal in a report that was not made here. */
    public static void remember(Collection<String> personal) {
        personal.stream().filter(value -> !value.isBlank()).forEach(OF_OTHERS::add);
    }

    /** All that must not be in any log: everything personal that was ever in a report of this run. */
    public static Set<String> personal() {
        Set<String> all = ConcurrentHashMap.newKeySet();
        all.addAll(ACCOUNT_NUMBERS);
        all.addAll(OF_OTHERS);
        all.addAll(List.of(
                PAYER, "Quillfeather", VICTIM.getIdNumber(), VICTIM.getPhone(), "Mulehandler", BADGE, "insurance fee"));
        return all;
    }

    public static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
    }

    private static Account account(String institutionCode, String number, String name) {
        return Account.newBuilder()
                .setInstitutionCode(institutionCode)
                .setNumber(number)
                .setName(name)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }

    /** The digits with the one behind them that makes them pass Luhn. */
    public static String withLuhn(String digits) {
        return digits + luhn(digits);
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = place % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
