/**
 * Names for everything a model computes, and the two sides of looking: a {@link
 * org.vitrine.transformer.trace.Recorder} is handed every tensor as it is made (and may hand back another), a {@link
 * org.vitrine.transformer.trace.Trace} shows what was kept.
 */
package org.vitrine.transformer.trace;
