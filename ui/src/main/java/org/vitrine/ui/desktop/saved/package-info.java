/** What outlives the window: sessions that open again where they were left, and files of what is on show. */
package org.vitrine.ui.desktop.saved;
