/** Checkpoints of real sizes with random weights. */
package org.vitrine.bench.model;
