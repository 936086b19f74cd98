"""The description of the interface: for programs at ``/openapi.json``, for people at ``/docs``."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, render_template

from gazetteer.web.openapi.document import document
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import reply

blueprint = Blueprint("description", __name__)

MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1"
_EXTENSION = "gazetteer-openapi"


@blueprint.get("/openapi.json")
@blueprint.get("/api/v1/openapi.json")
@takes()
def openapi(_: Asked) -> Response:
    """The description of this interface as OpenAPI 3.1."""
    response = reply(described())
    response.headers["Content-Type"] = MEDIA_TYPE
    return response


@blueprint.get("/docs")
def docs() -> str:
    """The same for people."""
    return render_template("docs.html", described=described())


def described() -> dict[str, Any]:
    """Return the OpenAPI document of the running application, made once."""
    extensions = current_app.extensions
    if _EXTENSION not in extensions:
        extensions[_EXTENSION] = document(current_app)
    shape: dict[str, Any] = extensions[_EXTENSION]
    return shape
