/**
 * Times each operation of {@link org.vitrine.transformer.ops.Ops} by itself with JMH; {@code bench/operations} runs them.
 *
 * <p>A class for each group of operations that work on the same shapes, which are those of bert-base and of GPT-2's head;
 * {@link org.vitrine.bench.operations.OperationBenchmark} says which back ends do the work and how often. A number here says
 * what an operation costs by itself; what it costs within a model, {@link org.vitrine.bench.Bench} says.
 */
package org.vitrine.bench.operations;
