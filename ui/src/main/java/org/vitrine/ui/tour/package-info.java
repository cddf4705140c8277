/** Lessons on the classroom models, and the tour through the first of them: a page with pictures to hand out. */
package org.vitrine.ui.tour;
