/** Single neurons of the feed-forward layers: which tokens fire them, and which of them a token fires. */
package org.vitrine.explain.neurons;
