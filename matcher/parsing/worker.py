"""The parser process: preloaded with the readers, it reads each file in a limited child."""

from __future__ import annotations

from matcher.errors import ErrorCode, InputError
from matcher.parsing.dispatch import read_file
from matcher.parsing.limits import ChildLimits
from matcher.parsing.refusals import refusal
from matcher.parsing.serving import Service, serve
from matcher.parsing.wire import decode_request, encode_document, encode_error

__all__ = ["main"]


def main() -> None:
    """Read files from standard input until it closes."""
    serve(Service(_limits, _answer, _failed))


def _limits(header: bytes) -> ChildLimits:
    return decode_request(header)[1].child


def _answer(header: bytes, data: bytes) -> bytes:
    """Read the file; whatever goes wrong inside a parser becomes a code."""
    try:
        file_format, limits = decode_request(header)
        return encode_document(read_file(data, file_format, limits))
    except InputError as error:
        return encode_error(error)
    except MemoryError:
        return encode_error(refusal(ErrorCode.PARSE_LIMIT))
    except Exception:  # the process boundary: libraries raise nearly anything
        return encode_error(refusal(ErrorCode.FILE_CORRUPT))


def _failed(over_limit: bool) -> bytes:
    return encode_error(refusal(ErrorCode.PARSE_LIMIT if over_limit else ErrorCode.FILE_CORRUPT))


if __name__ == "__main__":
    main()
