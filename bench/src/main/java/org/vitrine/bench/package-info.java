/** End-to-end timings: {@link org.vitrine.bench.Bench}, on models of real sizes that have random weights. */
package org.vitrine.bench;
