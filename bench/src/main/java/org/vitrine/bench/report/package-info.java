/**
 * From measurements to a table and a file: a {@link org.vitrine.bench.report.Run} comes in, lines for people ({@link
 * org.vitrine.bench.report.RunTable}) and one JSON object ({@link org.vitrine.bench.report.RunJson}) go out.
 *
 * <p>Beside each measurement stand what other programs need for the same work ({@link org.vitrine.bench.report.Peers}, read
 * from a file) and whether a target is missed. What was not measured is NaN, and is not in the file. The classes {@code
 * Gpu…} do the same for a device.
 */
package org.vitrine.bench.report;
