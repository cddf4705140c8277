/** Any tensor of the forward pass, number by number: a tree of all of them, a heat map, statistics, what makes it. */
package org.vitrine.ui.desktop.inspector;
