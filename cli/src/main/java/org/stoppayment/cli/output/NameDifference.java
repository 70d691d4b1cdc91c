package org.stoppayment.cli.output;

import java.util.Arrays;

/**
 * Two names with the characters masked that they have in common, so that one sees what differs and no more: {@code *東} and
 * {@code *东}. Of a name that differs in more than half of its characters, the first half of them is shown.
 *
 * @param before the first name
 * @param after the second name
 */
public record NameDifference(String before, String after) {

    private static final int MASK = '*';

    /** The masked names of two that differ. */
    public static NameDifference between(String before, String after) {
        int[] first = before.codePoints().toArray();
        int[] second = after.codePoints().toArray();
        int head = Math.max(0, Arrays.mismatch(first, second));
        int tail = commonTail(first, second, Math.min(first.length, second.length) - head);
        boolean[] same = new boolean[Math.max(first.length, second.length)];
        Arrays.fill(same, 0, head, true);
        if (first.length == second.length) {
            for (int i = head; i < first.length - tail; i++) {
                same[i] = first[i] == second[i];
            }
        }
        return new NameDifference(masked(first, same, tail), masked(second, same, tail));
    }

    private static int commonTail(int[] first, int[] second, int max) {
        int tail = 0;
        while (tail < max && first[first.length - 1 - tail] == second[second.length - 1 - tail]) {
            tail++;
        }
        return tail;
    }

    private static String masked(int[] name, boolean[] same, int tail) {
        int left = Math.max(1, name.length / 2);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < name.length; i++) {
            boolean isShown = !same[i] && i < name.length - tail && left > 0;
            left -= isShown ? 1 : 0;
            masked.appendCodePoint(isShown ? name[i] : MASK);
        }
        return masked.toString();
    }
}
