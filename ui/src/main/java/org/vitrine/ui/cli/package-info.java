/**
 * The command line. {@link org.vitrine.ui.cli.Main} starts, {@link org.vitrine.ui.cli.CommandLines} knows the commands
 * and what becomes of errors. A command that takes a text extends {@link org.vitrine.ui.cli.TextCommand} and turns each
 * text into an {@link org.vitrine.ui.cli.Answer}, which can show itself to a person or write itself as JSON; both are
 * made of the same records. Data goes to standard output, everything else to standard error.
 */
package org.vitrine.ui.cli;
