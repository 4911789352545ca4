#!/bin/sh
# SPDX-License-Identifier: MIT
# cluster.sh [BUILD]: shards spread by the engines that people use, with the scripts of
# samples/cluster: a real GNU parallel, and a real Slurm on this machine, a controller and two nodes
# that are started and stopped here. What is not installed is skipped with a word. Uses what run.sh
# built, or the folder of a build. Every wait has an end.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
build=${1:-${FLATPLOT_BUILD_DIR:-$root/build/check}/gcc}
work=$(mktemp -d) || exit 1
passed=0
failed=0
daemons=

# Their end is waited for: what they have open lies in the folder that goes next.
stop_daemons() {
    [ -n "$daemons" ] || return 0
    kill $daemons 2>/dev/null
    for i in $(seq 50); do
        kill -0 $daemons 2>/dev/null || break
        sleep 0.1
    done
    kill -s KILL $daemons 2>/dev/null
    wait $daemons 2>/dev/null
    daemons=
}
trap 'stop_daemons; cd /; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WORDS COMMAND…: the command must succeed.
check() {
    words=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not so: $words"
        sed 's/^/    /' "$work/log"
    fi
}

same_pictures() { diff -r -x '*.ndjson' -x '*.json' "$work/whole" "$1"; }
# verdict CODE TEXT FOLDER: what verify says of the reports there, and its exit status.
verdict() {
    flatplot verify "$3"/report*.ndjson >verdict
    status=$?
    cat verdict
    [ "$status" -eq "$1" ] && grep -qF "$2" verdict
}
is_whole() { verdict 0 '30 frames, each exactly once' "$1"; }
lacks_7() { verdict 1 'missing: frame 7' "$1"; }
short() { for file; do [ "$(wc -l <"$file")" -le 15 ] || return; done; }

for file in flatplot tests/command/npy; do
    [ -x "$build/$file" ] && continue
    echo "cluster.sh: $build/$file is not there: tests/run.sh builds it" >&2
    exit 1
done
PATH=$build:$PATH:/usr/sbin
export PATH
cp samples/cluster/*.sh "$work"
cd "$work" || exit 1
"$build/tests/command/npy" film.npy '<f4' 30,40,50 random
flatplot info --clim p0,p100 film.npy >clim.json || exit 1
flatplot imshow film.npy -o whole/ --mkdir --clim clim.json -q || exit 1
check 'samples of at most 15 lines' short "$root"/samples/cluster/*

# --- GNU parallel -------------------------------------------------------------------------------

if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    PARALLEL_HOME=$work/parallel
    export PARALLEL_HOME
    for shards in 4 40; do
        check "GNU parallel, $shards shards" \
            timeout 120 ./parallel.sh film.npy "parallel $shards" $shards
        check 'they are the job' same_pictures "parallel $shards"
        check 'and say so' is_whole "parallel $shards"
    done
    rm -f 'parallel 4/film_07.png'
    check 'a frame that is gone is noticed' lacks_7 'parallel 4'
else
    echo 'GNU parallel: skipped, not installed (Debian: parallel)'
fi

# --- Slurm --------------------------------------------------------------------------------------

# slurm_settings PORT: without munge; two nodes of one machine are told apart by their ports.
slurm_settings() {
    cat <<END
ClusterName=flatplot
SlurmctldHost=$(uname -n)(127.0.0.1)
SlurmctldPort=$1
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/none
CryptoType=crypto/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
StateSaveLocation=$work/state
SlurmctldPidFile=$work/slurmctld.pid
SlurmdSpoolDir=$work/spool.%n
SlurmdPidFile=$work/slurmd.%n.pid
NodeName=n1 NodeHostname=$(uname -n) NodeAddr=127.0.0.1 Port=$(($1 + 1))
NodeName=n2 NodeHostname=$(uname -n) NodeAddr=127.0.0.1 Port=$(($1 + 2))
PartitionName=all Nodes=ALL Default=YES State=UP
END
}

both_idle() { [ "$(timeout 5 sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l)" -eq 2 ]; }

# On ports that others have it does not come up, and the next ones are tried.
start_slurm() {
    SLURM_CONF=$work/slurm.conf
    export SLURM_CONF
    for first in 20000 23000 26000; do
        port=$((first + $$ % 1000 * 3))
        rm -rf state spool.*
        mkdir state
        slurm_settings $port >slurm.conf
        slurmctld -D >slurmctld.log 2>&1 &
        daemons=$!
        for node in n1 n2; do
            slurmd -D -N $node >slurmd.$node.log 2>&1 &
            daemons="$daemons $!"
        done
        for i in $(seq 60); do
            both_idle && return
            sleep 0.5
        done
        stop_daemons
    done
    tail -n 20 slurmctld.log slurmd.n1.log
    return 1
}

# array TASKS: the sample as an array of these tasks, awaited.
array() {
    timeout 120 sbatch -W -o 'task%a.log' --array="$1" slurm.sh film.npy "slurm $1" && return
    timeout 10 scancel -u "$(id -un)"
    cat task*.log
    return 1
}
refuses_2_to_5() { ! array 2-5 && grep -F 'sbatch --array=1-4' task2.log; }

if command -v slurmctld >/dev/null && command -v slurmd >/dev/null; then
    check 'Slurm comes up' start_slurm
    if [ -n "$daemons" ]; then
        for tasks in 1-4 0-6; do
            check "a Slurm array of tasks $tasks" array $tasks
            check 'they are the job' same_pictures "slurm $tasks"
            check 'and say so' is_whole "slurm $tasks"
        done
        check 'an array that begins at 2 is refused, with the line to type' refuses_2_to_5
        stop_daemons
    fi
else
    echo 'Slurm: skipped, not installed (Debian: slurm-wlm)'
fi

echo "Clusters: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
