package org.vitrine.ui.desktop;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.vitrine.ui.desktop.saved.FileKind;

/** All views in tabs; beside the tabs what can be done with the one in front. */
final class ViewTabs {
    private static final double MOST_FOR_TOOLS = 0.55;
    /** The tools get a row of their own where it takes no more than this share of the height. */
    private static final double MOST_FOR_ROW = 1.0 / 16;

    private final List<View> views;
    private final TabPane tabs = new TabPane();
    private final FlowPane tools = new FlowPane(4, 4);
    private final Region node = new Body();
    private Tab taken;

    /**
     * The tabs of some views.
     *
     * @param save saves what the view in front shows
     * @param alone gives the view in front the whole screen
     */
    ViewTabs(List<View> views, Consumer<FileKind> save, Runnable alone) {
        this.views = List.copyOf(views);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("views");
        tabs.setMinSize(0, 0);
        for (View view : this.views) {
            Tab tab = new Tab(view.title(), view.node());
            tab.setId(view.id());
            int number = tabs.getTabs().size() + 1;
            if (number <= 9) {
                tab.setTooltip(new Tooltip("Ctrl+" + number));
            }
            tabs.getTabs().add(tab);
            tab.selectedProperty().subscribe(view::shown);
        }
        tools.getChildren().addAll(saveMenu(save), fullScreen(alone));
        tools.getStyleClass().addAll("view-tools", "tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
    }

    private static MenuButton saveMenu(Consumer<FileKind> save) {
        MenuButton menu = new MenuButton("Save");
        menu.setId("save");
        menu.setTooltip(new Tooltip("Save what this view shows"));
        for (FileKind kind : List.of(FileKind.SVG, FileKind.PNG, FileKind.JSON)) {
            MenuItem item = new MenuItem(kind.title() + "…");
            item.setId("save-" + kind.extension());
            item.setOnAction(event -> save.accept(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Button fullScreen(Runnable alone) {
        Button button = new Button("Full screen");
        button.setId("alone");
        button.setTooltip(new Tooltip("This view alone (F11)"));
        button.setOnAction(event -> alone.run());
        return button;
    }

    /** The tools stand beside the tabs where both have room, and otherwise above them, if the views can spare the height. */
    private final class Body extends Region {
        Body() {
            getChildren().addAll(tabs, tools);
            setMinSize(0, 0);
        }

        @Override
        protected void layoutChildren() {
            double wished = tools.getInsets().getLeft() + tools.getInsets().getRight();
            for (Node tool : tools.getChildren()) {
                wished += tool.prefWidth(-1) + tools.getHgap();
            }
            double width = Math.min(Math.ceil(wished), getWidth());
            double height = tools.prefHeight(width);
            double titles = tabs.lookup(".headers-region") instanceof Region region ? region.prefWidth(-1) : 0;
            boolean fits = titles + width <= getWidth();
            boolean low = height > MOST_FOR_ROW * getHeight() && width < MOST_FOR_TOOLS * getWidth();
            boolean beside = fits || low;
            if (tabs.lookup(".tab-header-area") instanceof Region header) {
                header.setPadding(new Insets(0, beside ? width : 0, 0, 0));
            }
            double top = beside ? 0 : height;
            tabs.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
            tools.resizeRelocate(getWidth() - width, 0, width, height);
        }
    }

    Node node() {
        return node;
    }

    /** Brings a view to the front. */
    void show(String id) {
        tabs.getTabs().stream().filter(tab -> tab.getId().equals(id)).findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    /** Brings the view at a place to the front, counted from 0, if there is one. */
    void show(int index) {
        if (index < views.size()) {
            tabs.getSelectionModel().select(index);
        }
    }

    /** The view in front. */
    Optional<View> front() {
        int index = tabs.getSelectionModel().getSelectedIndex();
        return index < 0 ? Optional.empty() : Optional.of(views.get(index));
    }

    /** Runs something whenever another view comes to the front. */
    void onFront(Runnable listener) {
        tabs.getSelectionModel().selectedItemProperty().subscribe(listener);
    }

    /** Takes the view in front out of its tab, until {@link #putBack}. */
    Optional<Node> take() {
        putBack();
        taken = tabs.getSelectionModel().getSelectedItem();
        if (taken == null) {
            return Optional.empty();
        }
        Node content = taken.getContent();
        taken.setContent(null);
        return Optional.of(content);
    }

    /** Puts what was taken back into its tab; it must not be in the window any more. */
    void putBack() {
        if (taken != null) {
            taken.setContent(views.get(tabs.getTabs().indexOf(taken)).node());
            taken = null;
        }
    }
}
