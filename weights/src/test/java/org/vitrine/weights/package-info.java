/**
 * What the reader promises, one sentence a test: every file that the format forbids is refused with a message that
 * helps, every file that it allows is read, and what the writer writes comes back.
 */
package org.vitrine.weights;
