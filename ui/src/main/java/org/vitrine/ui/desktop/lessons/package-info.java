/**
 * Lessons beside the views: each sets the window up, says what to look for, and can measure it. What a lesson is, {@code
 * ui.tour} says; here it is shown.
 *
 * <p>{@link org.vitrine.ui.desktop.lessons.LessonsModel} knows which lesson is on and what was measured, {@link
 * org.vitrine.ui.desktop.lessons.LessonPane} shows that at the window's side. A lesson is shown by a {@link
 * org.vitrine.ui.desktop.lessons.Presenter}, which the window is, and {@code Scenery} turns what the lesson wants into what
 * the views understand.
 */
package org.vitrine.ui.desktop.lessons;
