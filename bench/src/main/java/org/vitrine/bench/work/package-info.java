/** What is timed. {@link org.vitrine.bench.work.Works} lists it. */
package org.vitrine.bench.work;
