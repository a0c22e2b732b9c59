# Builds Hearten when its sources changed, and teaches the JDK to start it quickly. Sourced after java.sh, not run.

app=$here/app/target/hearten      # the unpacked program
stamp=$app/built-from             # a fingerprint of the sources it was built from
cache=$app/hearten.aot            # what the JDK noted in a rehearsal
log=$here/app/target/run-build.log

java_options=(-Xms64m -Xmx384m -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)

fingerprint() {
  (
    cd "$here"
    find pom.xml guard/pom.xml app/pom.xml guard/src/main app/src/main bin/build.sh -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
    "$JAVA_HOME/bin/java" -version 2>&1
  )
}

build_if_changed() {
  local now
  now=$(fingerprint)
  if [[ -f $stamp && $(cat "$stamp") == "$now" ]]; then
    return 0
  fi
  if ! command -v mvn > /dev/null; then
    say "Hearten is built with Maven 3.8 or newer, and no mvn is on the PATH. Install the package maven, then start again."
    exit 1
  fi
  say "Building Hearten with $JAVA_HOME (a few minutes the first time)…"
  mkdir -p "$(dirname "$log")"
  if ! (cd "$here" && mvn -B -q -pl app -am -Dmaven.test.skip=true package) > "$log" 2>&1; then
    grep -E 'ERROR' "$log" | head -20 >&2 || true
    say "Hearten could not be built; $log says why."
    exit 1
  fi
  rm -rf "$app"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$here"/app/target/hearten-app-*.jar extract --destination "$app" >> "$log"
  mv "$app"/hearten-app-*.jar "$app/hearten-app.jar"
  printf '%s\n' "$now" > "$stamp"
}

# One start and stop in a folder of its own, during which the JDK notes what it loads.
rehearse_if_new() {
  if [[ ! -f $cache && ! -f $app/no-cache ]]; then
    local stage
    say "Rehearsing the start once, so that later ones are quick…"
    stage=$(mktemp -d)
    if ! "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$cache" -jar "$app/hearten-app.jar" \
      --port 0 --data "$stage/data" --keys "$stage/keys" --hearten.rehearsal=true >> "$log" 2>&1 || [[ ! -f $cache ]]; then
      say "The rehearsal did not succeed ($log says why); Hearten starts without it, only slower."
      rm -f "$cache"
      touch "$app/no-cache"
    fi
    rm -rf "$stage"
  fi
  if [[ -f $cache ]]; then
    java_options+=(-XX:AOTCache="$cache")
  fi
}

names_folder() { # whether the options name the data folder; without one it is "data" beside the scripts
  local option
  for option in "$@"; do
    case $option in
      --data | --data=* | --hearten.data=*) return 0 ;;
    esac
  done
  return 1
}
