package org.vitrine.explain.attention;

/**
 * One token looks at another.
 *
 * @param head counted from 0; {@link #AVERAGE} for the average of several
 * @param query who looks
 * @param key who is looked at
 * @param weight the share of the attention, 0 to 1; of a change, what was added to it, −1 to 1
 */
public record AttentionLink(int head, AttentionToken query, AttentionToken key, double weight) {
    /** The head of a link that is the average of several. */
    public static final int AVERAGE = -1;
}
