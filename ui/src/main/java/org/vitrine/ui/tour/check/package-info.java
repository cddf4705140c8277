/** The figures of the lessons, measured here and now: so that a class need not believe a page. */
package org.vitrine.ui.tour.check;
