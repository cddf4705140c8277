/** Draws what {@code explain} found: in the terminal, as JSON. Does no arithmetic beyond layout and colour. */
module org.vitrine.ui {
    requires org.vitrine.explain;
    requires info.picocli;
    requires tools.jackson.databind;

    exports org.vitrine.ui.cli;
    opens org.vitrine.ui.cli to info.picocli;
}
