/** What the machine can do, and what this program takes of it. */
package org.vitrine.bench.probe;
