/** Reads {@code config.json}: typed values out, a sentence for a person when a value cannot be used. */
package org.vitrine.transformer.config;
