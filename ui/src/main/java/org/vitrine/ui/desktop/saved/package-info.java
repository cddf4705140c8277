/**
 * What outlives the window: sessions that open again where they were left, and files of what is on show.
 *
 * <p>{@link org.vitrine.ui.desktop.saved.SavedSession} is what is kept, {@link org.vitrine.ui.desktop.saved.SessionFile}
 * where. The file is JSON that people can read, and somebody else may have written it: what is missing is as in a new
 * session, and what makes no sense is too, with a note ({@code SessionReader}). {@link
 * org.vitrine.ui.desktop.saved.ViewFiles} writes pictures and numbers, whole or not at all; {@link
 * org.vitrine.ui.desktop.saved.FileChoice} asks where to.
 */
package org.vitrine.ui.desktop.saved;
