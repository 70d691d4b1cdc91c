package org.stoppayment.freeze.parties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.TransferId;

class VictimSideTest {

    private static final String VICTIM = "郑某";
    private static final AccountRef.Key CARD = new AccountRef.Key("102100099996", "6222020000000000018");
    private static final AccountRef.Key OTHER = new AccountRef.Key("103100000026", "6228480000000001016");
    private static final AccountRef.Key NOBODY = new AccountRef.Key("", "");
    private static final Instant NAMED_AT = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void payerOfTheVictimsNameIsTheVictims() {
        assertThat(side(VICTIM, payer(Set.of(), Set.of(VICTIM), true, true)).isVictims(CARD))
                .isTrue();
    }

    @Test
    void payerWithoutANameIsTheVictims() {
        assertThat(side(VICTIM, payer(Set.of(), Set.of(), true, true)).isVictims(CARD))
                .isTrue();
    }

    @Test
    void payerOfAnotherNameIsNotTheVictims() {
        VictimSide side = side(VICTIM, payer(Set.of(), Set.of("王某"), false, false));

        assertThat(side.isVictims(CARD)).isFalse();
        assertThat(side.isIntermediary(CARD)).isFalse();
    }

    @Test
    void payerOfAnotherNameThatReceivedMoneyIsAnIntermediary() {
        assertThat(side(VICTIM, payer(Set.of(), Set.of("王某"), true, false)).isIntermediary(CARD))
                .isTrue();
        assertThat(side(VICTIM, payer(Set.of(), Set.of("王某"), false, true)).isIntermediary(CARD))
                .isTrue();
    }

    @Test
    void nameOfAnInstitutionCountsMoreThanATypedOne() {
        assertThat(side(VICTIM, payer(Set.of("王某"), Set.of(VICTIM), true, false))
                        .isVictims(CARD))
                .isFalse();
        assertThat(side(VICTIM, payer(Set.of("郑 某"), Set.of("王某"), true, false)).isVictims(CARD))
                .isTrue();
    }

    @Test
    void whereTheVictimsNameIsNotKnownWhatAnAccountReceivedDecides() {
        assertThat(side("", payer(Set.of(), Set.of("王某"), false, false)).isVictims(CARD))
                .isTrue();
        assertThat(side("", payer(Set.of(), Set.of("王某"), true, false)).isVictims(CARD))
                .isFalse();
    }

    @Test
    void accountThatNobodyNamesAsPayerIsNotTheVictims() {
        VictimSide side = side(VICTIM, payer(Set.of(), Set.of(VICTIM), false, false));

        assertThat(side.isVictims(OTHER)).isFalse();
        assertThat(side.isVictims(new AccountRef.Key("", CARD.number()))).isTrue();
        assertThat(side.isVictims(new AccountRef.Key(OTHER.institutionCode(), CARD.number())))
                .isFalse();
    }

    @Test
    void onlyWhatLeavesTheVictimsSideIsALoss() {
        VictimSide side = side(VICTIM, payer(Set.of(), Set.of(VICTIM), false, false));

        assertThat(side.isLoss(CARD, OTHER)).isTrue();
        assertThat(side.isLoss(CARD, CARD)).isFalse();
        assertThat(side.isLoss(OTHER, CARD)).isFalse();
        assertThat(side(VICTIM, payer(Set.of(), Set.of("王某"), true, false)).isLoss(CARD, OTHER))
                .isFalse();
    }

    @Test
    void payerOfACorrectedTransferIsNoPayer() {
        CaseParties swapped =
                new CaseParties(VICTIM, List.of(transfer(1, OTHER, VICTIM, CARD, "王某", NAMED_AT)), List.of());

        VictimSide side = new VictimSide(swapped.with(
                "", List.of(transfer(2, CARD, VICTIM, OTHER, "王某", NAMED_AT.plusSeconds(60))), Set.of(id(1))));

        assertThat(new VictimSide(swapped).isVictims(OTHER)).isTrue();
        assertThat(side.isVictims(OTHER)).isFalse();
        assertThat(side.isVictims(CARD)).isTrue();
        assertThat(side.isLoss(CARD, OTHER)).isTrue();
        assertThat(side.isContested()).as("one was withdrawn").isTrue();
    }

    @Test
    void correctedSumDoesNotMakeAPayerALaterOne() {
        CaseParties parties = new CaseParties(
                VICTIM,
                List.of(transfer(1, CARD, "王某", OTHER, "", NAMED_AT)),
                List.of(new AccountFacts(CARD, Set.of(), Optional.of(NAMED_AT.plusSeconds(30)))));

        VictimSide side = new VictimSide(
                parties.with("", List.of(transfer(2, CARD, "王某", OTHER, "", NAMED_AT.plusSeconds(60))), Set.of(id(1))));

        assertThat(side.isIntermediary(CARD)).isFalse();
    }

    @Test
    void accountWithoutAnInstitutionIsComparedByItsNumberWhereverItIsNamed() {
        AccountRef.Key unknown = new AccountRef.Key("", CARD.number());
        TransferParties paid = transfer(1, OTHER, "", unknown, "王某", NAMED_AT);
        TransferParties paying = transfer(2, CARD, "", OTHER, "", NAMED_AT);

        assertThat(new VictimSide(new CaseParties(VICTIM, List.of(paid, paying), List.of())).isIntermediary(CARD))
                .isTrue();
        assertThat(new VictimSide(new CaseParties(
                                VICTIM,
                                List.of(
                                        transfer(1, OTHER, "", CARD, "", NAMED_AT),
                                        transfer(2, unknown, "", OTHER, "", NAMED_AT)),
                                List.of(new AccountFacts(CARD, Set.of("王某"), Optional.empty()))))
                        .isIntermediary(CARD))
                .isTrue();
    }

    @Test
    void nameOfAReportCountsBeforeThatOfItsCaseIsKnown() {
        CaseParties parties = CaseParties.NONE.with(
                VICTIM,
                List.of(transfer(1, OTHER, VICTIM, CARD, "", NAMED_AT), transfer(2, CARD, "", OTHER, "", NAMED_AT)),
                Set.of());

        assertThat(new VictimSide(parties).isVictims(CARD)).isTrue();
    }

    private static VictimSide side(String victimName, CaseParties payer) {
        return new VictimSide(new CaseParties(victimName, payer.transfers(), payer.facts()));
    }

    /** A case that names {@code CARD} as a payer, once with each typed name. */
    private static CaseParties payer(Set<String> told, Set<String> typed, boolean reportedPayee, boolean tracedBefore) {
        List<TransferParties> transfers = new ArrayList<>();
        (typed.isEmpty() ? Set.of("") : typed)
                .forEach(name -> transfers.add(transfer(1, CARD, name, NOBODY, "", NAMED_AT)));
        if (reportedPayee) {
            transfers.add(transfer(2, NOBODY, "", CARD, "", NAMED_AT));
        }
        return new CaseParties(
                "",
                transfers,
                List.of(new AccountFacts(
                        CARD, told, tracedBefore ? Optional.of(NAMED_AT.minusSeconds(1)) : Optional.empty())));
    }

    private static TransferParties transfer(
            int number, AccountRef.Key payer, String payerName, AccountRef.Key payee, String payeeName, Instant at) {
        return new TransferParties(id(number), account(payer, payerName), account(payee, payeeName), at, false);
    }

    private static AccountRef account(AccountRef.Key key, String name) {
        return new AccountRef(key.institutionCode(), key.number(), name, AccountKind.BANK_PERSONAL);
    }

    private static TransferId id(int number) {
        return new TransferId(new UUID(2, number));
    }
}
