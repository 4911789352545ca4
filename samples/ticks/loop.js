// SPDX-License-Identifier: MIT
// loop.js: a loop that tells memcheck when an iteration is over.
//     flatplot memcheck --by ticks -- node --expose-gc samples/ticks/loop.js
const fs = require("fs");

for (let i = 0; i < 1000; i++) {
    const data = Array.from({ length: 10000 }, Math.random); // what the loop does

    global.gc(); // what waits for the collector is no leak
    if (process.env.FLATPLOT_TICK_FD) {
        fs.writeSync(Number(process.env.FLATPLOT_TICK_FD), "\n");
        fs.readSync(Number(process.env.FLATPLOT_ACK_FD), Buffer.alloc(1));
    }
}
