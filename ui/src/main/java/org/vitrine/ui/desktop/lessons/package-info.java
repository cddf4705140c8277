/** Lessons beside the views: each sets the window up, says what to look for, and can measure it. */
package org.vitrine.ui.desktop.lessons;
