package org.vitrine.ui.desktop.steps;

import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Figure;

/** What each step of a forward pass does, in a sentence, with the numbers of the model and the text at hand. */
public final class StepSentences {
    private static final double ALIKE = 1e-2;

    private final Family family;
    private final Trace trace;

    private StepSentences(Family family, Trace trace) {
        this.family = family;
        this.trace = trace;
    }

    /** The sentences for what is on show. */
    public static StepSentences of(Exhibit exhibit) {
        // What a step does is the same after an intervention, but the numbers may not show it.
        return new StepSentences(exhibit.model().family(), exhibit.before().orElse(exhibit.trace()));
    }

    /** What the step does that makes a tensor, and the tensor's shape; empty if there is none of that name. */
    public String sentence(TensorName name) {
        return trace.find(name).map(tensor -> words(name, tensor) + " " + tensor.shape()).orElse("");
    }

    private String words(TensorName name, Tensor tensor) {
        if (name.stack() == Stack.HEAD) {
            return head(name.site(), tensor);
        }
        return switch (name.part()) {
            case EMBED -> embed(name.site(), tensor);
            case ATTN, CROSS -> attention(name, tensor);
            case MLP -> mlp(name, tensor);
            case FINAL -> "Normalises the stream of each of the " + tokens(tensor.dim(0))
                    + " once more, for the head to read.";
        };
    }

    private String embed(Site site, Tensor tensor) {
        String each = " for each of the " + tokens(tensor.dim(0)) + ": " + tensor.dim(1) + " numbers.";
        return switch (site) {
            case TOKENS -> "Looks up the row of the token table" + each;
            case POSITIONS -> "Looks up the row of the position table" + each;
            case SEGMENTS -> "Looks up the row of the segment table, first or second text," + each;
            case SUM -> "Adds the rows of the tables, number by number," + each;
            default -> (preNorm() ? "Adds the rows of tokens and positions" : "Normalises the sum") + each
                    + " This is the stream that the first layer reads.";
        };
    }

    private String attention(TensorName name, Tensor tensor) {
        String reads = preNorm() ? "normalised" : "";
        return switch (name.site()) {
            case NORM -> normalised("attention");
            case Q -> project(name, tensor, "Wq", "what each of the " + tokens(tensor.dim(1)) + " asks for", reads);
            case K -> project(name, tensor, "Wk", "what each of the " + looked(name, tensor.dim(1))
                    + " offers to be found by", reads);
            case V -> project(name, tensor, "Wv", "what each of the " + looked(name, tensor.dim(1))
                    + " has to say when it is found", reads);
            case SCORES -> scores(name, tensor);
            case PATTERN -> "Softmax turns each row of scores into shares that sum to 1: where each of the "
                    + tokens(tensor.dim(1)) + " looks, in each of the " + heads(tensor.dim(0)) + ".";
            case HEADS -> "Each of the " + heads(tensor.dim(0)) + " mixes what the tokens have to say by these shares: "
                    + "pattern·v, " + tensor.dim(2) + " numbers for each of the " + tokens(tensor.dim(1)) + ".";
            case OUT -> {
                Tensor brought = trace.get(sibling(name, Site.HEADS));
                yield "Puts the " + brought.dim(2) + " numbers of each of the " + heads(brought.dim(0))
                        + " side by side and multiplies them with Wo: the " + tensor.dim(1) + " numbers that "
                        + part(name) + " writes for each token.";
            }
            default -> stream(name);
        };
    }

    private String project(TensorName name, Tensor tensor, String weight, String meaning, String reads) {
        int width = tensor.dim(0) * tensor.dim(2);
        boolean across = name.part() == Part.CROSS && name.site() != Site.Q;
        String from = across ? "The encoder's last stream" : "The " + (reads.isEmpty() ? "" : reads + " ") + "stream";
        return from + ", times " + weight + ", dealt out to " + heads(tensor.dim(0)) + ": " + meaning + ". "
                + width + " numbers, " + tensor.dim(2) + " for each head.";
    }

    private String scores(TensorName name, Tensor tensor) {
        String each = (tensor.dim(0) == 1 ? "The head" : "Each of the " + heads(tensor.dim(0)))
                + " compares the query of " + (name.part() == Part.CROSS ? "every token being written" : "every token");
        String product = ": q·kᵀ" + scaling(name, tensor);
        if (name.part() == Part.CROSS) {
            return each + " with the keys of all " + tokens(tensor.dim(2)) + " that the encoder read" + product + ".";
        }
        return name.stack() == Stack.DECODER
                ? each + " with the keys of itself and the tokens before it" + product + "; later ones are masked, −∞."
                : each + " with the keys of all " + tokens(tensor.dim(2)) + product + "; nothing is masked.";
    }

