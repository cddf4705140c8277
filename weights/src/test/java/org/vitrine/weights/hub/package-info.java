/** What a pull promises, against a hub that the tests start and that does everything wrong that a hub can. */
package org.vitrine.weights.hub;
