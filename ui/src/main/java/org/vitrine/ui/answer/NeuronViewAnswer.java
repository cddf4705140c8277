package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronTerm;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.NeuronViewPicture;
import tools.jackson.core.JsonGenerator;

/**
 * One head's arithmetic, shown for one token.
 *
 * @param question what was asked
 * @param view the head's numbers for the tokens that are shown
 * @param query the token's place among the queries of the view
 * @param topk how many neurons are shown
 */
public record NeuronViewAnswer(AttentionQuestion question, NeuronView view, int query,
        int topk) implements PicturedAnswer {
    @Override
    public void show(Page page) {
        AttentionToken token = view.queries().get(query);
        page.title(question.reading().model().name() + ": how position " + token.position() + " looks, " + view.kind()
                + " attention, layer " + view.layer() + ", head " + view.head());
        page.line();
        question.show(page, view.kind(), token.position());
        new NeuronLines(view, query, page).show(topk, question.threshold());
        question.explain(page, view.kind());
    }

    /** The place among the keys of the one that gets most attention. */
    static int strongestKey(NeuronView view, int query) {
        int strongest = 0;
        for (int key = 1; key < view.keys().size(); key++) {
            if (view.weights().at(query, key) > view.weights().at(query, strongest)) {
                strongest = key;
            }
        }
        return strongest;
    }

    @Override
    public Picture picture(Theme theme) {
        return NeuronViewPicture.of(view, query, question.subject(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        question.write(json);
        json.writeStringProperty("attention", view.kind().toString());
        json.writeNumberProperty("layer", view.layer());
        json.writeNumberProperty("head", view.head());
        json.writeNumberProperty("position", view.queries().get(query).position());
        int key = strongestKey(view, query);
        json.writeNumberProperty("key_position", view.keys().get(key).position());
        json.writeNumberProperty("product", view.dot(query, key));
        json.writeArrayPropertyStart("neurons");
        view.terms(query, key).stream().limit(topk).forEach(term -> write(json, term));
        json.writeEndArray();
        positions(json, "queries", view.queries());
        positions(json, "keys", view.keys());
        AttentionJson.matrix(json, "q", view.q());
        AttentionJson.matrix(json, "k", view.k());
        AttentionJson.matrix(json, "v", view.v());
        AttentionJson.matrix(json, "scores", view.scores());
        AttentionJson.matrix(json, "weights", view.weights());
        AttentionJson.matrix(json, "result", view.result());
        AttentionJson.matrix(json, "written", view.written());
    }

    private static void write(JsonGenerator json, NeuronTerm term) {
        json.writeStartObject();
        json.writeNumberProperty("neuron", term.neuron());
        json.writeNumberProperty("q", term.q());
        json.writeNumberProperty("k", term.k());
        json.writeNumberProperty("product", term.product());
        json.writeEndObject();
    }

    private static void positions(JsonGenerator json, String name, List<AttentionToken> tokens) {
        Json.numbers(json, name, tokens.stream().map(AttentionToken::position).toList());
    }
}
