package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** Where the heads of a layer look: BertViz' head view, with numbers, matrices, averages, rollout and changes. */
public final class HeadViewTab extends PictureTab {
    private static final String LINES = "Lines";
    private static final String MATRIX = "Matrix";

    private final HeadViewModel model;
    private final ToggleRow<AttentionKind> kinds;
    private final IntegerSpinnerValueFactory layers = new IntegerSpinnerValueFactory(0, 0);
    private final HeadSquares squares;
    private final LinkFilterControls links;
    private final ToggleRow<String> forms;
    private final CheckBox rollout = new CheckBox("Rollout");
    private final TokenFocus focus;

    /** The head view of a session. */
    public HeadViewTab(Session session) {
        super(session, "head-view", "Head view");
        this.model = new HeadViewModel(session);
        this.kinds = new ToggleRow<>("head-view-attention", AttentionWords::of, model::choose);
        this.squares = new HeadSquares(model);
        this.links = new LinkFilterControls(model.links(), "head-view");
        this.forms = new ToggleRow<>("head-view-form", form -> form, form -> model.matrix().set(form.equals(MATRIX)));
        this.focus = new TokenFocus(pictureView(), model.pin());
        controls().getChildren().addAll(kinds, layer(), squares, forms);
        controls().getChildren().addAll(links.nodes());
        controls().getChildren().addAll(average(), rollout());
        pictureView().setOnChoose(model.pin()::choose);
        model.span().subscribe(this::offer);
        model.matrix().subscribe(matrix -> forms.show(List.of(LINES, MATRIX), matrix ? MATRIX : LINES));
        model.subscribe(this::outdated);
        session.selection().head()
                .subscribe(head -> squares.paint(session.lookProperty().get().theme(), head.intValue()));
        session.lookProperty().subscribe(look -> squares.paint(look.theme(), session.selection().head().get()));
    }

    private HBox layer() {
        Spinner<Integer> spinner = new Spinner<>(layers);
        spinner.setId("head-view-layer");
        spinner.setAccessibleText("Layer");
        spinner.setStyle("-fx-pref-width: 6em");
        layers.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return Controls.labelled("Layer", spinner);
    }

    private CheckBox average() {
        CheckBox average = new CheckBox("Average of heads");
        average.setId("head-view-average");
        average.selectedProperty().bindBidirectional(model.averaged());
        average.disableProperty().bind(model.rollout());
        return average;
    }

    private CheckBox rollout() {
        rollout.setId("head-view-rollout");
        rollout.setTooltip(
                new Tooltip("What has arrived where through all layers up to this one, if attention were all that "
                        + "moves it"));
        rollout.selectedProperty().bindBidirectional(model.rollout());
        return rollout;
    }

    private void offer(HeadViewModel.Span span) {
        kinds.show(span.kinds(), span.kind());
        kinds.offer(span.kinds().size() > 1);
        if (span.layer() <= layers.getMax()) {
            layers.setValue(span.layer()); // before a lower end changes it to another layer
        }
        layers.setMax(Math.max(0, span.layers() - 1));
        layers.setValue(span.layer());
        links.offer(span.paired());
        rollout.setDisable(!span.rolls());
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        Theme theme = session().lookProperty().get().theme();
        return model.wish().map(wish -> progress -> shown(DrawnHeads.of(HeadViewContent.of(wish, progress), theme)));
    }

    private Shown shown(DrawnHeads ready) {
        return new Shown(theme -> use(ready.in(theme)), theme -> ready.content().whole(model.pin().spot().get(), theme),
                ready.content()::document);
    }

    private Picture use(DrawnHeads drawn) {
        focus.board(drawn.board());
        HeadViewModel.Wish wish = drawn.content().wish();
        squares.explain(drawn.content().summaries(), wish.kind(),
                wish.exhibit().exhibit().reading().tokens().keys(wish.kind()));
        return drawn.picture();
    }

    /** What is shown. */
    HeadViewModel model() {
        return model;
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