    /** How the model scales its scores: nearly all divide by √e, but a checkpoint may say otherwise. */
    private String scaling(TensorName name, Tensor scores) {
        Tensor q = trace.get(sibling(name, Site.Q));
        Tensor k = trace.get(sibling(name, Site.K));
        double product = 0;
        for (int i = 0; i < q.dim(2); i++) {
            product += (double) q.at(0, 0, i) * k.at(0, 0, i);
        }
        double found = scores.at(0, 0, 0) / product;
        double usual = 1 / Math.sqrt(q.dim(2));
        boolean tells = Math.abs(product) > ALIKE && Double.isFinite(found);
        return !tells || Math.abs(found / usual - 1) < ALIKE ? "/√" + q.dim(2) : " · " + Figure.of((float) found);
    }

    private String mlp(TensorName name, Tensor tensor) {
        return switch (name.site()) {
            case NORM -> normalised("the MLP");
            case PRE -> "Multiplies the " + trace.get(sibling(name, Site.OUT)).dim(1) + " numbers of each of the "
                    + tokens(tensor.dim(0)) + " with W₁: how strongly each of the " + tensor.dim(1)
                    + " neurons is driven.";
            case ACT -> "The activation function bends each number by itself: how strongly each of the " + tensor.dim(1)
                    + " neurons fires.";
            case OUT -> "Multiplies the " + trace.get(sibling(name, Site.ACT)).dim(1)
                    + " neurons of each token with W₂: the " + tensor.dim(1) + " numbers that the MLP writes.";
            default -> stream(name);
        };
    }

    /** The stream, when a part has written to it. */
    private String stream(TensorName name) {
        if (name.site() == Site.SUM) {
            return "Adds what " + part(name) + " writes to the stream: x + out, not yet normalised.";
        }
        return (preNorm() ? "Adds what " + part(name) + " writes to the stream: x + out."
                : "Normalises the sum, token by token: the stream after " + part(name) + ".") + " " + next(name);
    }

    /** Who reads the stream after a part. */
    private String next(TensorName name) {
        String read = "It is read next by ";
        if (name.part() == Part.ATTN && trace.find(
                TensorName.of(name.stack(), name.layer(), Part.CROSS, Site.Q)).isPresent()) {
            return read + "cross attention.";
        }
        if (name.part() != Part.MLP) {
            return read + "the MLP.";
        }
        if (trace.find(TensorName.of(name.stack(), name.layer() + 1, Part.MLP, Site.RESID)).isPresent()) {
            return read + "layer " + (name.layer() + 1) + ".";
        }
        return preNorm() ? read + "the final norm."
                : family == Family.BART && name.stack() == Stack.ENCODER
                        ? "Every layer of the decoder looks at it across."
                        : read + "the head.";
    }

    private String head(Site site, Tensor tensor) {
        return switch (site) {
            case PRE -> "Multiplies the last stream of each of the " + tokens(tensor.dim(0))
                    + " with a matrix of its own: " + tensor.dim(1) + " numbers.";
            case ACT -> "The activation function bends each of these " + tensor.dim(1) + " numbers by itself.";
            case NORM -> "Normalises these " + tensor.dim(1) + " numbers, token by token.";
            case LOGITS -> "Compares what stands at each of the " + tokens(tensor.dim(0))
                    + " with the row of every vocabulary entry: " + Figure.grouped(tensor.dim(1)) + " scores a token.";
            case POOLED -> "The first token's last stream, times a matrix, through tanh: " + tensor.dim(0)
                    + " numbers for the whole text.";
            default -> "Two scores: the second text follows the first, or it does not.";
        };
    }

    private static String normalised(String reader) {
        return "Normalises the stream, token by token, for " + reader
                + " to read: mean 0 and variance 1, then a learnt "
                + "scale and shift. The stream itself stays as it is.";
    }

    private boolean preNorm() {
        return family == Family.GPT2;
    }

    private static String part(TensorName name) {
        return switch (name.part()) {
            case CROSS -> "cross attention";
            case MLP -> "the MLP";
            default -> "attention";
        };
    }

    private static TensorName sibling(TensorName name, Site site) {
        return TensorName.of(name.stack(), name.layer(), name.part(), site);
    }

    private static String looked(TensorName name, int count) {
        return tokens(count) + (name.part() == Part.CROSS ? " that the encoder read" : "");
    }

    private static String tokens(int count) {
        return count + (count == 1 ? " token" : " tokens");
    }

    private static String heads(int count) {
        return count + (count == 1 ? " head" : " heads");
    }
}
