/** Small programs to read, to run and to step through. */
module org.vitrine.examples {
    requires org.vitrine.explain;
}
