"""What this server may call, and how it seals what it has to send there."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app

from matcher.storage.sealing import Seal, own_key
from matcher.web.problems import FormProblem
from matcher.web.shared import clock_of
from matcher.work.addresses import Address, AddressRefused, Resolver, find_address

__all__ = ["inner_hosts", "judged_address", "resolver", "seal", "seal_of"]

_SEAL = "matcher.seal"
_WORDS = {
    "address_invalid": ("The address cannot be used.", "Send an absolute https URL without a user name."),
    "address_inner": ("The address leads inside.", "Send one on the public internet."),
    "address_unknown": ("The name of the address leads nowhere.", "Check its spelling."),
}


def judged_address(url: str, field: str) -> Address:
    """Return where a URL leads that somebody sent.

    Raises:
        FormProblem: ``address_invalid``, ``address_inner`` or ``address_unknown``.
    """
    try:
        return find_address(url, resolver=resolver(current_app), inner=inner_hosts(current_app))
    except AddressRefused as error:
        message, remedy = _WORDS[error.code]
        raise FormProblem(error.code, field, message, remedy) from error


def inner_hosts(app: Flask) -> tuple[str, ...]:
    """Return the inner hosts ("host:port") that the operator allows."""
    return tuple(one.strip() for one in str(app.config["OUTBOUND_INNER"]).split(",") if one.strip())


def resolver(app: Flask) -> Resolver | None:
    """Return what finds the addresses behind names; None is the system."""
    return cast("Resolver | None", app.config["RESOLVER"])


def seal() -> Seal:
    """Return the seal of the application that answers this request."""
    return seal_of(current_app)


def seal_of(app: Flask) -> Seal:
    """Return the seal of an application: by the operator's key, or else by one of this installation."""
    if _SEAL not in app.extensions:
        key = str(app.config["SEAL_KEY"] or "")
        if key:
            app.extensions[_SEAL] = Seal(key)
        else:
            with app.extensions["matcher.workspace"].database.write() as connection:
                app.extensions[_SEAL] = Seal(own_key(connection, "seal", clock_of(app)()))
    return cast("Seal", app.extensions[_SEAL])
