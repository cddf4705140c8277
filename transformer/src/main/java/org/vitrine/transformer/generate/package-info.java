/** Writing: choosing one token after the other. {@link org.vitrine.transformer.generate.Generator} is the loop. */
package org.vitrine.transformer.generate;
