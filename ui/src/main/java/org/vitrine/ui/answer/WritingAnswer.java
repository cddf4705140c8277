package org.vitrine.ui.answer;

/** A text that a model writes as soon as somebody looks, anew each time. */
public sealed interface WritingAnswer extends Answer permits GenerateAnswer, BeamsAnswer {
    /** The text, written here and now. */
    Answer written();
}
