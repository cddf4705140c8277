package org.vitrine.ui.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.checkpoint.LeftOut.Reason;
import org.vitrine.transformer.config.ConfigFile;

/** The head of a fine-tuned model, for a task that is not shown here. */
final class TaskHead {
    /** How Hugging Face's classes end, and the heads that they have. */
    private static final Map<String, String> CLASSES = new TreeMap<>(Map.of("ForSequenceClassification",
            "sequence classification head", "ForTokenClassification", "token classification head",
            "ForMultipleChoice", "multiple choice head", "ForQuestionAnswering", "question answering head",
            "DoubleHeadsModel", "multiple choice head"));

    private TaskHead() {
    }

    /**
     * What a checkpoint calls its head for another task, and what the head is for: by the class that wrote the
     * checkpoint, or by the names of its tensors where the configuration does not say.
     *
     * @return a sentence without an end, or nothing if there is no such head
     */
    static Optional<String> sentence(Inventory inventory, ConfigFile config) {
        List<String> tensors = inventory.unused().entrySet().stream()
                .filter(each -> each.getValue().reason() == Reason.HEAD).map(Map.Entry::getKey).sorted().toList();
        if (tensors.isEmpty()) {
            return Optional.empty();
        }
        String named = inventory.unused().get(tensors.getFirst()).what();
        String title = config.texts("architectures").stream().flatMap(each -> CLASSES.entrySet().stream()
                .filter(head -> each.endsWith(head.getKey())).map(Map.Entry::getValue)).findFirst().orElse(named);
        return Optional.of("its " + title + " (" + String.join(", ", tensors)
                + ") is left out; the rest of the model is shown");
    }
}
