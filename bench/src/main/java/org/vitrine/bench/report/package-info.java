/** From measurements to a table and a file: what peers need for the same work, and which targets are missed. */
package org.vitrine.bench.report;
