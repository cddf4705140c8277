/**
 * Whether a forward pass computed the right numbers: tensor by tensor, within a tolerance, beside another pass or beside a
 * golden trace of another implementation.
 */
package org.vitrine.explain.check;
