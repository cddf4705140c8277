/**
 * Writing: choosing one token after the other. {@link org.vitrine.transformer.generate.Generator} writes one text,
 * {@link org.vitrine.transformer.generate.BeamSearch} several side by side;
 * {@link org.vitrine.transformer.generate.GenerationSettings} says what a model asks for.
 */
package org.vitrine.transformer.generate;
