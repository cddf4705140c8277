/**
 * Work in the background of a window: cancellable, with progress, its failures told in plain words.
 *
 * <p>A {@link org.vitrine.ui.desktop.work.Desk} is where a {@link org.vitrine.ui.desktop.work.Work} is done; its result
 * arrives where the window may be touched, and nowhere else. A {@link org.vitrine.ui.desktop.work.Slot} is one thing at a
 * time: newer work takes the place of older, whose result is dropped even if it comes in time. Work is cancelled by
 * interrupting its thread; it looks up through its {@link org.vitrine.ui.desktop.work.Progress}. Tests use a desk that needs
 * no screen.
 */
package org.vitrine.ui.desktop.work;
