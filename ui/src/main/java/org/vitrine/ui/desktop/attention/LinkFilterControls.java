package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vitrine.explain.attention.SentenceFilter;

/** The controls of a link filter: threshold, special tokens, and, of a pair, which text looks at which. */
final class LinkFilterControls {
    private final LinkFilter filter;
    private final ToggleRow<SentenceFilter> sentences;
    private final HBox threshold;
    private final CheckBox special = new CheckBox("Hide special tokens");

    /** @param id begins the ids of the controls */
    LinkFilterControls(LinkFilter filter, String id) {
        this.filter = filter;
        this.sentences = new ToggleRow<>(id + "-filter", LinkFilterControls::words, filter.sentences()::set);
        this.threshold = threshold(id);
        special.setId(id + "-hide-special");
        special.selectedProperty().bindBidirectional(filter.hideSpecial());
        special.setTooltip(new Tooltip("Leaves out tokens that no text has, such as [CLS] and </s>"));
        filter.sentences().subscribe(now -> sentences.show(List.of(SentenceFilter.values()), now));
        sentences.offer(false);
    }

    private static String words(SentenceFilter filter) {
        return filter == SentenceFilter.ALL ? "All" : filter.toString().toUpperCase(Locale.ROOT).replace("-", "→");
    }

    private HBox threshold(String id) {
        Slider slider = new Slider(0, 100, 0);
        slider.setId(id + "-threshold");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Least weight of a link, in per cent");
        slider.setTooltip(new Tooltip("Weaker links are left out"));
        slider.valueProperty().subscribe(now -> filter.percent().set((int) Math.round(now.doubleValue())));
        filter.percent().subscribe(now -> {
            if (Math.round(slider.getValue()) != now.intValue()) {
                slider.setValue(now.intValue());
            }
        });
        Label label = new Label();
        label.textProperty().bind(filter.percent().asString("Weight from %d %%"));
        label.setLabelFor(slider);
        label.setStyle("-fx-min-width: 9em");
        HBox row = new HBox(label, slider);
        row.getStyleClass().add("labelled");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What to put into a row of controls. */
    List<Node> nodes() {
        return List.of(sentences, threshold, special);
    }

    /** Offers what makes sense. */
    void offer(boolean paired) {
        sentences.offer(paired);
    }
}
