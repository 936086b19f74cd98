"""``Gazetteer``: the only door to the answers, for the web, the command line and batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.annotate.pipeline import annotate
from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.languages.romanization import usual_romanization
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import Matcher
from gazetteer.lookup.pipeline import look_up, suggest
from gazetteer.lookup.skeleton import sound_alike
from gazetteer.model import (
    MAX_LIMIT,
    MAX_PLACES,
    MAX_QUERY_LENGTH,
    MAX_TEXT_LENGTH,
    Along,
    CorridorQuery,
    Entity,
    Holding,
    Label,
    LabelPolicy,
    Mention,
    Name,
    NameQuery,
    Near,
    NearQuery,
    Place,
    PlaceAlong,
    PlacesFound,
    PlacesQuery,
    Resolution,
    RouteVersion,
    Suggestion,
    TextQuery,
    Tile,
    TileAddress,
    choose_label,
)
from gazetteer.store import Store

if TYPE_CHECKING:  # geometry costs a tenth of a second to import, and names and texts need none
    from gazetteer.space.corridor import Line
    from gazetteer.space.index import PlaceIndex
    from gazetteer.space.tiling import Tiling

MAX_WITHIN_M = 200_000.0
"""Widest corridor and nearness in metres; the region itself is about 500 km across."""

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

    @cached_property
    def _located(self) -> tuple[Place, ...]:
        """Places with a point, by prominence, then id."""
        return tuple(sorted(self.store.places(), key=lambda place: -place.prominence))

    @cached_property
    def _index(self) -> PlaceIndex:
        from gazetteer.space.index import PlaceIndex  # numpy, Shapely and pyproj: only when needed

        return PlaceIndex(self._located)  # positions in order are places in their order

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

    def holdings(self, place_id: str, at: date | None = None) -> tuple[Holding, ...]:
        """Return who administered and claimed a place, on a day or at all times, oldest first."""
        held = []
        for predicate in ("administers", "claims"):
            for relation in self.store.relations_to(place_id, predicate):
                if at is None or relation.span.contains(at):
                    held.append(
                        Holding(
                            relation.subject,
                            predicate,
                            relation.span.since,
                            relation.span.until,
                            relation.certainty,
                            relation.source,
                            relation.perspective,
                        )
                    )
        return tuple(sorted(held, key=lambda h: (h.predicate, h.since, h.who)))

    # --- space ---------------------------------------------------------------------------------

    def places(self, query: PlacesQuery) -> PlacesFound:
        """Return the places to draw, most prominent first and then by id, and how many there are.

        Raises QueryError for a limit beyond MAX_PLACES.
        """
        _check_limit(query.limit, MAX_PLACES)
        found: Sequence[Place] = self._located
        if (box := query.box) is not None:
            positions = self._index.in_box(box.west, box.south, box.east, box.north)
            found = [self._located[position] for position in positions.tolist()]
        wanted = [
            place
            for place in found
            if place.prominence >= query.min_prominence
            and _is_kind(place, query.kinds)
            and (query.at is None or place.span.contains(query.at))
        ]
        return PlacesFound(len(wanted), tuple(wanted[: query.limit]))

    def routes(self) -> tuple[Place, ...]:
        """Return every route that has a line."""
        return self.store.routes()

    def route(self, reference: str) -> Place:
        """Find a route by id or by any of its names, blanks or hyphens between the words.

        Raises UnknownEntity when nothing is called so, QueryError when several routes are.
        """
        routes = {place.id: place for place in self.store.routes()}
        if reference in routes:
            return routes[reference]
        if self.store.has(reference):
            raise UnknownEntity(reference, "route")
        named = {self.store.name(n).entity for n in self.store.names_with_key(fold(reference))}
        found = sorted(named & routes.keys())
        if not found:
            raise UnknownEntity(reference, "route")
        if len(found) > 1:
            raise QueryError("route", f"{reference!r} may be any of {', '.join(found)}; give an id")
        return routes[found[0]]

    def route_version(self, query: CorridorQuery) -> RouteVersion:
        """Return the version asked for, else the one that held on the day asked for.

        Raises UnknownEntity for an unknown version and QueryError when none held on the day.
        """
        versions = self.store.route_versions(self.route(query.route).id)
        if query.version:
            for version in versions:
                if version.version == query.version:
                    return version
            raise UnknownEntity(query.version, "route version")
        day = query.at or date.today()
        held = [version for version in versions if version.span.contains(day)]
        if not held:
            spans = ", ".join(f"{v.version} {v.span}" for v in versions)
            raise QueryError("at", f"the route has no version on {day}; it has {spans}")
        return held[-1]

    def along(self, query: CorridorQuery) -> Along:
        """Return the places along a route on a day, in road order.

        Without ``within_m`` half the route's stated width is used; raises QueryError when it
        states none.
        """
        version = self.route_version(query)
        within = query.within_m
        if within is None:
            if version.width_m is None:
                raise QueryError("within", "this route states no width; give one in metres")
            within = version.width_m / 2
        _check_metres("within", within)
        line = _line(version)
        day = query.at or date.today()
        offs = line.within(self._index, within)
        places = tuple(
            PlaceAlong(
                off.place,
                off.km_along,
                off.metres_off,
                off.side,
                off.nearest_lon,
                off.nearest_lat,
                self.holdings(off.place.id, day),
            )
            for off in offs
            if _is_kind(off.place, query.kinds)
        )
        return Along(version, within, line.length_km, places)

    def near(self, query: NearQuery) -> tuple[Near, ...]:
        """Return the places within a geodesic distance of a point, nearest first."""
        _check_metres("within", query.within_m)
        _check_limit(query.limit)
        if not (-180 <= query.lon <= 180 and -90 <= query.lat <= 90):
            raise QueryError(
                "lat" if abs(query.lat) > 90 else "lon",
                f"lon {query.lon}, lat {query.lat} is no point; lon is -180 to 180, lat -90 to 90",
            )
        point = (query.lon, query.lat, query.lon, query.lat)
        positions = self._index.around(point, query.within_m)
        metres, bearings = self._index.metres_from(query.lon, query.lat, positions)
        day = query.at or date.today()
        near = [
            Near(place, float(metre), float(bearing), self.holdings(place.id, day))
            for position, metre, bearing in zip(positions, metres, bearings, strict=True)
            if metre <= query.within_m
            and _is_kind(place := self._index.places[position], query.kinds)
        ]
        near.sort(key=lambda n: (n.metres, n.place.id))
        return tuple(near[: query.limit])

    def tile(self, address: TileAddress, policy: LabelPolicy) -> Tile:
        """Return what a tile of the map shows on the policy's day (today). Raises UnknownEntity."""
        if not address.exists:
            raise UnknownEntity(str(address), "tile")
        day = policy.at or date.today()
        return self._tiling.tile(address, day, partial(self.labels, policy=policy))

    @cached_property
    def _tiling(self) -> Tiling:
        from gazetteer.space.tiling import Tiling

        return Tiling(self.store, self._index)


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
        contested = entity_id in self._store.contested
        label = choose_label(names, policy, fold, _romanize if contested else None, sound_alike)
        if len(self._newer) >= _LABELS_REMEMBERED:
            self._older, self._newer = self._newer, {}
        self._newer[(entity_id, policy)] = label
        return label


def _romanize(name: Name) -> tuple[str, str] | None:
    """Write a name by the first scheme of its language, for a label that has nothing else."""
    return usual_romanization(name.text, name.lang, name.script)


@lru_cache(maxsize=256)
def _line(version: RouteVersion) -> Line:
    from gazetteer.space.corridor import Line

    return Line(version)


def _is_kind(place: Place, kinds: Sequence[str]) -> bool:
    return not kinds or place.kind in kinds or place.type in kinds


def _check_length(parameter: str, text: str, longest: int) -> None:
    if not text.strip():
        raise QueryError(parameter, "is empty; give a name")
    if len(text) > longest:
        raise QueryError(parameter, f"has {len(text)} code points; at most {longest} are allowed")


def _check_limit(limit: int, most: int = MAX_LIMIT) -> None:
    if not 1 <= limit <= most:
        raise QueryError("limit", f"is {limit}; it must be 1 to {most}")


def _check_metres(parameter: str, metres: float) -> None:
    if not 0 < metres <= MAX_WITHIN_M:
        raise QueryError(
            parameter, f"is {metres}; it must be above 0 and at most {MAX_WITHIN_M:g} m"
        )
