/** {@code vitrine jshell}: the JDK's own jshell, with everything of Vitrine in it. */
package org.vitrine.ui.shell;
