/** What stands above the views: which model reads which text, and the tokens that it reads. */
package org.vitrine.ui.desktop.top;
