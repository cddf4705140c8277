/**
 * End-to-end timings: {@link org.vitrine.bench.Gpt2Bench} on a model that {@link org.vitrine.bench.RandomGpt2} makes,
 * {@link org.vitrine.bench.BartBench} on one of {@link org.vitrine.bench.RandomBart}.
 */
package org.vitrine.bench;
