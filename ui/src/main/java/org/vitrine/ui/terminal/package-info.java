/**
 * Text for a terminal: how wide a character is ({@link org.vitrine.ui.terminal.TextWidth}), how a token, a probability
 * and a rank look ({@link org.vitrine.ui.terminal.Chip}, {@link org.vitrine.ui.terminal.Percent}, {@link
 * org.vitrine.ui.terminal.ColourSteps}), and how cells become aligned lines ({@link org.vitrine.ui.terminal.Table}).
 * Nothing here knows models; {@link org.vitrine.ui.terminal.Terminal} says what the terminal can do, and everything
 * still reads well where it can do little.
 */
package org.vitrine.ui.terminal;
