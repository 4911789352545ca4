#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [--quick] [--rounds N] [--to FOLDER]: flatplot beside its peers on the same frames. Installs
# what the build needs, builds in release mode, makes the input, and prints what was measured; FOLDER
# (build/bench) gets the same as speed.md and speed.json, and as a picture, speed.png.
#
# Peers that are not installed are left out, and it says so: apt-get install python3-matplotlib
# gnuplot-nox r-base-core libplplot-dev plplot-driver-cairo. Frames are read from and written to
# /dev/shm, where 8 GB should be free; nothing stays there.
#
# Everything is measured in each of N rounds (5), one after the other, and what is told is the median;
# ratios are taken within a round, so that a machine that is busy in one of them slows both sides.
# What a frame takes is the difference between a long and a short run, divided by the frames between.
# --quick: 3 rounds, without the works of thousands of frames and how cost grows with size.
set -eu
cd "$(dirname "$0")/../.."
told="tests/bench/run.sh${1+ $*}"
rounds=5
quick=
to=build/bench
while [ $# -gt 0 ]; do
    case $1 in
    --quick) quick=yes rounds=3 ;;
    --rounds) rounds=$2 && shift ;;
    --to) to=$2 && shift ;;
    *) sed -n 's/^# \(run\.sh \[.*\]\):.*/usage: \1/p' tests/bench/run.sh >&2 && exit 2 ;;
    esac
    shift
done

build=build/bench
flatplot=$build/flatplot
helpers=$build/tests/bench
peers=tests/bench/peers
work=$(mktemp -d /dev/shm/flatplot-bench.XXXXXX)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
out=$work/out
samples=$work/samples
mkdir -p $build "$to"
: >"$samples"

say() { echo "$*" >&2; }

# ---- what is built, what is there ----

say 'Building'
samples/install_packages.sh libcmocka-dev
{
    cmake -S . -B $build -DCMAKE_BUILD_TYPE=Release -DFLATPLOT_TESTS=ON -DFLATPLOT_SAMPLES=OFF &&
        cmake --build $build -j "$(nproc)" --target bench
} >$build/build.log 2>&1 || {
    cat $build/build.log >&2
    exit 1
}

python=python3
$python -c 'import matplotlib' 2>/dev/null || python=/usr/bin/python3
there=
# peer NAME COMMAND…: COMMAND prints its version, and fails or prints nothing when it is not there.
peer() {
    name=$1
    shift
    version=$("$@" 2>/dev/null | tail -n 1)
    case $version in
    '') say "Left out, as it is not installed: $name" ;;
    *) there="$there · $name $version" ;;
    esac
}
has() { case $there in *" $1 "*) ;; *) return 1 ;; esac; }
plplot_version() { [ -x $helpers/bench_plplot ] && pkg-config --modversion plplot; }
gnuplot_version() { gnuplot --version | sed 's/gnuplot \([^ ]*\) patchlevel /\1./'; }
peer matplotlib $python -c 'import matplotlib; print(matplotlib.__version__)'
peer gnuplot gnuplot_version
peer R Rscript -e 'cat(R.version$major, R.version$minor, sep = ".")'
peer PLplot plplot_version

# ---- samples: lines of KEY VALUE ----

# spent COMMAND…: "seconds CPU-seconds peak-bytes" of a run that writes into an empty folder.
spent() {
    rm -rf "$out"
    mkdir "$out"
    $helpers/bench_spent "$@"
}

# bytes_each COUNT: of so many pictures; a program that left some out was not that fast.
bytes_each() {
    find "$out" -name '*.png' -printf '%s\n' | awk -v count="$1" '{ sum += $1 } END {
        if (NR != count) { print NR " pictures instead of " count >"/dev/stderr"; exit 1 }
        print sum / NR }'
}

# per_frame KEY LONG SHORT COMMAND…: COMMAND is a function below; it is told the number of frames.
per_frame() {
    key=$1 long=$2 short=$3
    shift 3
    first=$("$@" "$short")
    second=$("$@" "$long")
    each=$(bytes_each "$long")
    echo "$first $second $each" | awk -v n=$((long - short)) -v key="$key" '{
        printf "%s.ms %.6g\n%s.cpu %.6g\n", key, ($4 - $1) / n * 1e3, key, ($5 - $2) / n * 1e3
        printf "%s.peak %s\n%s.bytes %.0f\n", key, $6, key, $7 }' >>"$samples"
}

