package org.vitrine.tornado;

import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.annotations.Parallel;

/**
 * In a library's place a kernel that multiplies as one does, for devices whose maker has none: all but the call itself is as it is
 * there.
 *
 * @param shift how many numbers of an array it is said not to see
 * @param unseen how many it does not see
 */
public record KernelLibrary(int shift, int unseen) implements ProductLibrary {
    @Override
    public void add(TaskGraph graph, String task, Object[] parameters) {
        graph.task(task, KernelLibrary::multiply, (int) parameters[2], (int) parameters[3], (int) parameters[4],
                (float[]) parameters[6], (float[]) parameters[8], (float[]) parameters[11], unseen);
    }

    /** C = A·B, column by column, of [m, k] and [k, n], leading dimensions m and k. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c, int unseen) {
        for (@Parallel
        int j = 0; j < n; j++) {
            for (@Parallel
            int i = 0; i < m; i++) {
                float sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[unseen + i + l * m] * b[unseen + l + j * k];
                }
                c[unseen + i + j * m] = sum;
            }
        }
    }
}
