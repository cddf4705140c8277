/**
 * Small programs, each a page long, to read, to run and to step through. An IDE runs them by the configurations that come along
 * ({@code .run} for IntelliJ IDEA, {@code .vscode} for VS Code); from a terminal, in the repository's folder:
 *
 * <pre>
 *   mvn -q -pl examples -am -DskipTests -Dexample=StepThroughGpt2 verify
 *   mvn -q -pl examples -am -DskipTests -Dexample=StepThroughGpt2 "-Dargument=The keys to the cabinet" verify
 *   mvn -q -pl examples -am -DskipTests -Dexample=StepThroughBert verify
 *   mvn -q -pl examples -am -DskipTests -Dexample=StepThroughBart verify
 *   mvn -q -pl examples -am -DskipTests -Dexample=WhereIsLondonDecided verify
 *   mvn -q -pl examples -am -DskipTests -Dexample=AblateAHead -Dargument=4.1 verify
 * </pre>
 *
 * <p>Maven finds the JDK 25 that they need. Once they are built, such a JDK runs them by itself, too: {@code java -cp
 * "examples/target/modules/*" org.vitrine.examples.StepThroughGpt2}.
 */
package org.vitrine.examples;
