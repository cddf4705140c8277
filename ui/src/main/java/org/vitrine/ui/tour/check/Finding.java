package org.vitrine.ui.tour.check;

/**
 * A figure that was measured.
 *
 * @param what what it is of
 * @param figure the number, as people read it
 */
public record Finding(String what, String figure) {
}
