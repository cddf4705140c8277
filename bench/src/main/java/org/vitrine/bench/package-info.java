/** End-to-end timings: {@link org.vitrine.bench.Gpt2Bench} on a model that {@link org.vitrine.bench.RandomGpt2} makes. */
package org.vitrine.bench;
