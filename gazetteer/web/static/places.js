// Places as points with labels, and what is told when one is clicked.

import { ask, entityAddress, labelling, pageAddress } from "./api.js";
import { choice, create, holds, settings, spanText, texts } from "./settings.js";

const SIDES = Object.keys(settings.words.side);
const LABEL_ONLY = new Set(["country", "region", "admin-unit", "area", "route"]);
const SHOWN_NAMES = 4;

export class Places {
  constructor(map, labels, onOpen) {
    this.map = map;
    this.labels = labels;
    this.onOpen = onOpen;
    this.markers = new Map();
    this.group = L.layerGroup().addTo(map);
  }

  async load() {
    const found = await ask("places", settings.addresses.places, { ...labelling(), at: choice.at });
    if (!found) return;
    const kept = new Set();
    for (const feature of found.features) {
      if (!holds(feature.properties, choice.day)) continue;
      kept.add(feature.id);
      this.show(feature);
    }
    for (const [id, { marker }] of this.markers) {
      if (kept.has(id)) continue;
      this.labels.remove(id);
      this.group.removeLayer(marker);
      this.markers.delete(id);
    }
    this.labels.arrange();
  }

  show(feature) {
    const { kind, prominence, label } = feature.properties;
    const known = this.markers.get(feature.id);
    const marker = known ? known.marker : this.add(feature);
    this.markers.set(feature.id, { marker, feature });
    const isPoint = !LABEL_ONLY.has(kind);
    this.labels.put(feature.id, marker, label, {
      rank: prominence + (isPoint ? 0 : -20),
      lowest: lowestZoom(kind, prominence),
      kind: isPoint ? "place" : "area",
    });
  }

  add(feature) {
    const [lon, lat] = feature.geometry.coordinates;
    const { kind, prominence } = feature.properties;
    const labelOnly = LABEL_ONLY.has(kind);
    const marker = L.circleMarker([lat, lon], {
      radius: labelOnly ? 0 : 2.5 + prominence / 30,
      className: labelOnly ? "no-point" : `place ${kind}`,
      weight: 1.25,
      interactive: !labelOnly,
    });
    marker.on("click", () => this.open(feature.id));
    return marker.addTo(this.group);
  }

  position(id) {
    return this.markers.get(id)?.marker.getLatLng() ?? null;
  }

  // Opens the popup of a place: what each side calls it, and who held and claimed it on the day.
  async open(id) {
    const marker = this.markers.get(id)?.marker;
    if (!marker) return;
    const told = await ask("place", entityAddress(id), { ...labelling(), f: "json" });
    if (!told) return;
    marker.unbindPopup();
    marker.bindPopup(popup(told), { minWidth: 250, maxWidth: 320, autoPanPadding: [30, 30] });
    marker.openPopup();
    this.onOpen(id);
    marker.once("popupclose", () => this.onOpen(""));
  }

  mark(ids) {
    const wanted = new Set(ids);
    for (const [id, { marker }] of this.markers) {
      marker.getElement()?.classList.toggle("on-route", wanted.has(id));
      if (wanted.has(id)) marker.bringToFront();
    }
    this.labels.raise(ids);
  }
}

function lowestZoom(kind, prominence) {
  if (kind === "country") return 0;
  if (kind === "admin-unit") return 9;
  if (prominence >= 80) return 6;
  if (prominence >= 60) return 8;
  return prominence >= 45 ? 9 : 10;
}

function popup(told) {
  const title = create("h3", { dir: "auto", lang: told.label_lang }, told.label);
  const link = create("a", { href: pageAddress(told.id), className: "button" }, texts.fullEntry);
  const said = settings.words.kind[told.kind] || told.kind;
  const kind = create("p", { className: "kind" }, create("span", {}, said), link);
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
