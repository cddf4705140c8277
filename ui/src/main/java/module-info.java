/** Draws what {@code explain} found: in the terminal, as JSON. Does no arithmetic beyond layout and colour. */
module org.vitrine.ui {
    requires transitive org.vitrine.explain;
    requires java.desktop;
    requires info.picocli;
    requires tools.jackson.core;

    exports org.vitrine.ui.cli;
    exports org.vitrine.ui.drawing;
    exports org.vitrine.ui.picture;
    exports org.vitrine.ui.session;
    opens org.vitrine.ui.cli to info.picocli;
}
