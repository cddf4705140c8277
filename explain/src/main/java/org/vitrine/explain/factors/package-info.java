/** Groups of neurons that fire together: Ecco's activation factors. */
package org.vitrine.explain.factors;
