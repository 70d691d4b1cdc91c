package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedIdsTest {

    private static final String ID = "01a22f95-89ef-7943-87c9-8d679fdf9675";

    @ParameterizedTest
    @ValueSource(
            strings = {ID, " " + ID, ID + "\n", "\u3000" + ID + "\u00a0", "\ufeff" + ID + "\u200b", "\t" + ID + "\r\n"})
    void spacesAroundAnIdAreDropped(String pasted) {
        assertThat(PastedIds.cleaned(List.of("get", pasted))).containsExactly("get", ID);
    }

    @Test
    void anythingElseStaysAsItWasTyped() {
        List<String> typed = List.of(" --name", " 陈东 ", "01a22f95 ", ID + "0", ID + " " + ID, "");

        assertThat(PastedIds.cleaned(typed)).isEqualTo(typed);
    }
}
