"""Why the system refused something, in the language in use: its own words are mostly English."""

import errno

from planforge.findings import Message, msg

_REASONS: dict[int, Message] = {
    errno.EACCES: msg("Permission denied"),
    errno.EPERM: msg("Operation not permitted"),
    errno.EEXIST: msg("File exists"),
    errno.EISDIR: msg("Is a directory"),
    errno.ENOTDIR: msg("Not a directory"),
    errno.ENOENT: msg("No such file or directory"),
    errno.ENOSPC: msg("No space left on device"),
    errno.EROFS: msg("Read-only file system"),
    errno.ENAMETOOLONG: msg("File name too long"),
    errno.ELOOP: msg("Too many levels of symbolic links"),
    errno.EIO: msg("Input/output error"),
}


def reason_of(error: OSError) -> Message | str:
    """Return why ``error`` came, as the system says it where it is no usual reason."""
    known = _REASONS.get(error.errno or 0)
    return known or error.strerror or type(error).__name__
