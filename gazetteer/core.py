"""``Gazetteer``: the only door to the answers, for the web, the command line and batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer import history
from gazetteer.annotate.pipeline import annotate
from gazetteer.annotate.plain import PlainText, read_plainly
from gazetteer.annotate.segments import Segments
from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.geography import areas, corridors, positions, relationships
from gazetteer.geography.ground import Ground, point_of
from gazetteer.languages.romanization import usual_romanization
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import Matcher
from gazetteer.lookup.pipeline import look_up, suggest
from gazetteer.lookup.skeleton import share_a_word, sound_alike
from gazetteer.model import (
    AMBIGUOUS,
    MAX_LIMIT,
    MAX_PLACES,
    MAX_QUERY_LENGTH,
    MAX_TEXT_LENGTH,
    PLACE_KINDS,
    UNKNOWN,
    Along,
    BetweenQuery,
    BothSides,
    Change,
    ChangesQuery,
    Comparison,
    CorridorQuery,
    Entity,
    Holding,
    Inside,
    InsideQuery,
    Label,
    LabelPolicy,
    LineQuery,
    Mention,
    Name,
    NameQuery,
    Near,
    NearQuery,
    Period,
    Place,
    PlacesFound,
    PlacesQuery,
    PolygonQuery,
    Position,
    Relationship,
    Resolution,
    RouteVersion,
    Suggestion,
    TextQuery,
    Tile,
    TileAddress,
    Timeline,
    choose_label,
)
from gazetteer.store import Store

if TYPE_CHECKING:  # geometry costs a tenth of a second to import, and names and texts need none
    from gazetteer.space.tiling import Tiling

_LABELS_REMEMBERED = 20_000
"""In each half of the memory; a label takes about half a kilobyte."""


class Gazetteer:
    """Read-only answers over one compiled dataset. Safe to share between threads.

    >>> gazetteer = Gazetteer.open()
    >>> resolution = gazetteer.look_up(NameQuery("Ханкенди"))
    >>> resolution.status, gazetteer.label(resolution.candidates[0].entity.id, LabelPolicy()).text
    ('resolved', 'Khankendi / Stepanakert')
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open a compiled dataset: ``path``, else the one packaged, else compiled from a checkout.

        Raises ArtefactError when there is none or it cannot be used.
        """
        if path is None:
            from gazetteer.dataset.artefact import ensure_artefact  # only a checkout compiles

            path = ensure_artefact()
        return cls(Store.open(path))

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of all names, loaded when first needed."""
        return Matcher(self.store)

    # --- names ---------------------------------------------------------------------------------

    def look_up(self, query: NameQuery) -> Resolution:
        """Resolve a name in any spelling. Raises QueryError for an empty or overlong text."""
        _check_length("q", query.text, MAX_QUERY_LENGTH)
        _check_limit(query.limit)
        return look_up(self.store, self.matcher, query)

    def suggest(
        self, prefix: str, lang: str = "", kinds: tuple[str, ...] = (), limit: int = 10
    ) -> tuple[Suggestion, ...]:
        """Complete the beginning of a name. Raises QueryError for an overlong prefix."""
        _check_length("q", prefix, MAX_QUERY_LENGTH)
        _check_limit(limit)
        return suggest(self.store, prefix, lang, kinds, limit)

    def annotate(self, query: TextQuery) -> tuple[Mention, ...]:
        """Find what a text mentions. Raises QueryError for a text beyond MAX_TEXT_LENGTH."""
        if len(query.text) > MAX_TEXT_LENGTH:
            raise QueryError(
                "text", f"{len(query.text)} code points are too many; cut at {MAX_TEXT_LENGTH}"
            )
        return annotate(self.store, self.matcher, query)

    def read_plainly(self, text: str) -> PlainText:
        """Take from a text what ``annotate`` does not read: tags, entities, soft hyphens."""
        return read_plainly(text)

    def languages_of(self, query: TextQuery) -> tuple[str, Callable[[int], str]]:
        """Return the language of a text, and what tells that of the paragraph at an offset.

        As ``annotate`` takes them; ``""`` where nothing tells.
        """
        segments = Segments(query.text, query.lang)
        return segments.lang, segments.lang_at

    # --- entities ------------------------------------------------------------------------------

    def get(self, entity_id: str) -> Entity:
        """Return an entity by id, following redirects. Raises UnknownEntity."""
        return self.store.entity(entity_id)

    def names(self, entity_id: str) -> tuple[Name, ...]:
        """Return every name of an entity in canonical order."""
        return self.store.names_of(entity_id)

    def label(self, entity_id: str, policy: LabelPolicy) -> Label:
        """Choose what to call an entity; see ``choose_label``."""
        return self._label(entity_id, policy)

    def labels(self, entity_ids: Iterable[str], policy: LabelPolicy) -> dict[str, Label]:
        """Label many entities, reading the names of all at once; the ids must be those of today."""
        return self._label.each(tuple(entity_ids), policy)

    @cached_property
    def _label(self) -> _Labeller:
        return _Labeller(self.store)

    # --- space ---------------------------------------------------------------------------------

    @cached_property
    def ground(self) -> Ground:
        """Places and extents, indexed when first needed."""
        return Ground(self.store)

    def place(self, reference: str, parameter: str = "place") -> Place:
        """Find a place by its id, or by a name that can mean no other.

        Raises UnknownEntity, and QueryError for a name of several or an entity that is no place.
        """
        if self.store.has(reference):
            entity = self.store.entity(reference)
        else:
            _check_length(parameter, reference, MAX_QUERY_LENGTH)
            resolution = self.look_up(NameQuery(reference, kinds=PLACE_KINDS))
            if resolution.status == UNKNOWN:
                raise UnknownEntity(reference, "place")
            if resolution.status == AMBIGUOUS:
                ids = ", ".join(found.entity.id for found in resolution.candidates)
                raise QueryError(parameter, f"{reference!r} may be any of {ids}; give an id")
            entity = resolution.candidates[0].entity
        if not isinstance(entity, Place):
            raise QueryError(parameter, f"{entity.id} is no place but of kind {entity.kind}")
        return entity

    def place_or_polity(self, reference: str) -> Entity:
        """Find what can have an extent: a place by id or name, or a polity by its id."""
        if self.store.has(reference) and (found := self.store.entity(reference)).kind == "polity":
            return found
        return self.place(reference, "area")

    def point(self, place: Place) -> tuple[float, float]:
        """Return a place's lon and lat. Raises QueryError for one that has none."""
        return point_of(place, "place")

    def places(self, query: PlacesQuery) -> PlacesFound:
        """Return the places to draw, most prominent first and then by id, and how many there are.

        Raises QueryError for a limit beyond MAX_PLACES.
        """
        _check_limit(query.limit, MAX_PLACES)
        return self.ground.places(query)

    def routes(self) -> tuple[Place, ...]:
        """Return every route that has a line."""
        return self.store.routes()

    def route(self, reference: str) -> Place:
        """Find a route by id or by any of its names; see ``corridors.find_route``."""
        return corridors.find_route(self.ground, reference)

    def route_version(self, query: CorridorQuery) -> RouteVersion:
        """Return the version that a question is about; see ``corridors.choose_version``."""
        return corridors.choose_version(self.ground, query)

    def along(self, query: CorridorQuery | LineQuery) -> Along:
        """Return the places along a route or a line of the caller's own, in travel order.

        See ``corridors.along`` for the errors.
        """
        if isinstance(query, LineQuery):
            return corridors.along_line(self.ground, query)
        return corridors.along(self.ground, query)

    def width_of(self, version: RouteVersion, within_m: float | None) -> float:
        """Return how far to each side a corridor reaches; see ``corridors.width_of``."""
        return corridors.width_of(version, within_m)

    def corridor(self, version: RouteVersion, within_m: float) -> str:
        """Return the ground within some metres of a line, as GeoJSON text."""
        from shapely import to_geojson

        return str(to_geojson(corridors.corridor_of(version, within_m)))

    def read_geometry(self, value: Any) -> tuple[tuple[float, float], ...] | str:
        """Read GeoJSON, or ``{"polyline": …}``: a line as positions, polygons as GeoJSON text.

        See ``gazetteer.space.given`` for what is refused, by QueryError.
        """
        from shapely import LineString, to_geojson

        from gazetteer.space.given import read_geometry

        given = read_geometry(value)
        if isinstance(given, LineString):
            return tuple((lon, lat) for lon, lat, *_ in given.coords)
        return str(to_geojson(given))

    def axes_hint(self, positions: Sequence[tuple[float, float]]) -> str:
        """Return a hint when positions make sense only with their axes swapped, else ``""``."""
        from gazetteer.space.given import axes_hint

        return axes_hint(positions)

    def compare(self, first: CorridorQuery, second: CorridorQuery) -> Comparison:
        """Return what two versions, days or widths of a corridor have apart and in common."""
        return corridors.compare(self.ground, first, second)

    def inside(self, query: InsideQuery | PolygonQuery) -> Inside:
        """Return the places in an area, or in a polygon of the caller's own."""
        _check_limit(query.limit, MAX_PLACES)
        if isinstance(query, PolygonQuery):
            return areas.inside_polygon(self.ground, query)
        return areas.inside(self.ground, query)

    def near(self, query: NearQuery) -> tuple[Near, ...]:
        """Return the places within a geodesic distance of a point, nearest first."""
        _check_limit(query.limit)
        return positions.near(self.ground, query)

    def position(self, lon: float, lat: float, at: Period | None = None) -> Position:
        """Return what lies at a point in a time: areas, borders, routes, nearest places."""
        return positions.at_point(self.ground, lon, lat, at)

    def position_of(self, place: Place, at: Period | None = None) -> Position:
        """Return what lies where a place is, and who held it. Raises QueryError without a point."""
        return positions.of_place(self.ground, place, at)

    def relate(self, first: Place, second: Place, at: Period | None = None) -> Relationship:
        """Return how two places lie to each other; see ``relationships.relate``."""
        return relationships.relate(self.ground, first, second, at)

    def between(self, query: BetweenQuery) -> Along:
        """Return the places along the shortest way between two; see ``relationships.between``."""
        return relationships.between(self.ground, query)

    def tile(self, address: TileAddress, policy: LabelPolicy) -> Tile:
        """Return what a tile of the map shows on the policy's day (today). Raises UnknownEntity."""
        if not address.exists:
            raise UnknownEntity(str(address), "tile")
        day = policy.at or date.today()
        return self._tiling.tile(address, day, partial(self.labels, policy=policy))

    @cached_property
    def _tiling(self) -> Tiling:
        from gazetteer.space.tiling import Tiling

        return Tiling(self.store, self.ground.index)

    # --- time ----------------------------------------------------------------------------------

    def holdings(self, place_id: str, at: Period | None = None) -> tuple[Holding, ...]:
        """Return who administered and claimed a place, in a time or at all times, oldest first."""
        return self.ground.holdings(place_id, at)

    def timeline(self, entity: Entity, at: Period | None = None) -> Timeline:
        """Return what is said of an entity over time; see ``history.timeline``."""
        return history.timeline(self.store, entity, at)

    def changes(self, query: ChangesQuery) -> tuple[Change, ...]:
        """Return the places that changed hands between two days; see ``history.changes``."""
        return history.changes(self.ground, query)


