// A road and the places along it on a day, in road order.

import { Problem, ask, asking, labelling, timelineAddress } from "./api.js";
import { choice, create, element, settings, spanText, texts } from "./settings.js";
import { holders } from "./places.js";

export class Corridor {
  constructor(map, places) {
    this.map = map;
    this.places = places;
    this.line = null;
  }

  async listRoutes(chosen) {
    const found = await ask("routes", settings.addresses.routes, labelling());
    if (!found) return;
    const none = element("route").options[0];
    const options = found.routes.map((route) => create("option", { value: route.id }, route.label));
    const kept = chosen ?? choice.route;
    element("route").replaceChildren(none, ...options);
    element("route").value = kept;
    if (element("route").selectedIndex < 0) element("route").value = "";
  }

  async load(fit) {
    this.clear();
    if (!choice.route) return;
    const chosen = choice.route;
    const address = `${settings.addresses.routes}/${encodeURIComponent(chosen)}`;
    const asked = { ...labelling(), at: choice.at, within: choice.within };
    try {
      const lines = await ask("route-lines", address, { ...labelling(), at: choice.day });
      if (lines && !lines.features.length) element("corridor-note").textContent = texts.noVersion;
      if (!lines?.features.length) return;
      const along = await ask("route-places", `${address}/places`, asked);
      if (!along || choice.route !== chosen) return;
      this.clear();
      this.draw(lines, along.version.version, fit);
      this.list(along);
      this.link(chosen, `${address}/profile`, asked);
    } catch (error) {
      element("corridor-note").textContent = error instanceof Problem ? error.message : texts.failed;
    }
  }

  clear() {
    this.line?.remove();
    this.line = null;
    element("corridor-places").replaceChildren();
    element("corridor-links").replaceChildren();
    element("corridor-note").textContent = "";
    this.places.mark([]);
  }

  draw(lines, version, fit) {
    const drawn = lines.features.filter((feature) => feature.properties.version === version);
    const told = ({ properties: p }) =>
      create(
        "div",
        {},
        create("b", { dir: "auto" }, p.label),
        create("span", {}, `${texts.version} ${spanText(p)}`),
        create("span", {}, `${texts.drawn}: ${p.source_title || p.source}`),
        create("span", {}, `${texts.exact} ${p.tolerance_m} ${texts.m}`),
      );
    this.line = L.geoJSON(drawn, {
      style: () => ({ className: "route", weight: 4 }),
      onEachFeature: (feature, line) =>
        line.bindTooltip(told(feature), { sticky: true, className: "told-extent" }),
    }).addTo(this.map);
    if (fit) this.map.fitBounds(this.line.getBounds(), { padding: [40, 40] });
  }

  list(along) {
    const { version } = along;
    const note = [`${texts.version} ${spanText(version)} (${version.version})`];
    note.push(`${along.length_km.toFixed(1)} ${texts.km}`, `${texts.holdsOn} ${along.at}`);
    element("corridor-note").textContent = note.join(" · ");
    const rows = along.places.map((found) => this.row(found));
    element("corridor-places").replaceChildren(...rows);
    this.places.mark(along.places.map((found) => found.place));
  }

  // Leads to the same places as a picture, and to what is said of the road over time.
  link(id, profile, asked) {
    const picture = (f) => asking(profile, { f, ...asked });
    element("corridor-links").replaceChildren(
      create("a", { href: picture("svg") }, texts.stripMap),
      create("a", { href: picture("png") }, "PNG"),
      create("a", { href: timelineAddress(id) }, texts.timeline),
    );
  }

  row(found) {
    const { id, label } = found.place;
    const by = (predicate) => holders(found.holdings.filter((one) => one.predicate === predicate));
    const off = Math.round(found.metres_off);
    const side = found.side === "on" ? texts.on : `${off} ${texts.m} ${texts.off}, ${texts[found.side]}`;
    const name = create("button", { type: "button" }, create("bdi", {}, label));
    name.addEventListener("click", () => this.places.open(id));
    return create(
      "li",
      {},
      create("span", { className: "km" }, `${found.km_along.toFixed(1)} ${texts.km}`),
      name,
      create("span", { className: "where" }, found.side === "on" ? `${side} (${off} ${texts.m})` : side),
      create("span", { className: "held-by" }, `${texts.administered}: ${by("administers")}`),
      create("span", { className: "held-by" }, `${texts.claimed}: ${by("claims")}`),
    );
  }
}
