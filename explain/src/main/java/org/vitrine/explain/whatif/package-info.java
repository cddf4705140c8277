/**
 * What if: a model computes with a head, a neuron or a token's stream taken away, weakened or exchanged ({@link
 * org.vitrine.explain.whatif.Intervening}), and what that changes ({@link org.vitrine.explain.whatif.EffectReader}).
 */
package org.vitrine.explain.whatif;
