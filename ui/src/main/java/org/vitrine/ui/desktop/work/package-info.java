/** Work in the background of a window: cancellable, with progress, its failures told in plain words. */
package org.vitrine.ui.desktop.work;
