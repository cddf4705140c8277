package org.vitrine.ui.api;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.ui.answer.ModelsAnswer;
import org.vitrine.ui.answer.ModelsAnswer.Entry;
import org.vitrine.ui.session.ModelCache;

/** The models that are here: the classroom models, then those of the local Hugging Face cache. */
public final class Models extends Explanation {
    private final ModelsAnswer answer;

    Models(ModelCache cache) {
        this.answer = ModelsAnswer.of(cache);
    }

    @Override
    Found find() {
        return new Found(answer, List.of());
    }

    /** What they are called, as {@link Vitrine#load} takes it. */
    public List<String> names() {
        List<Entry> all = new ArrayList<>(answer.classroom());
        all.addAll(answer.cached());
        return all.stream().map(Entry::name).toList();
    }
}