class _Labeller:
    """Labels with a memory: the same few entities are labelled again and again.

    The memory has two halves. When the newer one is full the older one is forgotten; what is asked
    for again moves into the newer one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._newer: dict[tuple[str, LabelPolicy], Label] = {}
        self._older: dict[tuple[str, LabelPolicy], Label] = {}

    def __call__(self, entity_id: str, policy: LabelPolicy) -> Label:
        found = self._remembered(entity_id, policy)
        if found is None:
            names = self._store.names_of(entity_id)
            found = self._remember(entity_id, policy, names)
        return found

    def each(self, entity_ids: Sequence[str], policy: LabelPolicy) -> dict[str, Label]:
        """Label many entities."""
        found = {entity_id: self._remembered(entity_id, policy) for entity_id in entity_ids}
        labels = {entity_id: label for entity_id, label in found.items() if label is not None}
        missing = [entity_id for entity_id, label in found.items() if label is None]
        names = self._store.names_of_each(missing)
        for entity_id in missing:
            labels[entity_id] = self._remember(entity_id, policy, names.get(entity_id, ()))
        return labels

    def _remembered(self, entity_id: str, policy: LabelPolicy) -> Label | None:
        key = (entity_id, policy)
        label = self._newer.get(key)
        if label is None:
            label = self._older.get(key)
            if label is not None:
                self._newer[key] = label
        return label

    def _remember(self, entity_id: str, policy: LabelPolicy, names: Sequence[Name]) -> Label:
        both = None
        if entity_id in self._store.contested:
            both = _OF_SETTLEMENTS
        elif entity_id in self._store.shared:
            both = _OF_OTHERS
        label = choose_label(names, policy, fold, both)
        if len(self._newer) >= _LABELS_REMEMBERED:
            self._older, self._newer = self._newer, {}
        self._newer[(entity_id, policy)] = label
        return label


def _romanize(name: Name) -> tuple[str, str] | None:
    """Write a name by the first scheme of its language, for a label that has nothing else."""
    return usual_romanization(name.text, name.lang, name.script)


_OF_SETTLEMENTS = BothSides(_romanize, sound_alike)
_OF_OTHERS = BothSides(_romanize, share_a_word, neutral_suffices=True)


def _check_length(parameter: str, text: str, longest: int) -> None:
    if not text.strip():
        raise QueryError(parameter, "is empty; give a name")
    if len(text) > longest:
        raise QueryError(parameter, f"has {len(text)} code points; at most {longest} are allowed")


def _check_limit(limit: int, most: int = MAX_LIMIT) -> None:
    if not 1 <= limit <= most:
        raise QueryError("limit", f"is {limit}; it must be 1 to {most}")