# whole KEY COMMAND…: a run from its start to its end.
whole() {
    key=$1
    shift
    "$@" | awk -v key="$key" '{
        printf "%s.ms %.6g\n%s.cpu %.6g\n%s.peak %s\n", key, $1 * 1e3, key, $2 * 1e3, key, $3 }' \
        >>"$samples"
}

# ---- how each draws: WIDTH HEIGHT … COUNT ----

waves() { $helpers/bench_frames "${4-waves}" "$work/$1.npy" "$2" "$3" "$3"; }
imshow() { spent $flatplot imshow -q -o "$out/{index}.png" "$@"; }
framed() { imshow --vmin -2 --vmax 2 --colorbar --title 'frame {index}' "$@"; }

by_flatplot() { framed "$work/$1.npy" -j 1 --size "$2x$3" --frames ":$4"; }
by_flatplot_small_files() { framed "$work/$1.npy" -j 1 --size "$2x$3" --compress small --frames ":$4"; }
by_flatplot_rgb() { imshow "$work/noise.npy" -j 1 --title 'frame {index}' --frames ":$1"; }
by_pyplot() { spent $python $peers/pyplot.py "$1" "$work/$2.npy" "$5" "$out" "$3" "$4"; }
by_gnuplot() {
    spent gnuplot -e "file='$work/$1.npy'; rows=$2; columns=$2; frames=$3; width=$4; height=$5;
        count=$6; folder='$out'" $peers/gnuplot.gp
}
by_R() { spent Rscript $peers/image.R "$work/$1.npy" "$2" "$2" "$5" "$out" "$3" "$4"; }
by_plplot() { spent $helpers/bench_plplot "$work/$1.npy" "$2" "$2" "$5" "$out" "$3" "$4"; }

# floor KEY: of the pictures that flatplot just left.
floor() {
    find "$out" -name '*.png' | sort | head -n 10 | xargs $helpers/bench_floor 10 | awk -v key="$1" '{
        printf "%s.cpu %s\n%s.copy %s\n%s.bytes %s\n", key, $1 < $2 ? $1 : $2, key, $3,
               key, $1 < $2 ? $4 : $5 }' >>"$samples"
}

# ---- the works ----

small() {
    per_frame small.flatplot 1060 60 by_flatplot small 640 480
    floor small.floor
    per_frame small.small_files 60 10 by_flatplot_small_files small 640 480
    if has matplotlib; then
        per_frame small.set_data 70 10 by_pyplot set_data small 640 480
        per_frame small.level_1 70 10 by_pyplot level_1 small 640 480
        per_frame small.new 70 10 by_pyplot new small 640 480
    fi
    ! has gnuplot || per_frame small.gnuplot 120 20 by_gnuplot small 256 1060 640 480
    ! has R || per_frame small.R 120 20 by_R small 256 640 480
    ! has PLplot || per_frame small.PLplot 70 10 by_plplot small 256 640 480
}

fine() {
    per_frame fine.flatplot 1060 60 by_flatplot fine 640 480
    floor fine.floor
    ! has matplotlib || per_frame fine.set_data 70 10 by_pyplot set_data fine 640 480
}

rgb() {
    per_frame rgb.flatplot 1060 60 by_flatplot_rgb
    floor rgb.floor
    has matplotlib || return 0
    per_frame rgb.clf 70 10 by_pyplot clf noise 640 480
    per_frame rgb.close 70 10 by_pyplot close noise 640 480
    [ "$round" -gt 1 ] || per_frame rgb.none 50 0 by_pyplot none noise 640 480
}

large() {
    per_frame large.flatplot 160 10 by_flatplot large 1920 1080
    floor large.floor
    ! has matplotlib || per_frame large.set_data 25 5 by_pyplot set_data large 1920 1080
    ! has gnuplot || per_frame large.gnuplot 25 5 by_gnuplot large 1024 160 1920 1080
    ! has R || per_frame large.R 25 5 by_R large 1024 1920 1080
}

shot() {
    for again in 1 2 3 4 5; do
        whole shot.flatplot by_flatplot one 640 480 1
        ! has gnuplot || whole shot.gnuplot by_gnuplot one 256 1 640 480 1
        ! has PLplot || whole shot.PLplot by_plplot one 256 640 480 1
    done
    ! has R || whole shot.R by_R one 256 640 480 1
    ! has matplotlib || whole shot.set_data by_pyplot set_data one 640 480 1
}

