#!/bin/sh
# SPDX-License-Identifier: MIT
# selftest.sh: every lint is green on a tiny good tree, and red, with the right words, on a copy of
# it that breaks one rule.
set -u
LINT=$(CDPATH='' cd -- "${0%/*}" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
FAILED=0
SPDX='/* SPDX-License-Identifier: MIT */'

# put FILE LINES…: a source with its head; more lines are added below.
put() {
    mkdir -p "$WORK/tree/${1%/*}"
    printf '%s\n' "$SPDX" "/* ${1##*/}: a file of the tree. */" >"$WORK/tree/$1"
    add "$@"
}

add() {
    target=$WORK/tree/$1
    shift
    [ $# -eq 0 ] || printf '%s\n' "$@" >>"$target"
}

good_tree() {
    rm -rf "$WORK/tree"
    mkdir "$WORK/tree"
    for name in CMakeLists.txt README.md LICENSE .gitignore; do : >"$WORK/tree/$name"; done
    cp "$LINT/../../.clang-format" "$WORK/tree/"
    put include/flatplot/good.h '#ifndef GOOD_H' '#define GOOD_H' '#ifdef __cplusplus' \
        'extern "C" {' '#endif' '#define FP_API __attribute__((visibility("default")))' '' \
        '/* Answers 1, whatever' ' * happens. */' 'FP_API int fp_good(int (*called_back_to_learn_why_it_happened)(int when_it_happened),' \
        '                   int when_it_happened);' '#ifdef __cplusplus' '}' '#endif' '#endif'
    put src/core/good.h '#ifndef CORE_GOOD_H' '#define CORE_GOOD_H' '#include "flatplot/good.h"' \
        'int fp__inner(void);' '#endif'
    put src/core/good.c '#include "core/good.h"' '' 'int' 'fp__inner(void)' '{' '    return 0;' '}' \
        '' '/* free(), printf("%g") and <cairo.h> may be talked about. */' 'int' \
        'fp_good(int (*why)(int), int when)' '{' '    return why(when) + fp__inner() + 1;' '}'
    put src/core/alloc.c '#include <stdlib.h>' '' 'void' 'fp_free(void *block)' '{' \
        '    free(block);' '}'
    put src/render/good.c '#include <cairo.h>' '' '#include "core/good.h"'
    put samples/good.c '#include "good.h"' '#include "flatplot/good.h"'
    put cli/main.c '#include "cli/tool.h"' '#include "flatplot/good.h"'
    put cli/tool.h '#include "flatplot/good.h"'
}

# green LINT ARGUMENTS…
green() {
    lint=$1
    shift
    "$LINT/$lint.sh" "$WORK/tree" "$@" >"$WORK/log" 2>&1 && return
    echo "$lint.sh is red on the good tree:"
    cat "$WORK/log"
    FAILED=$((FAILED + 1))
}

# red LINT WORDS ARGUMENTS…: on the tree as it is now; then the good tree is made again.
red() {
    lint=$1 words=$2
    shift 2
    if "$LINT/$lint.sh" "$WORK/tree" "$@" >"$WORK/log" 2>&1; then
        echo "$lint.sh did not notice: $words"
        FAILED=$((FAILED + 1))
    elif ! grep -qF -e "$words" "$WORK/log"; then
        echo "$lint.sh was expected to say: $words. It said:"
        cat "$WORK/log"
        FAILED=$((FAILED + 1))
    fi
    good_tree
}

library() {
    gcc -shared -fPIC -fvisibility=hidden -I"$WORK/tree/include" -I"$WORK/tree/src" \
        -o "$WORK/lib.so" "$WORK/tree/src/core/good.c" "$@"
}

good_tree
for lint in floors doors heads words toplevel comments format headers; do green $lint; done

put src/core/up.c '#include "figure/figure.h"'
red floors 'src/core/up.c:3: core/ must not know the higher floor figure/'
put src/core/bare.c '#include "good.h"'
red floors 'src/core/bare.c:3: the include does not name a folder'
put src/cellar/good.c '#include "core/good.h"'
red floors 'the folder is not a floor: cellar'
put cli/inner.c '#include "core/good.h"'
red floors 'cli/inner.c:3: cli/ knows flatplot/ and cli/ only'
put cli/check/up.c '#include "cli/batch/plan.h"'
red floors 'cli/check/up.c:3: cli/check/ must not know the higher floor cli/batch/'
put cli/opt/up.c '#include "cli/check/run.h"'
red floors 'cli/opt/up.c:3: cli/opt/ must not know the higher floor cli/check/'
put include/flatplot/inner.h '#include "core/good.h"'
red floors 'include/flatplot/inner.h:3: only public headers'
put samples/inner.c '#include "core/good.h"'
red floors 'samples/inner.c:3: only public headers'
for pair in src/figure:cairo.h src/core:pango/pango.h src/figure:X11/Xlib.h src/data:fontconfig/fontconfig.h \
    src/figure:png.h src/render:isa-l.h src/output:zlib.h src/core:lua.h src/data:jansson.h \
    src/core:getopt.h include/flatplot:cairo.h cli:png.h; do
    put "${pair%:*}/lib.h" "#include <${pair#*:}>"
    red floors "${pair%:*}/lib.h:3: <${pair#*:}> belongs in"
done

# break_door FILE CODE WORD
break_door() {
    put "$1" 'int' 'f(void)' '{' "    $2" '}'
    red doors "$1:6: $3"
}
for word in malloc calloc realloc strdup; do break_door src/core/x.c "x = $word(3);" $word; done
break_door src/core/x.c 'give(wrap, free, NULL);' free
break_door src/core/x.c 'if (a)  /* why */ free(b);' free
break_door cli/x.c 'free(b);' free
for word in open read pread write rename unlink close stat fopen fclose mkdir; do
    break_door src/output/x.c "$word(p, 1);" $word
done
break_door cli/verbs/x.c 'fopen(p, "r");' fopen
for word in printf fprintf puts perror; do break_door src/core/x.c "$word(\"x\");" $word; done
break_door cli/verbs/x.c 'puts("x");' puts
break_door src/core/x.c 'flush(stderr);' stderr
break_door cli/x.c 'flush(stdout);' stdout
for word in exit _exit abort; do break_door src/core/x.c "$word(1);" $word; done
for word in strtod atof sscanf setlocale; do break_door src/data/x.c "$word(s);" $word; done
break_door src/core/x.c 'snprintf(b, 9, "%s %.17g", s, x);' 'a double in a format'
break_door cli/x.c 'format("%5.1f", x);' 'a double in a format'

printf 'int x;\n' >"$WORK/tree/src/core/x.c"
red heads 'src/core/x.c:1: the first line'
printf '%s\nint x;\n' "$SPDX" >"$WORK/tree/src/core/x.c"
red heads 'src/core/x.c:2: the second line'
mkdir -p "$WORK/tree/tests" && printf '#!/bin/sh\n' >"$WORK/tree/tests/x.sh"
red heads 'tests/x.sh:1: one of the first two lines'

for word in 'TO''DO' 'FIX''ME' 'X''XX'; do
    put src/core/x.c "/* $word: later */"
    red words 'src/core/x.c:3: a mark for later'
done

mkdir "$WORK/tree/docs"
red toplevel 'docs: has no place'
: >"$WORK/tree/notes.txt"
red toplevel 'notes.txt: has no place'

put include/flatplot/x.h '/* About something else. */' '' 'FP_API int fp_x(void);'
red comments 'include/flatplot/x.h:5: a public function without a comment'

put src/core/x.c 'int f(void) { return 1; }'
red format 'src/core/x.c:3:'
put src/core/x.c "/* $(printf 'ä%.0s' $(seq 94)) */"
green format
put src/core/x.c "/* $(printf 'ä%.0s' $(seq 95)) */"
red format 'src/core/x.c:3: warning: wider than 100 columns'

put include/flatplot/x.h 'static inline size_t fp_x(void) { return 1; }'
red headers 'flatplot/x.h:1: does not compile alone with gcc as c17'
put include/flatplot/x.h 'template <class T> T fp_x(T x) { return x; }'
red headers 'does not compile alone with gcc as c17'
put include/flatplot/x.h '#ifndef X_H' '#define X_H' 'struct fp_x { int class; };' '#endif'
red headers 'flatplot/x.h:1: does not compile alone with g++ as c++17'
put include/flatplot/x.h 'struct fp_x { int y; };'
red headers 'redefinition'
put src/core/x.h 'size_t x(void);'
red headers 'core/x.h:1: does not compile alone'

library
green symbols "$WORK/lib.so"
add src/core/good.c '__attribute__((visibility("default"))) int leaked;'
library
red symbols 'leaked: exported under a name that is not ours' "$WORK/lib.so"
add src/core/good.c '__attribute__((visibility("default"))) int fp__leaked;'
library
red symbols 'fp__leaked: an inner name is exported' "$WORK/lib.so"
add src/core/good.c '__attribute__((visibility("default"))) int fp_secret;'
library
red symbols 'fp_secret: exported, but in no public header' "$WORK/lib.so"
library -Dfp_good=fp_bad
red symbols 'fp_good: declared, but not exported' "$WORK/lib.so"

[ "$FAILED" -eq 0 ]
