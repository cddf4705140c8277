/**
 * What stands around the views: which model reads which text, the tokens that it reads, messages, panels at the side, and
 * the keys.
 *
 * <p>Above them {@link org.vitrine.ui.desktop.top.Head}: {@link org.vitrine.ui.desktop.top.TopPane} asks what is to be read
 * ({@link org.vitrine.ui.desktop.top.TopModel} without widgets), {@link org.vitrine.ui.desktop.top.TokenPane} shows the
 * tokens and how the tokenizer made them. Below them {@link org.vitrine.ui.desktop.top.Foot}: what is on show, and what went
 * wrong, in a line ({@link org.vitrine.ui.desktop.top.Messages}). {@link org.vitrine.ui.desktop.top.Keys} holds all keys, so
 * that {@link org.vitrine.ui.desktop.top.KeysHelp} can list them; {@link org.vitrine.ui.desktop.top.Steps} is what they do
 * to the selection.
 */
package org.vitrine.ui.desktop.top;
