"""Whether the service lives and whether it can answer, for whatever watches over it."""

from __future__ import annotations

from flask import Blueprint, Response

from gazetteer.web.current import gazetteer
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import reply

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@takes()
def live(_: Asked) -> Response:
    """The process answers."""
    return _uncached({"status": "ok"})


@blueprint.get("/readyz")
@takes()
def ready(_: Asked) -> Response:
    """The dataset answers: a question is put to it."""
    store = gazetteer().store
    store.perspectives()
    shape = {
        "status": "ok",
        "dataset_version": store.dataset_version,
        "digest": store.digest,
    }
    return _uncached(shape)


def _uncached(shape: dict[str, str]) -> Response:
    response = reply(shape)
    response.headers["Cache-Control"] = "no-store"
    return response
