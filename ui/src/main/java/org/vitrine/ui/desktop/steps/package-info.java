/** The forward pass, step by step: a step for each tensor that was recorded, what it does in words, and where in the block it is. */
package org.vitrine.ui.desktop.steps;
