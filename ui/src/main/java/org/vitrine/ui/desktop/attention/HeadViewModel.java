package org.vitrine.ui.desktop.attention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;

/**
 * What the head view shows: an attention and a layer, which are everybody's, and some heads of it, which are its own as long as no
 * head is chosen elsewhere. A model without widgets.
 */
final class HeadViewModel {
    private final Session session;
    private final Selection selection;
    private final LinkFilter links = new LinkFilter();
    private final TokenPin pin;
    private final BooleanProperty averaged = new SimpleBooleanProperty(this, "averaged");
    private final BooleanProperty rollout = new SimpleBooleanProperty(this, "rollout");
    private final BooleanProperty matrix = new SimpleBooleanProperty(this, "matrix");
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(this, "span", Span.NOTHING);
    private final ReadOnlyObjectWrapper<Set<Integer>> heads = new ReadOnlyObjectWrapper<>(this, "heads", Set.of());

    /**
     * Between what people can choose.
     *
     * @param layer the one that is shown
     * @param rolls whether attention can be rolled out: not across stacks
     */
    record Span(List<AttentionKind> kinds, AttentionKind kind, int layers, int layer, int heads, boolean paired,
            boolean rolls) {
        static final Span NOTHING = new Span(List.of(), null, 0, 0, 0, false, false);
    }

    /** What is to be shown. */
    record Wish(AttentionExhibit exhibit, AttentionKind kind, int layer, List<Integer> heads, Form form,
            LinkFilter.Wish links) {
    }

    /** How it is to be shown. */
    record Form(boolean averaged, boolean rollout, boolean matrix) {
    }

    HeadViewModel(Session session) {
        this.session = session;
        this.selection = session.selection();
        this.pin = new TokenPin(session);
        session.exhibitProperty().subscribe((was, is) -> follow());
        selection.attention().subscribe((was, is) -> follow());
        selection.layer().subscribe((was, is) -> follow());
        selection.head().subscribe((before, now) -> followHead(now.intValue()));
        rollout.subscribe((before, now) -> matrix.set(now || matrix.get()));
    }

    private void follow() {
        Exhibit shown = session.exhibitProperty().get();
        Span before = span.get();
        span.set(shown == null ? Span.NOTHING : span(new AttentionExhibit(shown)));
        if (span.get().heads != before.heads) {
            Set<Integer> left = new TreeSet<>(heads.get());
            left.removeIf(head -> head >= span.get().heads);
            boolean all = left.isEmpty() || before.heads > 0;
            heads.set(all ? all() : Set.copyOf(left));
            if (selection.head().get() != Selection.NONE) {
                followHead(selection.head().get());
            }
        }
    }

    private Span span(AttentionExhibit shown) {
        List<AttentionKind> kinds = shown.kinds();
        AttentionKind chosen = selection.attention().get();
        AttentionKind kind = kinds.contains(chosen) ? chosen : kinds.getFirst();
        int layers = shown.layers(kind);
        return new Span(kinds, kind, layers, Math.clamp(selection.layer().get(), 0, layers - 1), shown.heads(kind),
                shown.paired(), kind != AttentionKind.CROSS);
    }

    /** A head that was chosen is shown alone; when none is chosen any more, all are. */
    private void followHead(int head) {
        if (head == Selection.NONE && heads.get().size() == 1) {
            heads.set(all());
        } else if (head >= 0 && head < span.get().heads && !heads.get().equals(Set.of(head))) {
            heads.set(Set.of(head));
        }
    }

    private Set<Integer> all() {
        return IntStream.range(0, span.get().heads).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /** Between what people can choose now. */
    ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    /** Which heads are on. */
    ReadOnlyObjectProperty<Set<Integer>> heads() {
        return heads.getReadOnlyProperty();
    }

    /** Which links are wanted. */
    LinkFilter links() {
        return links;
    }

    /** The token whose links stay. */
    TokenPin pin() {
        return pin;
    }

    /** Whether the heads' average is shown. */
    BooleanProperty averaged() {
        return averaged;
    }

    /** Whether it is shown what has arrived through all layers. */
    BooleanProperty rollout() {
        return rollout;
    }

    /** Whether there are matrices in place of lines. */
    BooleanProperty matrix() {
        return matrix;
    }

    /** Turns a head on or off; the last one stays on. */
    void toggle(int head) {
        Set<Integer> now = new TreeSet<>(heads.get());
        if (!now.remove(head)) {
            now.add(head);
        }
        if (!now.isEmpty()) {
            heads.set(Set.copyOf(now));
        }
    }

    /** Leaves only one head on and chooses it everywhere; if it is alone already, all are on again. */
    void isolate(int head) {
        boolean alone = heads.get().equals(Set.of(head));
        heads.set(alone ? all() : Set.of(head));
        selection.head().set(alone ? Selection.NONE : head);
    }

    /** Chooses an attention everywhere. */
    void choose(AttentionKind kind) {
        selection.attention().set(kind);
    }

    /** Chooses a layer everywhere. */
    void choose(int layer) {
        if (layer != span.get().layer) {
            selection.layer().set(layer);
        }
    }

    /** What is to be shown; empty before anything was read. */
    Optional<Wish> wish() {
        Exhibit shown = session.exhibitProperty().get();
        if (shown == null) {
            return Optional.empty();
        }
        AttentionExhibit exhibit = new AttentionExhibit(shown);
        Span now = span.get();
        Form form = new Form(averaged.get(), rollout.get() && now.rolls, matrix.get());
        return Optional.of(new Wish(exhibit, now.kind, now.layer, heads.get().stream().sorted().toList(), form,
                links.wish(exhibit)));
    }

    /** Runs something whenever something else is to be shown. */
    void subscribe(Runnable listener) {
        links.subscribe(listener);
        Stream.of(averaged, rollout, matrix).forEach(each -> each.subscribe((before, now) -> listener.run()));
        span.subscribe((before, now) -> listener.run());
        heads.subscribe((before, now) -> listener.run());
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        links.save(settings);
        settings.put("average", Boolean.toString(averaged.get()));
        settings.put("rollout", Boolean.toString(rollout.get()));
        settings.put("matrix", Boolean.toString(matrix.get()));
        boolean all = heads.get().equals(all());
        settings.put("heads", all ? "" : heads.get().stream().sorted().map(String::valueOf)
                .collect(Collectors.joining(",")));
        return settings;
    }

    void restore(Map<String, String> settings) {
        links.restore(settings);
        Settings.flag(settings, "average").ifPresent(averaged::set);
        Settings.flag(settings, "rollout").ifPresent(rollout::set);
        Settings.flag(settings, "matrix").ifPresent(matrix::set);
        String wanted = settings.getOrDefault("heads", "");
        if (wanted.matches("[0-9]{1,4}(,[0-9]{1,4}){0,999}")) {
            Set<Integer> known = Stream.of(wanted.split(",")).map(Integer::valueOf)
                    .filter(head -> span.get().heads == 0 || head < span.get().heads).collect(Collectors.toSet());
            heads.set(known.isEmpty() ? heads.get() : Set.copyOf(known));
        }
    }
}
