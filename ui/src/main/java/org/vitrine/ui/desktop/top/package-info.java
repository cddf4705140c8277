/**
 * What stands around the views: which model reads which text, the tokens that it reads, messages, panels at the side, and the
 * keys.
 */
package org.vitrine.ui.desktop.top;
