# SPDX-License-Identifier: MIT
"""steady.py: makes this interpreter compute the same last bits on every x86-64 CPU.

numpy picks its log, exp, sin … by what the CPU has (with AVX-512 they are SVML's), and so does the C
library (with FMA other instructions): their last bits differ, and with them a colour here and a tick
there, so that golden numbers would tell which machine wrote them. Both look when they are loaded, hence
the interpreter begins anew, with everything switched off that not every CPU has."""

import os
import sys

WANTED = {
    "NPY_DISABLE_CPU_FEATURES": "SSSE3 SSE41 POPCNT SSE42 AVX F16C FMA3 AVX2 AVX512F AVX512CD "
                                "AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-SSE4_1,-AVX,-AVX2,-FMA,-FMA4,-AVX512F",
}


def begin_anew():
    """Returns in an interpreter that is steady; call it before numpy is imported."""
    if all(os.environ.get(name) == value for name, value in WANTED.items()):
        return
    # numpy warns of what it cannot switch off because this CPU does not have it
    os.execve(sys.executable, [sys.executable, "-Wignore::RuntimeWarning", *sys.argv],
              {**os.environ, **WANTED})
