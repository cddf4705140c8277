/* What `vitrine jshell` imports, and imports again after /reset. */
import static org.vitrine.ui.api.Vitrine.*;
import org.vitrine.ui.api.*;
import org.vitrine.ui.api.NeuronView;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.explain.*;
import org.vitrine.explain.attention.*;
import org.vitrine.explain.factors.*;
import org.vitrine.explain.whatif.*;
import org.vitrine.tokenizer.*;
import org.vitrine.transformer.tensor.*;
import org.vitrine.transformer.trace.*;
import org.vitrine.transformer.trace.Stack;
