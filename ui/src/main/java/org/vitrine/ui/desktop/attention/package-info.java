/** Where the heads look: the head view and the model view, and what of them a window adds. */
package org.vitrine.ui.desktop.attention;
