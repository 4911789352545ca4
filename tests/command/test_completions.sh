#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot completions: scripts that shells take, and what bash makes of them; the manual page.
. "${0%/*}/harness.sh"

run completions bash
expect 0
err_lines 0
cp "$OUT" complete.bash
# typed WORDS…: what bash offers for the last of the words behind flatplot.
typed() {
    bash -c '. ./complete.bash && COMP_WORDS=(flatplot "$@") && COMP_CWORD=$# && _flatplot &&
        echo "${COMPREPLY[@]}"' bash "$@"
}
check 'verbs' [ "$(typed sc)" = scatter ]
check 'several verbs' [ "$(typed bar)" = 'bar barh' ]
check 'options of the verb' [ "$(typed plot --linew)" = --linewidth ]
check 'and no others' [ "$(typed hist --linew)" = '' ]
check 'those of every verb' [ "$(typed info --verb)" = --verbose ]
check 'files are left to bash' [ "$(typed plot x)" = '' ]

run completions fish
expect 0
out "complete -c flatplot -n __fish_use_subcommand -f -a plot -d 'columns"
out "complete -c flatplot -n '__fish_seen_subcommand_from plot' -l output -s o -r -d 'where to: p.png, \\'{stem}.png\\'"
out "from imshow' -l colorbar -d"
run completions zsh
expect 0
out '#compdef flatplot'
out "        '--legend:best, '\\''upper right'\\''"
if command -v zsh >/dev/null; then
    check 'zsh can read it' zsh -n "$OUT"
fi
run completions
refused 2 'bash, zsh or fish'
run completions tcsh
refused 2 'for which shell'
run completions bash zsh
refused 2 'for which shell'

run help --man
expect 0
err_lines 0
out '.TH FLATPLOT 1'
out '.SS fill_between'
out '\fB\-x\fR, \fB\-\-x\fR \fICOLUMN\fR'
out '\fB\-\-colorbar\fR[=\fILABEL\fR]'
check 'requests only where they are meant' [ "$(grep -c '^[.'"'"']' "$OUT")" = \
    "$(grep -c '^\.\(TH\|SH\|SS\|PP\|TP\|B\|I\|nf\|fi\)\( \|$\)' "$OUT")" ]
if command -v groff >/dev/null; then
    check 'roff has nothing to say' [ "$(groff -K utf8 -man -Tutf8 -ww -z "$OUT" 2>&1 | wc -l)" = 0 ]
fi
finish
