package org.vitrine.ui.desktop.attention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.picture.spot.HeadSpot;

/** What the model view shows: a grid of heads, and the one of them that is enlarged. A model without widgets. */
final class ModelViewModel {
    private final Session session;
    private final Selection selection;
    private final LinkFilter links = new LinkFilter();
    private final TokenPin pin;
    private final ObjectProperty<Optional<AttentionKind>> kind = new SimpleObjectProperty<>(this, "kind",
            Optional.empty());
    private final NumberText layers = new NumberText("layer");
    private final NumberText heads = new NumberText("head");
    private final ReadOnlyObjectWrapper<List<AttentionKind>> kinds = new ReadOnlyObjectWrapper<>(this, "kinds",
            List.of());
    private final ReadOnlyObjectWrapper<HeadSpot> detail = new ReadOnlyObjectWrapper<>(this, "detail");

    /** What is to be shown. */
    record Wish(AttentionExhibit exhibit, List<Part> parts, LinkFilter.Wish links) {
    }

    /** One attention, and what of it is to be shown. */
    record Part(AttentionKind kind, List<Integer> layers, List<Integer> heads) {
    }

    ModelViewModel(Session session) {
        this.session = session;
        this.selection = session.selection();
        this.pin = new TokenPin(session);
        session.exhibitProperty().subscribe((before, now) -> follow(now));
        kind.subscribe((before, now) -> count());
        selection.attention().subscribe((before, now) -> followHead());
        selection.layer().subscribe((before, now) -> followHead());
        selection.head().subscribe((before, now) -> followHead());
        follow(session.exhibitProperty().get());
    }

    private void follow(Exhibit exhibit) {
        kinds.set(exhibit == null ? List.of() : new AttentionExhibit(exhibit).kinds());
        count();
        followHead();
    }

    /** Of several attentions the one with most layers and heads says which there are. */
    private void count() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null) {
            AttentionExhibit shown = new AttentionExhibit(exhibit);
            layers.count(shownKinds().stream().mapToInt(shown::layers).max().orElse(0));
            heads.count(shownKinds().stream().mapToInt(shown::heads).max().orElse(0));
        }
    }

    /** The enlarged head is the one that is chosen, wherever that was. */
    private void followHead() {
        detail.set(detail.get() == null ? null : chosen().orElse(null));
    }

    private Optional<HeadSpot> chosen() {
        Exhibit exhibit = session.exhibitProperty().get();
        AttentionKind attention = selection.attention().get();
        if (exhibit == null || !kinds.get().contains(attention)) {
            return Optional.empty();
        }
        AttentionExhibit shown = new AttentionExhibit(exhibit);
        int layer = selection.layer().get();
        int head = selection.head().get();
        boolean known = layer >= 0 && layer < shown.layers(attention) && head >= 0 && head < shown.heads(attention);
        return known ? Optional.of(new HeadSpot(attention, layer, head)) : Optional.empty();
    }

    /** Which attentions the model has. */
    ReadOnlyObjectProperty<List<AttentionKind>> kinds() {
        return kinds.getReadOnlyProperty();
    }

    /** The only attention to show; empty for all. */
    ObjectProperty<Optional<AttentionKind>> kind() {
        return kind;
    }

    /** Which links are wanted. */
    LinkFilter links() {
        return links;
    }

    /** Which layers are wanted. */
    NumberText layers() {
        return layers;
    }

    /** Which heads are wanted. */
    NumberText heads() {
        return heads;
    }

    /** The token of the enlarged head whose links stay. */
    TokenPin pin() {
        return pin;
    }

    /** The head that is enlarged; null for none. */
    ReadOnlyObjectProperty<HeadSpot> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Chooses a head everywhere and enlarges it; if it is enlarged already, that ends. */
    void click(HeadSpot head) {
        if (head.equals(detail.get())) {
            close();
        } else {
            clickTwice(head);
        }
    }

    /** Chooses a head everywhere and enlarges it, whether it was enlarged or not. */
    void clickTwice(HeadSpot head) {
        selection.choose(head);
        detail.set(head);
    }

    /** Enlarges no head any more. */
    void close() {
        detail.set(null);
    }

    private List<AttentionKind> shownKinds() {
        return kind.get().filter(kinds.get()::contains).map(List::of).orElse(kinds.get());
    }

    /** What is to be shown; empty before anything was read. */
    Optional<Wish> wish() {
        return exhibit().map(shown -> new Wish(shown,
                shownKinds().stream().map(each -> new Part(each, layers.among(shown.layers(each)),
                        heads.among(shown.heads(each)))).toList(),
                links.wish(shown)));
    }

    /** What is to be shown enlarged; empty for nothing. */
    Optional<HeadViewModel.Wish> detailWish() {
        HeadSpot head = detail.get();
        return head == null ? Optional.empty()
                : exhibit().map(shown -> new HeadViewModel.Wish(shown, head.kind(), head.layer(), List.of(head.head()),
                        new HeadViewModel.Form(false, false, false), links.wish(shown)));
    }

    private Optional<AttentionExhibit> exhibit() {
        return Optional.ofNullable(session.exhibitProperty().get()).map(AttentionExhibit::new);
    }

    /** Runs something whenever another grid is to be shown. */
    void subscribe(Runnable listener) {
        links.subscribe(listener);
        kind.subscribe((before, now) -> listener.run());
        layers.wanted().subscribe((before, now) -> listener.run());
        heads.wanted().subscribe((before, now) -> listener.run());
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        links.save(settings);
        settings.put("attention", kind.get().map(AttentionKind::toString).orElse("all"));
        settings.put("layers", layers.text().get());
        settings.put("heads", heads.text().get());
        return settings;
    }

    void restore(Map<String, String> settings) {
        links.restore(settings);
        if ("all".equals(settings.get("attention"))) {
            kind.set(Optional.empty());
        }
        Settings.word(settings, "attention", List.of(AttentionKind.values())).map(Optional::of).ifPresent(kind::set);
        layers.text().set(settings.getOrDefault("layers", layers.text().get()));
        heads.text().set(settings.getOrDefault("heads", heads.text().get()));
    }
}
