/**
 * The figures of the lessons, measured here and now: so that a class need not believe a page. A lesson and a model come in,
 * a {@link org.vitrine.ui.tour.check.Finding} for each claim goes out.
 *
 * <p>{@link org.vitrine.ui.tour.check.LessonCheck} is the way in; the classes {@code …Findings} each know one kind of claim:
 * where heads look, what layers say, which neurons belong to a kind of word, what a model writes.
 */
package org.vitrine.ui.tour.check;
