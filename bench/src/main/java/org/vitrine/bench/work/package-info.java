/**
 * What is timed: a class for each kind of work, such as one forward pass with everything recorded and with nothing, writing
 * token by token, reading a checkpoint, or a command from its start to its end.
 *
 * <p>{@link org.vitrine.bench.work.Works} lists all, in the order in which they are done; {@link org.vitrine.bench.work.Lab}
 * is what each is given, {@link org.vitrine.bench.work.Effort} how often it is done until its time is believed. Two things
 * that are compared are timed in turns, since a shared machine is quicker for some minutes than for others.
 */
package org.vitrine.bench.work;
