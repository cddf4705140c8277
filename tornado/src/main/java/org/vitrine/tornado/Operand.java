package org.vitrine.tornado;

import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** What a kernel reads. */
sealed interface Operand permits Cell, Operand.Constant, Operand.Absent {
    /** What a model has learnt, which stays on the device: told from others by its identity. */
    sealed interface Constant extends Operand {
        Object identity();

        int size();

        /** The numbers, as they lie in memory, from one on; for at most {@link Machine#WINDOW} of them. */
        void copy(int start, float[] to, int count);
    }

    /** A weight in its panels; the device computes with floats. */
    record Matrix(Weight weight) implements Constant {
        @Override
        public Object identity() {
            return weight;
        }

        @Override
        public int size() {
            return weight.isHalf() ? 2 * weight.pairs().length : weight.panels().length;
        }

        @Override
        public void copy(int start, float[] to, int count) {
            if (!weight.isHalf()) {
                System.arraycopy(weight.panels(), start, to, 0, count);
                return;
            }
            for (int n = 0; n < count; n++) {
                int inPanel = (start + n) % (weight.inputs() * Weight.PANEL);
                int panel = (start + n) / (weight.inputs() * Weight.PANEL);
                int column = panel * Weight.PANEL + inPanel % Weight.PANEL;
                to[n] = column < weight.outputs() ? weight.at(inPanel / Weight.PANEL, column) : 0;
            }
        }
    }

    /** A row, such as a bias. */
    record Row(Tensor tensor) implements Constant {
        @Override
        public Object identity() {
            return tensor;
        }

        @Override
        public int size() {
            return tensor.size();
        }

        @Override
        public void copy(int start, float[] to, int count) {
            System.arraycopy(tensor.data(), start, to, 0, count);
        }
    }

    /** Nothing: its place is −1. */
    record Absent() implements Operand {
    }
}
