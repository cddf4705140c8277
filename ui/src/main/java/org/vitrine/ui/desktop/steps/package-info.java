/**
 * The forward pass, step by step: a step for each tensor that was recorded, what it does in words, and where in the block it
 * is.
 *
 * <p>{@link org.vitrine.ui.desktop.steps.StepModel} is the list and the current step, which is the session's chosen tensor,
 * so stepping moves all views. {@link org.vitrine.ui.desktop.steps.TransportBar} walks through it, {@link
 * org.vitrine.ui.desktop.steps.BlockDiagram} lights up where it is, and {@link org.vitrine.ui.desktop.steps.StepSentences}
 * says it in a sentence with the numbers of the model and the text at hand.
 */
package org.vitrine.ui.desktop.steps;
