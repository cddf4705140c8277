package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadWriter;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.AttentionQuestion;
import org.vitrine.ui.answer.NeuronViewAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.QuerySpot;
import org.vitrine.ui.terminal.Chip;

/** What the neuron view shows, without a widget: one head, some of its tokens, and whether the selected one is opened. */
final class NeuronModel {
    /** Instead of a query's place: none. */
    static final int NONE = -1;
    /** Instead of a token: none. */
    static final AttentionToken NO_TOKEN = new AttentionToken(Selection.NONE, NONE, "", 0, false);
    /** Neurons that the document names, as many as on the command line. */
    private static final int TOPK = 5;

    private final Session session;
    private final ObjectProperty<SentenceFilter> filter = new SimpleObjectProperty<>(this, "filter",
            SentenceFilter.ALL);
    private final BooleanProperty hideSpecial = new SimpleBooleanProperty(this, "hideSpecial");
    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");

    NeuronModel(Session session) {
        this.session = session;
    }

    /** Which of two texts looks at which; all where there is one. */
    ObjectProperty<SentenceFilter> filterProperty() {
        return filter;
    }

    /** Whether tokens of the model's template are left out. */
    BooleanProperty hideSpecialProperty() {
        return hideSpecial;
    }

    /** Whether the arithmetic of the selected token is shown in full. */
    BooleanProperty openedProperty() {
        return opened;
    }

    /**
     * What is asked about an exhibit.
     *
     * @param position of the selected token, or {@link Selection#NONE}
     */
    record Asked(Exhibit exhibit, AttentionKind kind, int layer, int head, SentenceFilter filter, boolean hideSpecial,
            int position) {
        /** All tokens that look. */
        List<AttentionToken> queries() {
            return exhibit.reading().tokens().queries(kind);
        }

        /** The selected token, or {@link #NO_TOKEN}. */
        AttentionToken selected() {
            return position >= 0 && position < queries().size() ? queries().get(position) : NO_TOKEN;
        }

        /** Whether a token that looks is shown. */
        private boolean asks(AttentionToken token) {
            return filter.asks(token) && !(hideSpecial && token.special());
        }

        private boolean answers(AttentionToken token) {
            return filter.answers(token) && !(hideSpecial && token.special());
        }

        /** Whether there is anything to show. */
        boolean something() {
            return queries().stream().anyMatch(this::asks)
                    && exhibit.reading().tokens().keys(kind).stream().anyMatch(this::answers);
        }

        /** What is to be said: that the selected token is left out, or that something intervened; else empty. */
        String note() {
            String state = exhibit.before().isPresent() ? "Shown is the state after the intervention." : "";
            return selected().equals(NO_TOKEN) || asks(selected()) ? state
                    : ("The selected token, " + name(selected()) + ", is left out. " + state).strip();
        }
    }

    /**
     * What was found.
     *
     * @param view the tokens that are shown
     * @param before the same without an intervention, where the difference is on show
     * @param query the selected token's place in the view, or {@link #NONE}
     */
    record Found(Asked asked, NeuronView view, Optional<NeuronView> before, int query) {
        /** A query's place in the view, or {@link #NONE}. */
        int place(int position) {
            return NeuronModel.place(view, position);
        }

        /** What the command line would answer; where no token is selected, about the last that the text itself has. */
        NeuronViewAnswer answer() {
            Exhibit exhibit = asked.exhibit;
            int usual = IntStream.range(0, view.queries().size())
                    .filter(place -> !view.queries().get(place).special()).reduce((first, last) -> last)
                    .orElse(view.queries().size() - 1);
            return new NeuronViewAnswer(
                    new AttentionQuestion(exhibit.texts(), exhibit.reading(), asked.filter, asked.hideSpecial, 0), view,
                    query == NONE ? usual : query, TOPK);
        }
    }

    /** A token as a list names it. */
    static String name(AttentionToken token) {
        return token.equals(NO_TOKEN) ? "none" : token.position() + " " + Chip.of(token.token());
    }

    /** What is asked now. */
    Asked asked(Exhibit exhibit) {
        AttentionKind kind = kind(exhibit);
        Selection selection = session.selection();
        int layer = Math.clamp(selection.layer().get(), 0, exhibit.model().layers(kind) - 1);
        int head = Math.clamp(selection.head().get(), 0, exhibit.model().heads(kind) - 1);
        return new Asked(exhibit, kind, layer, head, isPair(exhibit, kind) ? filter.get() : SentenceFilter.ALL,
                hideSpecial.get(), selection.position(Selection.queries(kind)).get());
    }

    private AttentionKind kind(Exhibit exhibit) {
        List<AttentionKind> kinds = exhibit.model().family().attentions();
        AttentionKind kind = session.selection().attention().get();
        return kinds.contains(kind) ? kind : kinds.getFirst();
    }

    /** Whether there are two texts in one line, which can be told apart. */
    static boolean isPair(Exhibit exhibit, AttentionKind kind) {
        return exhibit.reading().tokens().queries(kind).stream().anyMatch(token -> token.segment() == 1);
    }

    /** Computes what is asked; for the background. */
    static Found find(Asked asked) {
        Exhibit exhibit = asked.exhibit();
        NeuronView view = view(asked, exhibit.trace());
        return new Found(asked, view, exhibit.before().map(trace -> view(asked, trace)),
                place(view, asked.position()));
    }

    private static int place(NeuronView view, int position) {
        return IntStream.range(0, view.queries().size())
                .filter(place -> view.queries().get(place).position() == position).findFirst().orElse(NONE);
    }

    private static NeuronView view(Asked asked, Trace trace) {
        Exhibit exhibit = asked.exhibit();
        HeadWriter writer = new HeadWriter(exhibit.reading().ops(),
                exhibit.reading().projection(asked.kind(), asked.layer()));
        NeuronView all = new AttentionReader(trace, exhibit.reading().tokens()).neurons(asked.kind(), asked.layer(),
                asked.head(), writer).filtered(asked.filter());
        return asked.hideSpecial() ? all.withoutSpecials() : all;
    }

    /** Chooses a place: a token that looks is opened, or closed if it was open. */
    void choose(Spot spot) {
        if (spot instanceof QuerySpot query) {
            int selected = session.selection().position(Selection.queries(query.kind())).get();
            opened.set(!(opened.get() && selected == query.position()));
        }
        session.selection().choose(spot);
    }

    Map<String, String> settings() {
        return Map.of("filter", filter.get().toString(), "hide_special", Boolean.toString(hideSpecial.get()), "open",
                Boolean.toString(opened.get()));
    }

    void restore(Map<String, String> settings) {
        Settings.word(settings, "filter", List.of(SentenceFilter.values())).ifPresent(filter::set);
        Settings.flag(settings, "hide_special").ifPresent(hideSpecial::set);
        Settings.flag(settings, "open").ifPresent(opened::set);
    }
}
