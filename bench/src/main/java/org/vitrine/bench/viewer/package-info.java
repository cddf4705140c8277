/** How long the window takes to show a page, and how quickly it answers the mouse. */
package org.vitrine.bench.viewer;
