package org.vitrine.explain.attention;

/**
 * A token that looks or is looked at.
 *
 * @param position its place in its text, counted from 0; it stays when others are left out of a view
 * @param id its place in the vocabulary
 * @param token as people read it, leading space included
 * @param segment 1 for the second of BERT's two texts, else 0
 * @param special whether the model's template put it there and no text did: {@code [CLS]}, {@code </s>}
 */
public record AttentionToken(int position, int id, String token, int segment, boolean special) {
}
