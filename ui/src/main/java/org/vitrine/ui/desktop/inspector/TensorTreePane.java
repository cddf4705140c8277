package org.vitrine.ui.desktop.inspector;

import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;

/** All recorded tensors as a tree, with a field to find one. */
final class TensorTreePane extends VBox {
    private final Session session;
    private final TextField filter = new TextField();
    private final TreeView<TensorTree> tree = new TreeView<>();
    private final Map<TensorName, TreeItem<TensorTree>> items = new HashMap<>();
    private boolean updating;

    TensorTreePane(Session session) {
        super(4);
        this.session = session;
        filter.setPromptText("find: attn pattern");
        filter.setId("tensor-filter");
        filter.setAccessibleText("find a tensor by words of its name");
        filter.textProperty().subscribe((was, is) -> fill());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        tree.setId("tensor-tree");
        tree.setAccessibleText("all recorded tensors");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!updating && item != null) {
                item.getValue().name().ifPresent(session.selection().tensor()::set);
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(filter, tree);
        session.exhibitProperty().subscribe((was, is) -> fill());
        session.selection().tensor().subscribe(this::follow);
    }

    /** Enter chooses the first tensor found, Down goes into the tree. */
    private void key(KeyEvent event) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (event.getCode() == KeyCode.ENTER && exhibit != null) {
            exhibit.trace().names().stream().filter(items::containsKey).findFirst()
                    .ifPresent(session.selection().tensor()::set);
        } else if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void fill() {
        Exhibit exhibit = session.exhibitProperty().get();
        updating = true;
        items.clear();
        boolean filtered = !filter.getText().isBlank();
        tree.setRoot(exhibit == null ? null : item(TensorTree.of(exhibit.trace(), filter.getText()), filtered, 0));
        updating = false;
        follow(session.selection().tensor().get());
    }

    private TreeItem<TensorTree> item(TensorTree branch, boolean filtered, int depth) {
        TreeItem<TensorTree> item = new TreeItem<>(branch);
        branch.name().ifPresent(name -> items.put(name, item));
        branch.branches().forEach(below -> item.getChildren().add(item(below, filtered, depth + 1)));
        item.setExpanded(filtered || depth < 2);
        return item;
    }

    private void follow(TensorName name) {
        TreeItem<TensorTree> item = name == null ? null : items.get(name);
        if (item == null || item == tree.getSelectionModel().getSelectedItem()) {
            return;
        }
        updating = true;
        for (TreeItem<TensorTree> above = item.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int row = tree.getRow(item);
        tree.getSelectionModel().select(row);
        tree.scrollTo(Math.max(0, row - 5));
        // The keys' place counts rows as they were before the branches were opened, and is moved later than the choice.
        Platform.runLater(() -> tree.getFocusModel().focus(tree.getSelectionModel().getSelectedIndex()));
        updating = false;
    }

    /** A word of a name, and the shape at the right. */
    private static final class Cell extends TreeCell<TensorTree> {
        private final Label word = new Label();
        private final Label shape = new Label();
        private final Region room = new Region();
        private final HBox line = new HBox(6, word, room, shape);

        Cell() {
            HBox.setHgrow(room, Priority.ALWAYS);
            shape.getStyleClass().add("text-muted");
            shape.setStyle("-fx-font-size: 0.86em;");
            word.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(TensorTree branch, boolean empty) {
            super.updateItem(branch, empty);
            setText(null);
            setGraphic(empty || branch == null ? null : line);
            if (branch != null) {
                word.setText(branch.label());
                shape.setText(branch.shape());
                setAccessibleText(branch.name().map(TensorName::toString).orElse(branch.label()));
            }
        }
    }
}
