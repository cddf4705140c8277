/** What the places of a picture stand for, so that a window can let people choose them. */
package org.vitrine.ui.picture.spot;
