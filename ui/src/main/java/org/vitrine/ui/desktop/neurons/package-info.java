/** Views of neurons: the arithmetic of a head, and the activations of the feed-forward layers. */
package org.vitrine.ui.desktop.neurons;
