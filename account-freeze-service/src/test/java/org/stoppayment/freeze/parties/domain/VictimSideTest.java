package org.stoppayment.freeze.parties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.AccountRef;

class VictimSideTest {

    private static final String VICTIM = "郑某";
    private static final AccountRef.Key CARD = new AccountRef.Key("102100099996", "6222020000000000018");
    private static final AccountRef.Key OTHER = new AccountRef.Key("103100000026", "6228480000000001016");

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

    private static VictimSide side(String victimName, NamedPayer payer) {
        return new VictimSide(new CaseParties(victimName, List.of(payer)));
    }

    private static NamedPayer payer(Set<String> told, Set<String> typed, boolean reportedPayee, boolean tracedBefore) {
        return new NamedPayer(CARD, told, typed, reportedPayee, tracedBefore, true);
    }
}
