/** What a model makes of a checkpoint's tensors: where each is used, which are missing, which are left out and why. */
package org.vitrine.transformer.checkpoint;
