package org.stoppayment.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.system.testkit.QuickRules;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.SimulatedBanks;

/** The accounts of the databases in {@code upgrade/}, each named for where its order stood when the older suite stopped. */
enum UpgradeAccount {
    /** Its institution was down. */
    QUEUED(SimulatedBanks.CCB),
    /** In effect; its lift could not be sent, because the institution was down. */
    LIFT_QUEUED(SimulatedBanks.CCB),
    /** In effect; its extension could not be sent, because the institution was down. */
    EXTENSION_QUEUED(SimulatedBanks.CCB),
    /** The institution stopped the account and did not answer. */
    IN_DOUBT_BOOKED(SimulatedBanks.PSBC),
    /** The order was lost on its way, and nobody knew. */
    IN_DOUBT_LOST(SimulatedBanks.SPDB),
    /** A first order under a wrong name was in doubt; a second case's order, with the right name, waited for it. */
    WAITING(SimulatedBanks.BOC),
    /** The institution accepted the order and stopped the account; its callback never came. */
    ACCEPTED(SimulatedBanks.CITIC),
    /** On its way; the institution stopped the account. */
    SENDING_BOOKED(SimulatedBanks.CIB),
    /** On its way, and lost. */
    SENDING_LOST(SimulatedBanks.ABC),
    /** In effect; money had gone on to {@link #NEXT_LEVEL}, which was not followed yet. */
    CLAIM_DUE(SimulatedBanks.ICBC),
    /** Its order did not exist yet. */
    NEXT_LEVEL(SimulatedBanks.CMB),
    /** In effect; one serial came with two contents. */
    SERIAL_CONFLICT(SimulatedBanks.CMB),
    /** In effect; the institution contradicted itself. */
    FEEDBACK_CONFLICT(SimulatedBanks.CMB),
    /** In effect; announced bookings did not come in time. */
    BOOKINGS_INCOMPLETE(SimulatedBanks.BOCOM),
    /** No institution was known: a person had to route the order. */
    NO_ROUTE(""),
    /** The report was in the intake's outbox; freeze knew nothing of it. */
    NOT_HANDED_OVER(SimulatedBanks.ICBC);

    /** What every case lost. */
    static final long FEN = 70_000;

    /** What of it went on from {@link #CLAIM_DUE} to {@link #NEXT_LEVEL}. */
    static final long ONWARD_FEN = 50_000;

    /** The holder of {@link #WAITING}, as the institution knows the account. */
    static final String RIGHT_NAME = "Ottoline Rightname";

    /** Orders hold it byte for byte, so the world of {@link #WAITING} must have it as well. */
    private static final Instant TRANSFERRED_AT = Instant.parse("2026-11-28T04:00:00Z");

    /** Waiting is cut short in the suite that wrote the databases and in the one that reads them; rule sets must not differ. */
    static final Map<String, String> FREEZE_SETTINGS = Map.of(
            "STOPPAYMENT_RULES",
                    QuickRules.file(
                            "upgrade",
                            Map.of(
                                    "budget",
                                    "PT1M",
                                    "firstInquiry",
                                    "PT0.5S",
                                    "slowestInquiry",
                                    "PT2S",
                                    "bookingsInquiry",
                                    "PT2S")),
            "STOPPAYMENT_GATEWAY_DEADLINE", "PT5.5S",
            "STOPPAYMENT_FREEZE_LEASE", "PT6S",
            "STOPPAYMENT_FREEZE_FIRST_RESEND", "PT0.2S",
            "STOPPAYMENT_FREEZE_SLOWEST_RESEND", "PT1S",
            "STOPPAYMENT_FREEZE_FEEDBACK_PATIENCE", "PT15S");

    private final String institutionCode;

    UpgradeAccount(String institutionCode) {
        this.institutionCode = institutionCode;
    }

    String institutionCode() {
        return institutionCode;
    }

    /** Its number. */
    String number() {
        return Reports.withLuhn("6239%014d".formatted(ordinal()));
    }

    /** A payment of {@link #FEN} into it. */
    Transfer paid() {
        return paid(Reports.MULE);
    }

    /** A payment of {@link #FEN} into it, to a payee of this name. */
    Transfer paid(String name) {
        return Reports.paid(institutionCode, number(), name, FEN).toBuilder()
                .setTransferredAt(Reports.timestamp(TRANSFERRED_AT))
                .build();
    }

    /** The world in which the account has a holder and the payment; without it the institution takes any name. */
    JsonNode world() {
        return Json.MAPPER.valueToTree(Map.of(
                "institutions", List.of(Map.of("code", institutionCode, "mode", "SYNC")),
                "accounts",
                        List.of(Map.of(
                                "institutionCode",
                                institutionCode,
                                "number",
                                number(),
                                "name",
                                RIGHT_NAME,
                                "kind",
                                "ACCOUNT_KIND_BANK_PERSONAL",
                                "balanceFen",
                                Long.toString(FEN))),
                "deposits",
                        List.of(Map.of(
                                "serial",
                                "D1",
                                "from",
                                "6222020000000000018",
                                "to",
                                number(),
                                "amountFen",
                                Long.toString(FEN),
                                "at",
                                TRANSFERRED_AT.toString())),
                "moves", List.of()));
    }
}
