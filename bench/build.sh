# Sourced by the programs beside it. Builds, and sets `java`, the Java that Maven found (`java` itself may be an older one), and
# `modules`, a path with all that they need.
home=$(cd "$(dirname "$0")/.." && pwd)
# The published copy of TornadoVM's API is compiled against, whichever version the user has.
env -u TORNADOVM_HOME mvn -q -B -ntp -f "$home/pom.xml" -pl bench -am -Pbench -DskipTests \
    -Dformatter.skip=true -Dstyle.color=never verify >&2
java=$(sed -n 's/^ *java\.home = //p' "$home/bench/target/java")/bin/java
modules=$(cat "$home/bench/target/modules"):$(echo "$home"/bench/target/vitrine-bench-*.jar)
# Memory that is touched for the first time can take ten times as long as the work done on it, so all of it is touched first;
# and a small young generation is used again and again, while large tensors lie in regions of their own and never move.
java_options=(-Xmn1g -XX:+AlwaysPreTouch -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages -XX:+UseG1GC
    -XX:G1HeapRegionSize=1m --enable-native-access=javafx.graphics)
