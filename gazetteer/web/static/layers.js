// Lines and areas. Each is a drawing: the list says whose, of which dates and how exact.

import { ask, labelling } from "./api.js";
import { choice, create, element, holds, settings, spanText, texts } from "./settings.js";

// Together under one switch; everything else has a switch of its own and its label on the map.
const ALONE = new Set(["autonomous-oblast", "economic-region"]);
const GROUPS = [
  { key: "countries", has: (p) => p.kind === "country", text: texts.countries },
  { key: "units", has: (p) => p.kind === "admin-unit" && !ALONE.has(p.type), text: texts.units },
  { key: "economic", has: (p) => p.type === "economic-region", text: texts.economic, off: true },
  { key: "exclaves", has: (p) => p.type === "exclave", text: texts.exclaves },
];
// The hundreds of communities of single villages would bury the list; the interface has them.
const KINDS = "country,admin-unit,region,area,polity";
const LABEL_RANK = 75;
const LABEL_ZOOM = 7.5;

export class Layers {
  constructor(map, labels) {
    this.map = map;
    this.labels = labels;
    this.touched = new Map();
    this.drawn = new Map();
  }

  async load() {
    const found = await ask("areas", settings.addresses.areas, { ...labelling(), kind: KINDS });
    if (!found) return;
    for (const layer of this.drawn.values()) layer.remove();
    this.drawn.clear();
    const entries = new Map();
    for (const feature of found.features) {
      const entry = entryOf(feature);
      if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, features: [] });
      entries.get(entry.key).features.push(feature);
    }
    const order = GROUPS.map((group) => group.key);
    this.entries = [...entries.values()].sort((one, other) => place(one, order) - place(other, order));
    this.list();
  }

  // What holds on the day is drawn, unless the reader has said otherwise.
  list() {
    const items = this.entries.map((entry) => {
      const current = entry.features.filter((feature) => holds(feature.properties, choice.day));
      const wanted = this.touched.get(entry.key) ?? (current.length > 0 && !entry.off);
      const box = create("input", { type: "checkbox", checked: wanted });
      box.addEventListener("change", () => {
        this.touched.set(entry.key, box.checked);
        this.draw(entry, box.checked, current);
        this.labels.arrange();
      });
      this.draw(entry, wanted, current);
      const swatch = create("span", { className: `swatch ${styleOf(entry)}`, ariaHidden: "true" });
      const label = create("label", {}, box, swatch, create("bdi", {}, entry.text));
      return create("li", {}, label, create("span", { className: "note" }, noteOf(entry, current)));
    });
    element("layers").replaceChildren(...items);
    this.labels.arrange();
  }

  draw(entry, wanted, current) {
    this.drawn.get(entry.key)?.remove();
    this.drawn.delete(entry.key);
    this.labels.remove(entry.key);
    if (!wanted) return;
    const grouped = GROUPS.some((group) => group.key === entry.key);
    const features = grouped && current.length ? current : entry.features;
    const layer = L.geoJSON(features, {
      style: () => ({ className: `extent ${styleOf(entry)}`, weight: 1.5 }),
      onEachFeature: (feature, drawn) => {
        const isLine = feature.geometry.type.endsWith("LineString");
        if (isLine) drawn.bindTooltip(told(feature.properties), { sticky: true, className: "told-extent" });
        drawn.bindPopup(told(feature.properties), { className: "told-extent" });
      },
    });
    this.drawn.set(entry.key, layer.addTo(this.map));
    if (!grouped) this.label(entry, layer, features);
    for (const key of ["units", "countries"]) this.drawn.get(key)?.bringToBack();
  }

  // Names a line or area on the map itself, with its years.
  label(entry, layer, [feature]) {
    const isLine = feature.geometry.type.endsWith("LineString");
    const [lon, lat] = isLine ? middle(feature.geometry) : [null, null];
    const at = isLine ? [lat, lon] : layer.getBounds().getCenter();
    const anchor = L.circleMarker(at, { radius: 0, className: "no-point", interactive: false });
    layer.addLayer(anchor);
    const text = `${entry.text}, ${years(feature.properties)}`;
    this.labels.put(entry.key, anchor, text, { rank: LABEL_RANK, lowest: LABEL_ZOOM, kind: "area" });
  }
}

function middle(geometry) {
  let positions = geometry.coordinates;
  while (Array.isArray(positions[0][0])) {
    positions = positions.reduce((longest, one) => (one.length > longest.length ? one : longest));
  }
  return positions[Math.floor(positions.length / 2)];
}

function years({ since = "", until = "" }) {
  return since || until ? `${since.slice(0, 4) || "…"}–${until.slice(0, 4) || "…"}` : texts.undated;
}

function entryOf(feature) {
  const properties = feature.properties;
  const group = GROUPS.find((one) => one.has(properties));
  return group ?? { key: properties.entity, text: properties.label };
}

function place(entry, order) {
  const index = order.indexOf(entry.key);
  return index < 0 ? order.length : index;
}

function styleOf(entry) {
  if (GROUPS.some((group) => group.key === entry.key)) return entry.key;
  return entry.features[0].geometry.type.endsWith("LineString") ? "line" : "zone";
}

function noteOf(entry, current) {
  const features = current.length ? current : entry.features;
  const spans = new Set(features.map((feature) => spanText(feature.properties)));
  const sources = new Set(features.map((f) => f.properties.source_title || f.properties.source));
  const dates = spans.size > 2 ? [] : [...spans];
  return [...dates, ...sources].filter(Boolean).join(" · ");
}

function told(properties) {
  const line = (text) => create("span", {}, text);
  const exact = `${texts.exact} ${properties.tolerance_m} ${texts.m}`;
  return create(
    "div",
    {},
    create("b", { dir: "auto" }, properties.label),
    line(spanText(properties)),
    line(`${texts.drawn}: ${properties.source_title || properties.source}`),
    line(exact),
  );
}
