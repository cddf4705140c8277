/**
 * The command line. {@link org.vitrine.ui.cli.Main} starts, {@link org.vitrine.ui.cli.CommandLines} knows the commands
 * and what becomes of errors. A command that takes a text extends {@link org.vitrine.ui.cli.TextCommand} and asks an
 * {@link org.vitrine.ui.answer.Question} about each, which its options have settled. Data goes to standard output, everything else to standard error.
 */
package org.vitrine.ui.cli;
