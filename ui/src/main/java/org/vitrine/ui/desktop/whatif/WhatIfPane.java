package org.vitrine.ui.desktop.whatif;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.desktop.state.WhatIf.Comparison;

/**
 * The side panel in which people take parts of the model away, weaken them, or take them from another text, and see what that
 * changes. What it does is on show in all views.
 */
public final class WhatIfPane {
    private static final double NARROWEST = 320;

    private final WhatIfForm form;
    private final WhatIf whatIf;
    private final ScrollPane node;

    /** A panel for a session's interventions. */
    public WhatIfPane(Session session, WhatIf whatIf) {
        this.whatIf = whatIf;
        this.form = new WhatIfForm(session, whatIf);
        VBox content = new VBox(new FormPane(form, whatIf).node(), new Separator(),
                new EntriesPane(whatIf).node(), toggle(), progress(), new EffectPane(session, whatIf).node());
        content.setStyle("-fx-spacing: 0.7em; -fx-padding: 0.8em; -fx-background-color: -color-bg-default");
        this.node = new ScrollPane(content);
        node.setId("what-if");
        node.setFitToWidth(true);
        node.setMinWidth(NARROWEST);
        node.setStyle("-fx-pref-width: 27em");
    }

    /** What to put beside the views; the same each time. */
    public Node node() {
        return node;
    }

    static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add(Styles.TITLE_4);
        return title;
    }

    private HBox toggle() {
        ToggleGroup group = new ToggleGroup();
        HBox toggle = new HBox();
        List<String> styles = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
        for (Comparison comparison : Comparison.values()) {
            ToggleButton button = new ToggleButton(comparison.toString());
            button.setId("what-if-" + comparison.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add(styles.get(comparison.ordinal()));
            button.setTooltip(new Tooltip(explanation(comparison)));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> {
                whatIf.comparisonProperty().set(comparison);
                button.setSelected(true); // one of them always is
            });
            whatIf.comparisonProperty().subscribe(now -> button.setSelected(now == comparison));
            toggle.getChildren().add(button);
        }
        toggle.disableProperty().bind(whatIf.effectProperty().isNull());
        return toggle;
    }

    private static String explanation(Comparison comparison) {
        return switch (comparison) {
            case BEFORE -> "All views show the model as it is";
            case AFTER -> "All views show what becomes of it";
            case DIFFERENCE -> "All views show what was added (blue) and taken away (orange)";
        };
    }

    private ProgressBar progress() {
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(whatIf.running().progressProperty());
        progress.visibleProperty().bind(whatIf.running().busyProperty()); // its room stays, so that nothing jumps
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setStyle("-fx-pref-height: 0.3em");
        progress.setAccessibleText("The model reads the text again");
        return progress;
    }
}
