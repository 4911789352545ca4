# SPDX-License-Identifier: MIT
# harness.sh: what the command tests share. A case is a file tests/command/test_NAME.sh:
#
#     . "${0%/*}/harness.sh"
#     npy a.npy '<f8' 3,20,30 ramp
#     run imshow a.npy -o '{frame}.png'
#     expect 0
#     err '3 frames'
#     check 'a frame is a picture of the default size' [ "$(png size 0.png)" = '640 480' ]
#
# It starts in an empty folder of its own, which is removed at the end. Every case is run three
# times, with MODE=plain, MODE=c (LC_ALL=C) and MODE=empty (the tool gets no environment at all).
# FLATPLOT names the tool, HELPERS the folder of the programs npy, png, peak (npy.c …).
set -u
HERE=$(CDPATH='' cd -- "${0%/*}" && pwd)
WORK=$(mktemp -d)
trap 'end_started; chmod -R u+rwx "$WORK"; rm -rf "$WORK"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$WORK/log" "$WORK/folder"
cd "$WORK/folder" || exit 1
FAILED=0
CHECKS=0
TOOL_ENV=  # NAME=VALUE words without spaces that the tool gets beside MODE's environment

npy() { "$HELPERS/npy" "$@"; }
png() { "$HELPERS/png" "$@"; }
peak() { "$HELPERS/peak" "$@"; }

# The tool with its standard output and error as they are: for pipes.
tool() {
    case ${MODE:-plain} in
    c) env LC_ALL=C $TOOL_ENV "$FLATPLOT" "$@" ;;
    empty) env -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} $TOOL_ENV "$FLATPLOT" "$@" ;;
    *) env $TOOL_ENV "$FLATPLOT" "$@" ;;
    esac
}

# Runs the tool and keeps its exit status in $STATUS and its two outputs in $OUT and $ERR (files).
run() {
    COMMAND="flatplot $*"
    OUT=$WORK/log/out
    ERR=$WORK/log/err
    tool "$@" </dev/null >"$OUT" 2>"$ERR"
    STATUS=$?
}

# start NAME ARGUMENTS…: the tool in the background, where a shell would make it ignore ^C, as $PID.
# Its outputs go to $WORK/log/NAME.out and NAME.err. await_end NAME: waits for its end; all is as after
# run then. is_started NAME: it was started, and its end not awaited yet. Who is still there when the
# case ends, however that comes, is ended with it.
start() {
    name=$1
    shift
    COMMAND="flatplot $*"
    OUT=$WORK/log/$name.out
    ERR=$WORK/log/$name.err
    case ${MODE:-plain} in
    c) set -- LC_ALL=C $TOOL_ENV "$FLATPLOT" "$@" ;;
    empty) set -- -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} $TOOL_ENV "$FLATPLOT" "$@" ;;
    *) set -- $TOOL_ENV "$FLATPLOT" "$@" ;;
    esac
    env --default-signal=INT "$@" </dev/null >"$OUT" 2>"$ERR" &
    PID=$!
    echo $PID >"$WORK/log/$name.pid"
    echo "$COMMAND" >"$WORK/log/$name.command"
}
is_started() { [ -e "$WORK/log/$1.pid" ]; }
await_end() {
    COMMAND=$(cat "$WORK/log/$1.command")
    OUT=$WORK/log/$1.out
    ERR=$WORK/log/$1.err
    wait "$(cat "$WORK/log/$1.pid")"
    STATUS=$?
    rm "$WORK/log/$1.pid"
}
end_started() {
    for file in "$WORK"/log/*.pid; do
        [ -e "$file" ] || continue
        pid=$(cat "$file")
        kill "$pid" 2>/dev/null || continue
        (sleep 10 && kill -s KILL "$pid") 2>/dev/null & # memcheck gives its program 5 s
        wait "$pid"
        kill $! 2>/dev/null
    done
}

# until_true COMMAND…: waits until the command succeeds, for a minute and while $PID lives.
until_true() {
    for i in $(seq 1200); do
        "$@" 2>/dev/null && return
        kill -0 $PID 2>/dev/null || return
        sleep 0.05
    done
}

# has_worked PID HUNDREDTHS: the process has used so much CPU time, in hundredths of a second.
has_worked() {
    sed 's/.*) //' "/proc/${1:-none}/stat" |
        awk -v least="$2" '{ used = $12 + $13 } END { exit used < least }'
}

# check WORDS COMMAND…: the command must succeed.
check() {
    label=$1
    shift
    CHECKS=$((CHECKS + 1))
    "$@" && return
    FAILED=$((FAILED + 1))
    printf 'not so (%s): %s\n  after: %s\n  status: %s\n' \
        "${MODE:-plain}" "$label" "${COMMAND:-nothing}" "${STATUS:-}"
    [ -n "${COMMAND:-}" ] || return
    sed 's/^/  out: /' "$OUT" | head -n 20
    sed 's/^/  err: /' "$ERR" | head -n 20
}

# After run: its exit status; a text in (or absent from) its standard output and standard error;
# how many lines they have.
expect() { check "exit status $1" [ "$STATUS" -eq "$1" ]; }
out() { check "output has: $1" grep -qF -e "$1" "$OUT"; }
err() { check "errors have: $1" grep -qF -e "$1" "$ERR"; }
no_out() { check "output lacks: $1" lacks "$1" "$OUT"; }
no_err() { check "errors lack: $1" lacks "$1" "$ERR"; }
out_lines() { check "$1 lines of output" [ "$(wc -l <"$OUT")" -eq "$1" ]; }
err_lines() { check "$1 lines of errors" [ "$(wc -l <"$ERR")" -eq "$1" ]; }

# The tool failed with this exit status, one line of what is wrong and a hint, and said the texts.
refused() {
    expect "$1"
    shift
    out_lines 0
    err_lines 2
    check 'first line names the tool' grep -q '^flatplot: ' "$ERR"
    check 'second line is a hint' grep -q '^  hint: ' "$ERR"
    for text; do err "$text"; done
}

lacks() { ! grep -qF -e "$1" "$2"; }

# How many entries the folder has, hidden ones included.
entries() { find "${1:-.}" -mindepth 1 -maxdepth 1 | wc -l | tr -d ' '; }

# fonts none|FOLDER…: from here on the tool sees only the fonts of these folders.
fonts() {
    {
        echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        for folder; do [ "$folder" = none ] || echo "<dir>$folder</dir>"; done
        echo "<cachedir>$WORK/log/fonts</cachedir></fontconfig>"
    } >"$WORK/log/fonts.conf"
    TOOL_ENV="$TOOL_ENV FONTCONFIG_FILE=$WORK/log/fonts.conf"
}
DEJAVU=/usr/share/fonts/truetype/dejavu
NANUM=/usr/share/fonts/truetype/nanum

# The last line of every case.
finish() {
    echo "$CHECKS checks, $FAILED failed (${MODE:-plain})"
    [ "$CHECKS" -gt 0 ] && [ "$FAILED" -eq 0 ]
    exit
}
