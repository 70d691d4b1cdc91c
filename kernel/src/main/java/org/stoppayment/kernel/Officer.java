package org.stoppayment.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An officer, on the 96110 desk or elsewhere.
 *
 * @param organisation that they work for
 * @param badgeNumber of the officer
 */
public record Officer(String organisation, String badgeNumber) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The suite itself, where no officer has decided. No officer may call themselves so. */
    public static final Officer SYSTEM = new Officer("SYSTEM", "SYSTEM");

    /** Decisions from before officers were recorded; the default of the database. */
    public static final Officer NOT_RECORDED = new Officer("NOT_RECORDED", "NOT_RECORDED");

    /** True when {@code name} stands for nobody: see {@link #SYSTEM} and {@link #NOT_RECORDED}. */
    public static boolean isReserved(String name) {
        return name.equals(SYSTEM.organisation) || name.equals(NOT_RECORDED.organisation);
    }

    /** True for the same person, however organisation and badge number were typed: full width, spaces and upper case do not matter. */
    public boolean isSamePerson(Officer other) {
        return key().equals(other.key());
    }

    /** The same text for the same person. */
    public String key() {
        return plain(organisation) + "/" + plain(badgeNumber);
    }

    private static String plain(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** This officer; {@link #SYSTEM} when no organisation and no badge is given. */
    public Officer orSystem() {
        return organisation.isEmpty() && badgeNumber.isEmpty() ? SYSTEM : this;
    }

    /** Safe for messages: the organisation as it is, the badge masked. */
    @Override
    public String toString() {
        return organisation + " " + Masking.mask(badgeNumber);
    }
}
