/** What can be said of any tensor: slices of it, statistics, histograms, its strongest numbers, how it differs from another. */
package org.vitrine.explain.tensors;
