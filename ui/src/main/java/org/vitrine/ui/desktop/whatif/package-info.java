/** What if a part of the model were missing, weaker, or taken from another text: the window's side panel for it. */
package org.vitrine.ui.desktop.whatif;
