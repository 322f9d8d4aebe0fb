"""Fetches a resume from the address that an order names: public addresses only, bounded in time, size and kind."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit

from matcher import __version__
from matcher.parsing.accepted import RESUME_ENDINGS
from matcher.pipeline import Upload
from matcher.work.addresses import Address, AddressRefused
from matcher.work.outbound import Answer, CallFailed, call

__all__ = ["FindAddress", "NotFetched", "fetch_resume"]

FindAddress = Callable[[str], Address]

_SECONDS = 20.0
_REDIRECTS = 3
_MOVED = frozenset({301, 302, 303, 307, 308})
# What stores of files answer once a signed address has expired, beside the words for "not there".
_GONE = frozenset({400, 401, 403, 404, 410})
# A page that asks to log in, or a picture, is no resume, whatever could be read of it.
_NO_RESUME = ("text/html", "application/xhtml", "image/", "audio/", "video/")
_PERMANENT = {"answer_too_large": "resume_too_large", "answer_broken": "resume_unreachable"}


class NotFetched(Exception):
    """The resume did not come.

    Args:
        code: resume_gone, resume_refused, resume_too_large, resume_no_document or resume_unreachable.
        again: whether it may come at another try.
    """

    def __init__(self, code: str, *, again: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.again = again


def fetch_resume(url: str, find: FindAddress, *, most_bytes: int, seconds: float = _SECONDS) -> Upload:
    """Fetch a resume. Each redirect is judged as the first address was; nothing of ours is sent along.

    Args:
        url: where it is.
        find: judges an address.
        most_bytes: how large it may be.
        seconds: for one answer, however slowly it drips.

    Raises:
        NotFetched: it did not come.
    """
    for _ in range(_REDIRECTS + 1):
        answer = _get(url, find, most_bytes, seconds)
        if answer.status not in _MOVED:
            return _upload(answer, url)
        url = urljoin(url, answer.headers.get("location", ""))
    raise NotFetched("resume_unreachable")


def _get(url: str, find: FindAddress, most_bytes: int, seconds: float) -> Answer:
    headers = {"Accept": "application/pdf, */*", "User-Agent": f"matcher/{__version__}"}
    try:
        return call(find(url), "GET", headers=headers, seconds=seconds, most_bytes=most_bytes)
    except AddressRefused as error:
        raise NotFetched("resume_refused", again=error.code == "address_unknown") from error
    except CallFailed as error:
        code = _PERMANENT.get(error.code)
        raise NotFetched(code or "resume_unreachable", again=code is None) from error


def _upload(answer: Answer, url: str) -> Upload:
    if answer.status in _GONE:
        raise NotFetched("resume_gone")
    if answer.status != 200:
        raise NotFetched("resume_unreachable", again=answer.status >= 500 or answer.status == 429)
    if answer.headers.get("content-type", "").strip().lower().startswith(_NO_RESUME):
        raise NotFetched("resume_no_document")
    # Of the name only the ending is kept: it helps to tell kinds of text apart, the rest often names a person.
    ending = posixpath.splitext(unquote(urlsplit(url).path))[1].lower()
    return Upload(answer.body, f"resume{ending}" if ending in RESUME_ENDINGS else "resume")
