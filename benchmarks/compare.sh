#!/usr/bin/env bash
# Compares generating and compiling the whole client with openapi-generator, which gets the same operations as OpenAPI.
# Usage: benchmarks/compare.sh [rounds]. Needs Linux with GNU time, and Maven, which gets the options in
# MAVEN_OPTIONS. Prints a table, also to benchmarks/target/compare/result.md.
set -euo pipefail
export LC_ALL=C.UTF-8

rounds=${1:-5}
peer_version=7.25.0
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/benchmarks/target/compare
read -r -a extra <<< "${MAVEN_OPTIONS:-}"
mvn=(mvn -B -ntp -q "${extra[@]}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

rm -rf "$work"
mkdir -p "$work/specs" "$work/tools"

echo "building" >&2
(cd "$root" && "${mvn[@]}" -DskipTests -pl generator,runtime,api-specs -am package dependency:build-classpath \
    -Dmdep.includeScope=runtime -Dmdep.outputFile=target/classpath.txt)
"${mvn[@]}" dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$peer_version "-DoutputDirectory=$work"
peer=$work/openapi-generator-cli-$peer_version.jar
generator=$root/generator/target/classes:$(cat "$root/generator/target/classpath.txt")
bundled=$root/api-specs/target/classes
runtime=$root/runtime/target/classes:$(cat "$root/runtime/target/classpath.txt")
for folder in v2 v3 brand notifications; do
    cp -r "$root/api-specs/$folder" "$work/specs/"
done
"$javac" -d "$work/tools" -cp "$generator" "$root"/benchmarks/compare/*.java
"$java" -cp "$work/tools:$generator" ExportOpenApi "$work/specs" "$work/openapi.json"

# Runs a command and appends its user CPU, system CPU, wall clock in seconds and peak resident KiB to a file.
measure() {
    local file=$work/$1.txt
    shift
    /usr/bin/time -a -o "$file" -f '%U %S %e %M' "$@" > "$work/last.log" 2>&1 || {
        cat "$work/last.log" >&2
        exit 1
    }
}

generate_ours() {
    rm -rf "$work/ours"
    measure generate-ours "$java" -cp "$work/tools:$generator" GenerateClient "$work/specs" "$work/ours"
}

# As a build of a user does: from the specs in the jar, which have been compiled.
generate_bundled() {
    rm -rf "$work/bundled"
    measure generate-bundled "$java" -cp "$work/tools:$generator:$bundled" GenerateClient bundled "$work/bundled"
}

generate_peer() {
    rm -rf "$work/peer"
    measure generate-peer "$java" -jar "$peer" generate -g java --library native -i "$work/openapi.json" -o "$work/peer"
}

compile() {
    local name=$1 sources=$2 classpath=$3
    find "$sources" -name '*.java' > "$work/sources-$name.txt"
    rm -rf "$work/classes-$name"
    measure "compile-$name" "$javac" -nowarn -proc:none -encoding UTF-8 -d "$work/classes-$name" -cp "$classpath" \
        "@$work/sources-$name.txt"
}

# Both once before, so that disk caches are as warm for one as for the other; these runs do not count.
echo "warming disk caches" >&2
generate_ours
generate_bundled
generate_peer
"${mvn[@]}" -f "$work/peer/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$work/peer-classpath.txt"
rm -f "$work"/generate-*.txt

for round in $(seq "$rounds"); do
    echo "round $round of $rounds" >&2
    generate_ours
    generate_bundled
    generate_peer
    compile ours "$work/ours/java" "$runtime"
    compile peer "$work/peer/src/main/java" "$(cat "$work/peer-classpath.txt")"
done

# Prints the median of an expression over the columns of a file.
median() {
    awk "{ print $2 }" "$work/$1.txt" | sort -g | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

row() {
    awk -v what="$1" -v ours="$2" -v peer="$3" -v form="${4:-%.1f}" \
        'BEGIN { printf "| %s | " form " | " form " | %.2f |\n", what, ours, peer, ours / peer }'
}

timed() {
    row "$1" "$(median "$2-${4:-ours}" "$3")" "$(median "$2-peer" "$3")"
}

for name in ours peer; do
    jar --create --file "$work/$name.jar" -C "$work/classes-$name" .
done
lines() {
    xargs cat < "$work/sources-$1.txt" | wc -l
}

{
    echo "| medians of $rounds rounds | wxpay-codegen | openapi-generator $peer_version, java, native | ratio |"
    echo "|---|---|---|---|"
    timed "generate: CPU, s" generate '$1 + $2'
    timed "generate: wall clock, s" generate '$3'
    timed "generate: peak memory, MiB" generate '$4 / 1024'
    timed "generate from compiled specs: CPU, s" generate '$1 + $2' bundled
    timed "generate from compiled specs: wall clock, s" generate '$3' bundled
    timed "generate from compiled specs: peak memory, MiB" generate '$4 / 1024' bundled
    timed "javac: user CPU, s" compile '$1'
    timed "javac: wall clock, s" compile '$3'
    timed "javac: peak memory, MiB" compile '$4 / 1024'
    row "jar, bytes" "$(stat -c %s "$work/ours.jar")" "$(stat -c %s "$work/peer.jar")" %d
    row "source files" "$(wc -l < "$work/sources-ours.txt")" "$(wc -l < "$work/sources-peer.txt")" %d
    row "lines" "$(lines ours)" "$(lines peer)" %d
} | tee "$work/result.md"
