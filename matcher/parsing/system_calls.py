"""Shuts a process in by the kernel: from then on nothing in it can open a file, connect or start a program.

An audit hook holds Python alone. What draws pages is a library of machine code, and only the kernel can hold that: a
filter on system calls (seccomp), which a process can put on itself and nobody can take off again. It leaves what
computing needs: memory, locks, the clock, and reading and writing what is open already.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

__all__ = ["confine", "supported"]

# From the kernel's headers: linux/prctl.h, linux/seccomp.h, linux/filter.h, linux/audit.h.
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 22, 38
_SECCOMP_MODE_FILTER = 2
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # refused calls fail with EPERM
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_INSTRUCTION = struct.Struct("=HBBI")

# The calls that pass, each with its number on the machines we know: arch/x86/entry/syscalls/syscall_64.tbl and
# include/uapi/asm-generic/unistd.h of the kernel.
_CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "gettimeofday": (96, 169),
    "sysinfo": (99, 179),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getrandom": (318, 278),
    "exit": (60, 93),
    "exit_group": (231, 94),
}
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def supported() -> bool:
    """Tell whether this is a system whose calls we know."""
    return sys.platform.startswith("linux") and os.uname().machine in _MACHINES


def confine() -> None:
    """Shut this process in, for good.

    Raises:
        OSError: the system cannot do it; the process is as free as before.
    """
    if _LIBC is None:
        raise OSError("no filter for this system")
    architecture, column = _MACHINES[os.uname().machine]
    instructions = _filter(architecture, [numbers[column] for numbers in _CALLS.values()])
    program = _Program(len(instructions) // _INSTRUCTION.size, instructions)
    if _LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or _LIBC.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "the filter was not taken")


def _filter(architecture: int, numbers: Iterable[int]) -> bytes:
    """Return the filter: another architecture's call ends the process, a listed call passes, all others fail."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
    ]
    for number in numbers:
        steps += [(_JUMP_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    steps.append((_RETURN, 0, 0, _REFUSE))
    return b"".join(_INSTRUCTION.pack(*step) for step in steps)


_LIBC = ctypes.CDLL(None, use_errno=True) if supported() else None
