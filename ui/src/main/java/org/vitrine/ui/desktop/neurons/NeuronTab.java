package org.vitrine.ui.desktop.neurons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.neurons.NeuronModel.Asked;
import org.vitrine.ui.desktop.neurons.NeuronModel.Found;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.NeuronHeadPicture;
import org.vitrine.ui.picture.NeuronViewPicture;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.QuerySpot;

/** The neuron view: where one head looks, and for one token why, number by number. */
public final class NeuronTab extends PictureTab {
    private final NeuronModel model;
    private final Chooser<AttentionKind> kinds;
    private final Chooser<Integer> layers;
    private final Chooser<Integer> heads;
    private final Chooser<AttentionToken> tokens;
    private final Chooser<SentenceFilter> filters;
    private final CheckBox hideSpecial = new CheckBox("Hide special tokens");
    private final ToggleButton opened = new ToggleButton("Every number");
    private final Sentence note = new Sentence("neuron-note");
    private Found found;

    /** The view of a session. */
    public NeuronTab(Session session) {
        super(session, "neuron-view", "Neuron view");
        this.model = new NeuronModel(session);
        Selection selection = session.selection();
        this.kinds = new Chooser<>("neuron-attention", "Attention", AttentionKind::toString,
                selection.attention()::set);
        this.layers = new Chooser<>("neuron-layer", "Layer", String::valueOf, selection.layer()::set);
        this.heads = new Chooser<>("neuron-head", "Head", String::valueOf, selection.head()::set);
        this.tokens = new Chooser<>("neuron-token", "Token", NeuronModel::name, this::select);
        this.filters = new Chooser<>("neuron-filter", "Sentences", NeuronTab::words, model.filterProperty()::set);
        hideSpecial.setId("neuron-hide-special");
        hideSpecial.setTooltip(new Tooltip("Leave out tokens that no text has, such as [CLS]"));
        hideSpecial.selectedProperty().bindBidirectional(model.hideSpecialProperty());
        opened.setId("neuron-open");
        opened.setTooltip(new Tooltip("Show the selected token's arithmetic in full, or where all tokens look"));
        opened.selectedProperty().bindBidirectional(model.openedProperty());
        controls().getChildren().addAll(kinds.node(), layers.node(), heads.node(), tokens.node(), filters.node(),
                hideSpecial, opened);
        addBelowControls(note);
        pictureView().setOnChoose(model::choose);
        pictureView().pointedProperty().subscribe(this::point);
        follow(selection);
    }

    private void follow(Selection selection) {
        for (var part : List.of(selection.attention(), selection.layer(), selection.head(),
                selection.position(Stack.ENCODER), selection.position(Stack.DECODER), model.filterProperty(),
                model.hideSpecialProperty(), model.openedProperty())) {
            part.subscribe((was, is) -> outdated());
        }
    }

    private static String words(SentenceFilter filter) {
        return filter == SentenceFilter.ALL ? "all" : filter.toString().toUpperCase(Locale.ROOT).replace("-", " → ");
    }

    private void select(AttentionToken token) {
        AttentionKind kind = model.asked(session().exhibitProperty().get()).kind();
        session().selection().position(Selection.queries(kind)).set(token.position());
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        Asked asked = model.asked(exhibit);
        showControls(asked);
        found = null;
        pictureView().overlayProperty().set(null);
        if (!asked.something()) {
            return Optional.empty();
        }
        boolean open = model.openedProperty().get();
        Theme theme = session().lookProperty().get().theme();
        return Optional.of(progress -> {
            Found made = NeuronModel.find(asked);
            progress.at(0.5);
            Picture ready = picture(made, open, Subject.SAID, theme);
            Subject subject = new Subject(exhibit.model().name(), exhibit.texts().joined());
            return new Shown(look -> {
                found = open && made.query() != NeuronModel.NONE ? null : made;
                return look.equals(theme) ? ready : picture(made, open, Subject.SAID, look);
            }, look -> picture(made, open, subject, look), () -> Documents.of(made.answer()));
        });
    }

    private static Picture picture(Found found, boolean open, Subject subject, Theme theme) {
        return open && found.query() != NeuronModel.NONE
                ? NeuronViewPicture.of(found.view(), found.query(), found.before(), subject, theme)
                : NeuronHeadPicture.of(found.view(), found.query(), NeuronModel.NONE, subject, theme);
    }

    @Override
    protected String absence(Exhibit exhibit) {
        return "There is nothing to show: no token is left that looks, or none that is looked at. Show special tokens, or "
                + "all sentences.";
    }

    /** While the mouse or the keys are at a token that looks, only its lines are shown, and its arithmetic in short. */
    private void point(Spot spot) {
        int place = found != null && spot instanceof QuerySpot query && query.kind() == found.asked().kind()
                ? found.place(query.position())
                : NeuronModel.NONE;
        pictureView().overlayProperty().set(place == NeuronModel.NONE ? null
                : NeuronHeadPicture.of(found.view(), found.query(), place, Subject.SAID,
                        session().lookProperty().get().theme()));
        if (place != NeuronModel.NONE) {
            pictureView().setAccessibleText(NeuronHeadPicture.said(found.view(), place));
        }
    }

    private void showControls(Asked asked) {
        Exhibit exhibit = asked.exhibit();
        List<AttentionKind> all = exhibit.model().family().attentions();
        kinds.show(all, asked.kind());
        kinds.setPresent(all.size() > 1);
        layers.show(numbers(exhibit.model().layers(asked.kind())), asked.layer());
        heads.show(numbers(exhibit.model().heads(asked.kind())), asked.head());
        List<AttentionToken> looking = new ArrayList<>(List.of(NeuronModel.NO_TOKEN));
        looking.addAll(asked.queries());
        tokens.show(looking, asked.selected());
        filters.show(List.of(SentenceFilter.values()), asked.filter());
        filters.setPresent(NeuronModel.isPair(exhibit, asked.kind()));
        note.setText(asked.note());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Override
    public Map<String, String> settings() {
        return model.settings();
    }

    @Override
    public void restore(Map<String, String> settings) {
        model.restore(settings);
    }
}
