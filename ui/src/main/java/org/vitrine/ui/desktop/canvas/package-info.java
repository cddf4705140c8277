/** Pictures in a window: scrolled, pointed at, chosen from. */
package org.vitrine.ui.desktop.canvas;
