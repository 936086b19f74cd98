"""The web face: the native REST interface, its description, and the pages.

``create_app`` is the door. A view parses, asks the core and formats; ``problems`` alone knows HTTP
status codes; nothing here writes anything.
"""

from gazetteer.web.app import create_app

__all__ = ["create_app"]
