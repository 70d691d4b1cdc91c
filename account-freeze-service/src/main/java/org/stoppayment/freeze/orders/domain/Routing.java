package org.stoppayment.freeze.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountNumber;

/** The institutions that orders can go to: by code, else by the card's BIN (the longest match), else by a person. */
public final class Routing {

    private static final int MAX_BIN_LENGTH = 10;
    private static final int MIN_BIN_LENGTH = 4;

    private final List<Institution> institutions;
    private final Map<String, String> codeByBin = new TreeMap<>();

    public Routing(List<Institution> institutions) {
        this.institutions = List.copyOf(institutions);
        institutions.forEach(institution -> institution.bins().forEach(bin -> codeByBin.put(bin, institution.code())));
    }

    /** The route to {@code account}. */
    public Route to(AccountRef account) {
        String code = account.institutionCode();
        if (!AccountNumber.hasForm(account.number())) {
            return new Route(Optional.empty(), Route.UNUSABLE_NUMBER, resembling(account.number()));
        }
        if (institutions.stream().anyMatch(institution -> institution.code().equals(code))) {
            return new Route(Optional.of(code), "", List.of());
        }
        Optional<String> byBin = byBin(account.number());
        if (code.isEmpty() && byBin.isPresent()) {
            return new Route(byBin, "", List.of());
        }
        return new Route(
                Optional.empty(),
                code.isEmpty() ? Route.NO_ROUTE : Route.NOT_CONNECTED,
                byBin.map(List::of).orElseGet(() -> resembling(account.number())));
    }

    /** The institution with that code; empty when it is not connected. */
    public Optional<Institution> institution(String code) {
        return institutions.stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst();
    }

    private Optional<String> byBin(String number) {
        for (int length = Math.min(MAX_BIN_LENGTH, number.length()); length >= MIN_BIN_LENGTH; length--) {
            String code = codeByBin.get(number.substring(0, length));
            if (code != null) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Institutions with a BIN that begins like the number. */
    private List<String> resembling(String number) {
        if (number.length() < MIN_BIN_LENGTH) {
            return List.of();
        }
        String start = number.substring(0, MIN_BIN_LENGTH);
        List<String> codes = new ArrayList<>();
        codeByBin.forEach((bin, code) -> {
            if (bin.startsWith(start) && !codes.contains(code)) {
                codes.add(code);
            }
        });
        return codes;
    }

    /**
     * An institution that orders can go to.
     *
     * @param code of the institution
     * @param bins first digits of its cards
     * @param name its Chinese name; empty when it is not known
     * @param englishName its English name; empty when it is not known
     */
    public record Institution(String code, List<String> bins, String name, String englishName) {

        /** An institution whose names are not known. */
        public Institution(String code, List<String> bins) {
            this(code, bins, "", "");
        }
    }
}
