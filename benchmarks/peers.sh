#!/usr/bin/env bash
# Compares calls with WxJava and with the official SDK, by JMH with its allocation profiler.
# Usage: benchmarks/peers.sh [regular expression of benchmarks] [options of JMH]. Needs Maven, which gets the options in
# MAVEN_OPTIONS. Prints the results, also to benchmarks/target/peers/result.txt.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/benchmarks/target/peers
read -r -a extra <<< "${MAVEN_OPTIONS:-}"
mvn=(mvn -B -ntp -q "${extra[@]}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

rm -rf "$work"
mkdir -p "$work/classes"
echo "building" >&2
(cd "$root" && "${mvn[@]}" -DskipTests -pl benchmarks -am package dependency:build-classpath \
    -Dmdep.includeScope=runtime -Dmdep.outputFile=target/classpath.txt)
"${mvn[@]}" -f "$root/benchmarks/peers/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$work/peers.txt"
classpath=$work/classes:$root/benchmarks/target/classes:$(cat "$root/benchmarks/target/classpath.txt"):$(cat "$work/peers.txt")
find "$root/benchmarks/peers/src" -name '*.java' > "$work/sources.txt"
"$javac" -nowarn -encoding UTF-8 -d "$work/classes" -cp "$classpath" "@$work/sources.txt"
"$java" -cp "$classpath" org.openjdk.jmh.Main "${1:-PeerCalls|FirstCall}" -prof gc -rf text -rff "$work/result.txt" "${@:2}"
