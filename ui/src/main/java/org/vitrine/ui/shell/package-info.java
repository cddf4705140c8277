/**
 * {@code vitrine jshell}: the JDK's own jshell, with everything of Vitrine in it.
 *
 * <p>{@link org.vitrine.ui.shell.Shell} starts it with Vitrine's modules, a startup file that imports what is asked for most, and
 * a feedback mode that shows tables whole. What is typed there is {@link org.vitrine.ui.api}. The page {@code docs/jshell.md} is a
 * session with it, which a test types again.
 */
package org.vitrine.ui.shell;
