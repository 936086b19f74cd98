// Places as points with labels, and what is told when one is clicked. Only those in view are asked
// for, the most prominent ones; a place that was searched for or lies along the chosen road is
// there in any case.

import { Problem, ask, entityAddress, labelling, pageAddress, timelineAddress } from "./api.js";
import { choice, create, element, holds, settings, spanText, texts } from "./settings.js";

const SIDES = Object.keys(settings.words.side);
const LABEL_ONLY = new Set(["country", "region", "admin-unit", "area", "route"]);
const SHOWN_NAMES = 4;
const MOST_DRAWN = 1000;
const MARGIN = 0.15;
const PAUSE_MS = 150;

export class Places {
  constructor(map, labels, onOpen) {
    this.map = map;
    this.labels = labels;
    this.onOpen = onOpen;
    this.markers = new Map();
    this.alongRoad = new Map();
    this.opened = "";
    this.loaded = null;
    this.inView = new Set();
    this.group = L.layerGroup().addTo(map);
    map.on("moveend", () => this.later());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), PAUSE_MS);
  }

  // After the map was moved: asks again unless everything in view is there already.
  async follow() {
    if (!this.loaded) return;
    const { bounds, zoom, isWhole } = this.loaded;
    const isInside = bounds.contains(this.map.getBounds());
    if (isInside && (isWhole || zoom === this.map.getZoom())) return;
    try {
      await this.load();
    } catch (error) {
      element("message").textContent = texts.failed;
      console.error(error);
    }
  }

  async load() {
    clearTimeout(this.timer);
    const bounds = this.map.getBounds().pad(MARGIN);
    const zoom = this.map.getZoom();
    const asked = { ...labelling(), at: choice.at, bbox: boxOf(bounds), limit: MOST_DRAWN };
    const found = await ask("places", settings.addresses.places, asked);
    if (!found) return;
    const isWhole = found.numberReturned === found.numberMatched;
    const features = isWhole ? found.features : withoutCutRank(found.features);
    this.loaded = { bounds, zoom, isWhole };
    const current = features.filter((feature) => holds(feature.properties, choice.day));
    this.inView = new Set(current.map((feature) => feature.id));
    for (const feature of current) this.show(feature);
    this.tidy();
    this.labels.arrange();
    element("drawn-note").textContent = isWhole ? "" : texts.thinned;
  }

  show(feature) {
    const { kind, prominence, label } = feature.properties;
    const marker = this.markers.get(feature.id)?.marker ?? this.add(feature);
    this.markers.set(feature.id, { marker, feature });
    const isPoint = !LABEL_ONLY.has(kind);
    const radius = isPoint ? 2.5 + prominence / 30 : 0;
    if (marker.getRadius() !== radius) marker.setRadius(radius);
    this.labels.put(feature.id, marker, label, {
      rank: prominence + (isPoint ? 0 : -20),
      lowest: lowestZoom(kind, prominence),
      kind: isPoint ? "place" : "area",
    });
  }

  add(feature) {
    const [lon, lat] = feature.geometry.coordinates;
    const { kind } = feature.properties;
    const labelOnly = LABEL_ONLY.has(kind);
    const onRoute = this.alongRoad.has(feature.id) ? " on-route" : "";
    const marker = L.circleMarker([lat, lon], {
      radius: 0,
      className: labelOnly ? "no-point" : `place ${kind}${onRoute}`,
      weight: 1.25,
      interactive: !labelOnly,
    });
    marker.on("click", () => this.open(feature.id));
    return marker.addTo(this.group);
  }

  // Draws a place that was told of elsewhere, whether or not it is among those in view.
  ensure({ id, kind, label, lon, lat }) {
    const known = this.markers.get(id)?.feature;
    const properties = { kind, prominence: 0, ...known?.properties, label };
    this.show({ id, properties, geometry: { coordinates: [lon, lat] } });
    return this.markers.get(id).marker;
  }

  // Takes off what is neither in view nor along the road nor opened.
  tidy() {
    for (const [id, { marker }] of this.markers) {
      if (this.inView.has(id) || this.alongRoad.has(id) || id === this.opened) continue;
      this.labels.remove(id);
      this.group.removeLayer(marker);
      this.markers.delete(id);
    }
  }

  // Opens the popup of a place: what each side calls it, and who held and claimed it on the day.
  // With a zoom, the map goes there.
  async open(id, zoom = 0) {
    const told = await this.ask(id);
    if (told?.lon === undefined) return;
    if (zoom) this.map.setView([told.lat, told.lon], Math.max(this.map.getZoom(), zoom), { animate: false });
    const marker = this.ensure(told);
    marker.unbindPopup();
    this.select(told.id);
    marker.bindPopup(popup(told), { minWidth: 250, maxWidth: 320, autoPanPadding: [30, 30] });
    marker.openPopup();
    marker.once("popupclose", () => {
      if (this.opened === told.id) this.select("");
    });
  }

  select(id) {
    this.opened = id;
    this.raise();
    this.onOpen(id);
  }

  async ask(id) {
    try {
      return await ask("place", entityAddress(id), { ...labelling(), f: "json" });
    } catch (error) {
      element("message").textContent = error instanceof Problem ? error.message : texts.failed;
      return null;
    }
  }

  // Marks the places along a road; they stay on the map while they are marked.
  mark(places) {
    this.alongRoad = new Map(places.map((place) => [place.id, place]));
    for (const place of places) this.ensure(place);
    this.tidy();
    for (const [id, { marker }] of this.markers) {
      marker.getElement()?.classList.toggle("on-route", this.alongRoad.has(id));
      if (this.alongRoad.has(id)) marker.bringToFront();
    }
    this.raise();
  }

  raise() {
    this.labels.raise([...this.alongRoad.keys(), this.opened]);
  }
}

