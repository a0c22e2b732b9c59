# Finds a JDK for the other scripts. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

java_version() { # prints the specification version of the JDK in $1, or nothing
  [[ -x $1/bin/java ]] || return 0
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'
}

find_java() { # exports JAVA_HOME, or says what was found and exits 1
  local candidates=() found=() home version on_path
  [[ -n ${HEARTEN_JAVA_HOME:-} ]] && candidates+=("$HEARTEN_JAVA_HOME")
  [[ -n ${JAVA_HOME:-} ]] && candidates+=("$JAVA_HOME")
  if on_path=$(command -v java); then
    on_path=$(readlink -f "$on_path")
    candidates+=("${on_path%/bin/java}")
  fi
  candidates+=(/usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/*)
  for home in "${candidates[@]}"; do
    version=$(java_version "$home")
    if [[ -n $version ]]; then
      if (( version >= 25 )) && [[ -x $home/bin/javac ]]; then
        export JAVA_HOME=$home
        return 0
      fi
      found+=("$home (Java $version$([[ -x $home/bin/javac ]] || echo ', without a compiler'))")
    fi
  done
  local listed='none'
  (( ${#found[@]} )) && listed=$(printf '%s\n' "${found[@]}" | sort -u | paste -sd ';' | sed 's/;/; /g')
  say "Hearten needs a JDK 25 or newer and found: $listed. Install one and name it with export JAVA_HOME=/path/to/jdk."
  exit 1
}
