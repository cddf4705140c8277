/**
 * Questions to a trace, answered as immutable records: what each layer would say ({@link
 * org.vitrine.explain.LogitLens#predictions}), and how each layer ranks a token ({@link
 * org.vitrine.explain.LogitLens#ranks}). No printing, no drawing: whoever shows the records decides how.
 */
package org.vitrine.explain;
