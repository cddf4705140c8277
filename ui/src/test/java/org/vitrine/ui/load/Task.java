package org.vitrine.ui.load;

import java.util.List;
import java.util.zip.CRC32;
import org.vitrine.explain.Lens;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.generate.Lengths;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelInput;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Reading;

/** Something that a model is asked for, whose answer can be compared to the last bit. */
enum Task {
    /** A pass with everything recorded: a checksum of all numbers. */
    FORWARD {
        @Override
        Object answer(LoadedModel model, String text) {
            CRC32 sum = new CRC32();
            trace(model, model.inputToShow(text, "")).tensors().forEach(tensor -> add(tensor, sum));
            return sum.getValue();
        }
    },
    /** What a lens sees after each layer. */
    PREDICTIONS {
        @Override
        Object answer(LoadedModel model, String text) {
            Passage passage = model.passage(text, "");
            return passage.lens(Lens.FINAL_NORM).predictions(passage.streams(), passage.usualPlace(), 5, layer -> true);
        }
    },
    /** Tokens that are written one by one, with a cache; BERT, which does not write, fills its mask. */
    WRITING {
        @Override
        Object answer(LoadedModel model, String text) {
            return model.family() == Family.BERT
                    ? PREDICTIONS.answer(model, text)
                    : model.prompt(text).generate(10, TokenChooser.greedy(), -1, id -> {}).ids();
        }
    },
    /** Texts that are written side by side, each with a cache that it shares with the others. */
    BEAMS {
        @Override
        Object answer(LoadedModel model, String text) {
            return model.family() == Family.BERT
                    ? FORWARD.answer(model, text)
                    : List.copyOf(model.prompt(text)
                            .search(model.settings().withBeams(3).withLengths(new Lengths(1, 0, 6, 6)), step -> {}));
        }
    },
    /** Pieces, places and the steps that made them. */
    TOKENS {
        @Override
        Object answer(LoadedModel model, String text) {
            return model.tokenizer().encode(text).tokens() + " " + model.tokenizer().steps(text);
        }
    },
    /** Groups of neurons, found with tasks that have tasks of their own. */
    FACTORS {
        @Override
        Object answer(LoadedModel model, String text) {
            ModelInput input = model.input(text, "", true);
            Ops ops = Reading.of(model, input).ops();
            Stack stack = model.family() == Family.GPT2 ? Stack.DECODER : Stack.ENCODER;
            ActivationMatrix matrix = ActivationMatrix.of(trace(model, input), stack, 0, 2);
            ActivationFactors factors = new ActivationFactorizer(ops, new RandomStart(3), 0, 3).factors(matrix, 3,
                    iterations -> {});
            CRC32 sum = new CRC32();
            add(factors.neurons(), sum);
            add(factors.strengths(), sum);
            return sum.getValue() + " " + factors.errors();
        }
    };

    /** Asks for it; equal answers are the same to the last bit. */
    abstract Object answer(LoadedModel model, String text);

    private static Trace trace(LoadedModel model, ModelInput input) {
        Recording recording = Recording.everything();
        model.forward(input, recording);
        return recording.trace();
    }

    private static void add(Tensor tensor, CRC32 sum) {
        for (float number : tensor.data()) {
            int bits = Float.floatToRawIntBits(number);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                sum.update(bits >>> shift);
            }
        }
    }
}
