package org.vitrine.ui.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.ModelFiles;

/** From what a person types to a model's files. */
public final class ModelLookup {
    /** The model that is used when none is named and the text does not ask for another. */
    public static final String DEFAULT = "classroom-gpt2";

    private ModelLookup() {
    }

    /**
     * The classroom model that a text asks for: BERT to fill a {@code [MASK]} or to read a pair, BART for a {@code
     * <mask>}, GPT-2 for all else.
     */
    public static String usual(String text, String pair) {
        if (text.contains("<mask>")) {
            return "classroom-bart";
        }
        return text.contains("[MASK]") || !pair.isEmpty() ? "classroom-bert" : DEFAULT;
    }

    /**
     * The files of a classroom model, of a folder, or of a model with that id in the user's Hugging Face cache, where
     * {@code id@revision} is a certain revision of it.
     *
     * @throws ModelException if there is none of them; the message says how to get one
     */
    public static ModelFiles find(String name) {
        return find(name, ModelCache.ofUser());
    }

    /**
     * The same with another cache.
     *
     * @throws ModelException if there is no such model
     */
    public static ModelFiles find(String name, ModelCache cache) {
        if (ModelFiles.classroomNames().contains(name)) {
            return ModelFiles.classroom(name);
        }
        try {
            Path path = Path.of(name);
            if (!name.isEmpty() && Files.exists(path)) {
                return ModelFiles.folder(path);
            }
        } catch (InvalidPathException e) {
            throw missing(name);
        }
        return cache.find(name)
                .orElseThrow(() -> cache.problem(name).map(ModelException::new).orElseGet(() -> missing(name)));
    }

    private static ModelException missing(String name) {
        return new ModelException("no folder '" + name + "' was found, and no classroom model and none in the "
                + "local Hugging Face cache is called so; give the folder of a model, or one of: "
                + String.join(", ", ModelFiles.classroomNames())
                + ModelCache.pulling(name).map(pull -> "; from Hugging Face's hub this fetches it: " + pull)
                        .orElse(""));
    }
}
