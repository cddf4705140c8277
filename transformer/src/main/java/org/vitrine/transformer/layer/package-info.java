/** What the models share: records of weights, and the one equation of attention. Never a block: the wiring is the lesson. */
package org.vitrine.transformer.layer;
