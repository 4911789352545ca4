# SPDX-License-Identifier: MIT
# gnuplot.gp: the benchmark's frames by gnuplot, all in one process:
#     gnuplot -e 'file="…"; rows=256; columns=256; frames=60; count=60; folder="…"; width=640;
#                 height=480' gnuplot.gp
set terminal pngcairo size width,height
set palette defined (0 '#440154', 1 '#3b528b', 2 '#21918c', 3 '#5ec962', 4 '#fde725')
set cbrange [-2:2]
set xrange [-0.5:columns - 0.5]
set yrange [rows - 0.5:-0.5]
set size ratio -1
do for [i = 0:count - 1] {
    set output sprintf('%s/%d.png', folder, i)
    set title sprintf('frame %d', i)
    at = 128 + 4 * rows * columns * (i % frames)
    plot file binary skip=at array=(columns,rows) format='%float32' with image notitle
}
