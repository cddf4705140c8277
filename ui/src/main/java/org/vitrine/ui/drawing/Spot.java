package org.vitrine.ui.drawing;

/**
 * What a place of a picture stands for, a token, say, or a head: whoever shows the picture can let people point at it and
 * choose it. Two spots that are equal stand for the same thing. The kinds are in {@code org.vitrine.ui.picture.spot}.
 */
public interface Spot {
}