// West, south, east and north, outward to hundredths of a degree, so that one view is one address.
function boxOf(bounds) {
  const [west, south] = [bounds.getWest(), bounds.getSouth()].map((n) => Math.floor(n * 100) / 100);
  const [east, north] = [bounds.getEast(), bounds.getNorth()].map((n) => Math.ceil(n * 100) / 100);
  const within = (n, most) => Math.min(most, Math.max(-most, n));
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)].join();
}

// When not all fit, equally prominent ones are drawn all or not at all: whichever part of them came
// first would be a choice among villages that nobody made.
function withoutCutRank(features) {
  const last = features.at(-1)?.properties.prominence;
  const kept = features.filter(({ properties }) => properties.prominence > last);
  return kept.length ? kept : features;
}

function lowestZoom(kind, prominence) {
  if (kind === "country") return 0;
  if (kind === "admin-unit") return 9;
  if (prominence >= 80) return 6;
  if (prominence >= 60) return 7.5;
  return prominence >= 45 ? 9 : 10;
}

function popup(told) {
  const title = create("h3", { dir: "auto", lang: told.label_lang }, told.label);
  const link = create("a", { href: pageAddress(told.id), className: "button" }, texts.fullEntry);
  const said = settings.words.kind[told.kind] || told.kind;
  const timeline = create("a", { href: timelineAddress(told.id) }, texts.timeline);
  const kind = create("p", { className: "kind" }, create("span", {}, said), timeline, link);
  const names = create("dl", { className: "sides" });
  for (const side of SIDES) {
    const own = told.names.filter((name) => name.perspective === side);
    if (own.length) names.append(...sideNames(settings.words.side[side], own));
  }
  const others = told.names.filter((name) => !SIDES.includes(name.perspective));
  if (others.length) names.append(...sideNames(texts.otherNames, others));
  const held = create("dl", { className: "holdings" });
  for (const [predicate, title] of [["administers", texts.administered], ["claims", texts.claimed]]) {
    const who = told.holdings.filter((one) => one.predicate === predicate && holds(one, choice.day));
    held.append(create("dt", {}, `${title} (${choice.day})`), create("dd", {}, holders(who)));
  }
  return create("div", { className: "told" }, title, kind, held, names);
}

export function holders(holdings) {
  return holdings.map((one) => one.who.label).join("; ") || texts.notRecorded;
}

function sideNames(title, names) {
  const lines = [...names].sort((one, other) => rank(one) - rank(other)).slice(0, SHOWN_NAMES);
  const list = create("dd");
  for (const name of lines) {
    const text = create("b", { lang: name.lang, dir: "auto" }, name.text);
    const dates = name.since || name.until ? ` ${spanText(name)}` : "";
    list.append(create("span", { className: "name" }, text, create("i", {}, ` ${name.lang}${dates}`)));
  }
  if (names.length > lines.length) list.append(create("span", {}, "…"));
  return [create("dt", {}, title), list];
}

function rank(name) {
  const languages = [choice.lang, settings.lang, "en", "az", "hy", "ru"];
  const place = languages.indexOf(name.lang);
  const derived = ["adjective", "demonym", "variant"].includes(name.role) ? 10 : 0;
  return (place < 0 ? languages.length : place) + derived;
}
