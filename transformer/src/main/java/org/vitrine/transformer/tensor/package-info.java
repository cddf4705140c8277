/**
 * Numbers with a shape. A {@link org.vitrine.transformer.tensor.Tensor} is what flows through a model and what a
 * student looks at; a {@link org.vitrine.transformer.tensor.Weight} is a matrix that a model was trained to hold.
 */
package org.vitrine.transformer.tensor;
