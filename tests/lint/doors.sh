#!/bin/sh
# SPDX-License-Identifier: MIT
# doors.sh: memory, files, numbers, the locale, the two output streams and the end of the process
# have one door each; nothing else uses what lies behind it.
. "${0%/*}/lib.sh"

CODE=$(mktemp)
trap 'rm -f "$FOUND" "$CODE"' EXIT
sources src cli -- c h | xargs -r awk -f "$LINT/strip.awk" >"$CODE"

# ban word|call WHERE WORDS WHY [EXEMPT FILES]: in files whose path begins with WHERE (folders with
# spaces between) the words must not appear, or must not be called. Members of that name (a->free,
# .close) are something else.
ban() {
    awk -v kind="$1" -v where="$2" -v words="$3" -v why="$4" -v exempt=" ${5:-} " '
    BEGIN {
        gsub(/[ \n]+/, "|", words)
        after = kind == "call" ? "[ \t]*[(]" : "($|[^A-Za-z0-9_])"
        pattern = "(^|[^A-Za-z0-9_.>])(" words ")" after
        folders = split(where, folder, " ")
        gsub(/[ \n]+/, " ", exempt)
    }
    {
        split($0, part, ":")
        code = substr($0, length(part[1]) + length(part[2]) + 3)
        here = 0
        for (i = 1; i <= folders; i++) here = here || index(part[1], folder[i]) == 1
        if (!here || index(exempt, " " part[1] " ") || code ~ /^[ \t]*#[ \t]*include/) next
        if (match(code, pattern)) {
            word = substr(code, RSTART, RLENGTH)
            gsub(/[^A-Za-z0-9_]/, "", word)
            print part[1] ":" part[2] ": " word ": " why
        }
    }' "$CODE" >>"$FOUND"
}

ban word 'src/ cli/' 'malloc calloc realloc reallocarray free aligned_alloc posix_memalign memalign
valloc strdup strndup asprintf vasprintf getline getdelim open_memstream alloca mmap munmap' \
    'memory goes through fp_alloc' src/core/alloc.c

files='open openat creat fopen fdopen freopen opendir fdopendir scandir read pread readv preadv fread
fgets fgetc getc getchar write pwrite writev pwritev close fclose closedir rename renameat renameat2
unlink unlinkat remove rmdir symlink ftruncate fsync fdatasync flock lockf tmpfile
mkstemp mkostemp mkdtemp getdents getdents64 fcntl dup dup2 dup3 fchmod chmod'
ban call src/ "$files fstat stat lstat fstatat statx access faccessat readlink realpath mkdir mkdirat" \
    'files go through core/file.h' src/core/door.c
# The tool may ask where a name leads and make folders (--mkdir); it opens and changes nothing. Pipes
# and a FIFO, made in cli/check/ends.c, are how cli/check/child.c talks with the program it runs, a
# socket pair how cli/check/channel.c talks with a process of our own; cli/check/leak.c leaks files on purpose.
ban call cli/ "$files" 'files go through the library; the standard streams through cli/opt' \
    'cli/opt/message.c cli/opt/stdout.c cli/check/ends.c cli/check/child.c cli/check/channel.c
    cli/check/leak.c'

ban call 'src/ cli/' 'printf vprintf fprintf vfprintf dprintf puts fputs putc fputc putchar fwrite
perror psignal err errx warn warnx verr vwarn error syslog g_print g_printerr g_message g_warning' \
    'the library never prints; the tool prints in cli/opt/message.c and cli/opt/stdout.c' \
    'cli/opt/message.c cli/opt/stdout.c'
ban word 'src/ cli/' 'stderr stdout STDERR_FILENO STDOUT_FILENO' \
    'the streams belong to cli/opt/message.c and cli/opt/stdout.c' \
    'cli/opt/message.c cli/opt/stdout.c'

ban word 'src/ cli/' 'strtod strtof strtold atof scanf sscanf fscanf vsscanf' \
    'numbers are read by flatplot/text.h, whatever the locale' src/core/number.c
ban word 'src/ cli/' 'setlocale localeconv newlocale uselocale' 'the locale is never looked at' \
    src/core/number.c
ban call src/ 'exit _exit _Exit quick_exit abort' 'the library never ends the process'

# Doubles that printf writes depend on the locale.
sources src cli -- c h | xargs -r awk -v strings=1 -f "$LINT/strip.awk" |
    grep -E '"[^"]*%[-+#0-9.*lL]*[fFgGeEaA]' | grep -v '^src/core/number\.c:' |
    sed 's/^\([^:]*:[0-9]*\):.*/\1: a double in a format: numbers are written by flatplot\/text.h/' \
        >>"$FOUND"
verdict
