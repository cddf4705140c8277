package org.vitrine.explain.attention;

/**
 * What a head looks at, in a few numbers: each the share of attention that a token gives, on average over the tokens of a text
 * that can give it.
 *
 * @param layer counted from 0
 * @param head counted from 0
 * @param previous to the token before
 * @param same to itself
 * @param next to the token after
 * @param special to tokens that the model's template put there
 * @param first to the first token
 * @param entropy how spread out the attention is, in bits: 0 looks at one token only
 */
public record HeadSummary(int layer, int head, double previous, double same, double next, double special, double first,
        double entropy) {
}
