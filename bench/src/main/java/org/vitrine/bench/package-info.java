/**
 * Times the work that users wait for, on models of real sizes with random weights; not part of what a user installs.
 *
 * <p>{@link org.vitrine.bench.Bench} is {@code bench/run}: it takes what is to be timed from {@link org.vitrine.bench.work},
 * the models from {@link org.vitrine.bench.model}, what the machine could do at best from {@link org.vitrine.bench.probe},
 * and prints with {@link org.vitrine.bench.report}. {@link org.vitrine.bench.GpuBench} is {@code bench/gpu}, the same for a
 * device beside the CPU. {@code bench/README.md} explains the tables.
 */
package org.vitrine.bench;
