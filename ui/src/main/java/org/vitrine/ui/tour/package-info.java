/**
 * Lessons on the classroom models, and the tour through the first of them: a page with pictures to hand out.
 *
 * <p>A {@link org.vitrine.ui.tour.Lesson} is a text, a view of it, and what to look for there; {@link
 * org.vitrine.ui.tour.Lessons} has those that come along. The tour makes a {@link org.vitrine.ui.tour.TourStop} of each of
 * the first ones, and {@link org.vitrine.ui.tour.TourPage} one HTML file of them all, without script and network. What a
 * lesson says can be measured: {@link org.vitrine.ui.tour.check}.
 */
package org.vitrine.ui.tour;
