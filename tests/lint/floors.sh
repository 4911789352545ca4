#!/bin/sh
# SPDX-License-Identifier: MIT
# floors.sh: includes name their folder and point to their own floor or down, and every library is
# known only in its room. Samples know public headers and each other's.
. "${0%/*}/lib.sh"

sources src cli include samples -- c h | xargs -r awk '
BEGIN {
    n = split("core memory data pixels color draw ticks figure image fields plots render output pyplot script", names, " ")
    for (i = 1; i <= n; i++) floor[names[i]] = i
    n = split("opt check batch montage plots show verbs", names, " ")
    for (i = 1; i <= n; i++) storey[names[i]] = i
    room["^(cairo|pango|fontconfig/|X11/|ft2build|freetype|hb|glib)"] = "src/render/"
    room["^png"] = "src/output/ src/data/"
    room["^(isa-l|igzip)"] = "src/output/ src/data/"
    room["^(zlib|minizip|zip|unzip)"] = "src/data/"
    room["^(lua|lauxlib|lualib)"] = "src/script/"
    room["^(jansson|getopt)"] = "cli/"
}
function found(why) { print FILENAME ":" FNR ": " why }
function check_own(path,    part, there, theirs) {
    split(FILENAME, part, "/")
    if (path ~ /^flatplot\/[a-z_]+\.h$/) return
    if (part[1] == "cli") {
        if (path !~ /^cli\/([a-z_]+\/)?[a-z_]+\.h$/) found("cli/ knows flatplot/ and cli/ only: " path)
        split(path, there, "/")
        if (storey[part[2]] && storey[there[2]] > storey[part[2]])
            found("cli/" part[2] "/ must not know the higher floor cli/" there[2] "/: " path)
        return
    }
    if (part[1] == "samples" && path ~ /^[a-z_]+\.h$/) return
    if (part[1] != "src") {
        found("only public headers (flatplot/…) are known here: " path)
        return
    }
    theirs = path
    if (!sub(/\/[^\/]*$/, "", theirs) || !(theirs in floor))
        found("the include does not name a folder of src/: " path)
    else if (!(part[2] in floor))
        found("the folder is not a floor: " part[2])
    else if (floor[theirs] > floor[part[2]])
        found(part[2] "/ must not know the higher floor " theirs "/: " path)
}
function check_library(path,    pattern, n, where, i, fine) {
    for (pattern in room)
        if (path ~ pattern) {
            n = split(room[pattern], where, " ")
            fine = 0
            for (i = 1; i <= n; i++) fine = fine || index(FILENAME, where[i]) == 1
            if (!fine) found("<" path "> belongs in " room[pattern] " only")
        }
}
/^[ \t]*#[ \t]*include/ {
    if (match($0, /"[^"]*"/)) check_own(substr($0, RSTART + 1, RLENGTH - 2))
    else if (match($0, /<[^>]*>/)) check_library(substr($0, RSTART + 1, RLENGTH - 2))
    else found("the include is not readable")
}' >"$FOUND"
verdict
