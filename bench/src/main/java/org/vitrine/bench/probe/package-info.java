/**
 * What the machine can do, so that a time can be judged: multiply-adds a second ({@link org.vitrine.bench.probe.FmaProbe})
 * and bytes a second ({@link org.vitrine.bench.probe.BandwidthProbe}).
 *
 * <p>{@link org.vitrine.bench.probe.Machine} says where and when something was measured, {@link
 * org.vitrine.bench.probe.Heap} what this program holds of the memory, {@link org.vitrine.bench.probe.Launcher} with which
 * options users start Java.
 */
package org.vitrine.bench.probe;