# 5,000 frames by one worker and by two.
workers() {
    set -- "$work/small.npy[:1000]"
    set -- "$1" "$1" "$1" "$1" "$1"
    for jobs in 1 2; do
        whole workers.$jobs framed "$@" -j $jobs
    done
}

# listed FILE JOBS WxH COUNT: files of one frame.
listed() {
    yes "$1" | head -n "$4" >"$work/list"
    framed --files-from "$work/list" -j "$2" --size "$3"
}

# Sources with 64² to 8192² values, canvases from 320×240 to 3840×2160.
sizes() {
    for at in 64:400 128:400 256:400 512:200 1024:100 2048:40 4096:20 8192:10; do
        side=${at%:*} count=${at#*:}
        [ -e "$work/$side.npy" ] || waves "$side" 1 "$side"
        for jobs in 1 2; do
            per_frame "source.$side².$jobs" "$count" $((count / 5)) listed "$work/$side.npy" $jobs 640x480
        done
    done
    for at in 320x240:400 640x480:400 1280x720:200 1920x1080:100 3840x2160:40; do
        size=${at%:*} count=${at#*:}
        for jobs in 1 2; do
            per_frame "canvas.${size%x*}×${size#*x}.$jobs" "$count" $((count / 5)) listed "$work/256.npy" $jobs "$size"
        done
    done
}

commas() { echo "$1" | sed 's/...$/,&/; s/^,//'; }

# 1 … 10,000 frames of 64².
numbers() {
    for count in 1 10 100 1000 10000; do
        yes "$work/tiny.npy" | head -n $(((count + 999) / 1000)) >"$work/list"
        for jobs in 1 2; do
            whole "frames.$(commas $count).$jobs" framed --files-from "$work/list" --frames ":$count" \
                --size 320x240 -j $jobs
        done
    done
}

# 100,000 frames, and what memory does from the 1,000th to the last.
hundred_thousand() {
    yes "$work/tiny.npy" | head -n 100 >"$work/list"
    for jobs in 2 1; do
        whole frames.100,000.$jobs framed --files-from "$work/list" --size 320x240 -j $jobs \
            --rss "$work/rss.csv"
    done
    awk -F, 'NR > 1 && $1 >= 1000 && !first[1] { split($0, first) } END {
        printf "memory.objects %d\nmemory.heap %d\nmemory.rss %d\n", $3 - first[3], $6 - first[6],
               $8 - first[8] }' "$work/rss.csv" >>"$samples"
}

# The most anonymous memory for 10 and for 1,000 frames of a file of 1 GB.
gigabyte() {
    waves gigabyte 1000 512
    for count in 10 1000; do
        framed "$work/gigabyte.npy" --frames ":$count" -j 1 --rss "$work/rss.csv" >/dev/null
        awk -F, -v key=gigabyte.$count 'NR > 1 && $8 > most { most = $8 } END { print key, most }' \
            "$work/rss.csv" >>"$samples"
    done
    rm "$work/gigabyte.npy"
}

# ---- all of it ----

say 'Making input'
waves small 1060 256
waves fine 1060 256 ripples
waves one 1 256
waves large 160 1024
waves tiny 1000 64
$helpers/bench_frames noise "$work/noise.npy" 1060 100 100

works='small fine rgb large shot'
[ -n "$quick" ] || works="$works workers sizes numbers"
round=1
while [ $round -le "$rounds" ]; do
    for name in $works; do
        say "Round $round of $rounds: $name"
        $name
    done
    round=$((round + 1))
done
if [ -z "$quick" ]; then
    say 'Once: hundred_thousand, gigabyte'
    hundred_thousand
    gigabyte
fi

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
awk -f tests/bench/report.awk -v date="$(date +%F)" -v cpu="${cpu:-$(uname -m)} × $(nproc)" \
    -v command="$told" -v rounds="$rounds" -v peers="${there# · }" \
    -v json="$to/speed.json" -v chart="$work/chart.lua" "$samples" >"$to/speed.md"
$flatplot run tests/bench/chart.lua "$work/chart.lua" "$to/speed.png"
cp "$samples" "$to/samples"
cat "$to/speed.md"
say "The same as $to/speed.md, speed.json and speed.png"
