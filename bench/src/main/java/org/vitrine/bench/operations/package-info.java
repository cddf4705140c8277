/** Times each operation of {@link org.vitrine.transformer.ops.Ops} by itself with JMH; {@code bench/operations} runs them. */
package org.vitrine.bench.operations;
