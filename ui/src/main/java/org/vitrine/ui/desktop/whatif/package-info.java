/**
 * What if a part of the model were missing, weaker, or taken from another text: the window's side panel for it.
 *
 * <p>{@link org.vitrine.ui.desktop.whatif.WhatIfPane} is the panel: a list of interventions, each of which can be switched
 * off ({@code EntriesPane}), a form for a new one ({@code FormPane}, {@code WhatIfForm} without widgets), and what they
 * changed ({@code EffectPane}). The form follows the selection, so what was chosen in a view need not be typed. The
 * interventions themselves are {@code explain.whatif}'s; the session's {@link org.vitrine.ui.desktop.state.WhatIf} holds
 * them.
 */
package org.vitrine.ui.desktop.whatif;
