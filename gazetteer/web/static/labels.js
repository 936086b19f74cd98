// Labels on the map: the most prominent first, none over another. Only those that fit are made.

const GAP = 3;
// Where a label is drawn: over its point, or to the right of it. In pixels, as map.css has it.
const LAYOUT = {
  area: { direction: "center", offset: [0, 0] },
  place: { direction: "right", offset: [5, 0] },
};
const MARGIN = 6;
const PADDING = 4;
const POINT = 4;

export class Labels {
  constructor(map) {
    this.map = map;
    this.labelled = new Map();
    this.raised = new Set();
    this.sizes = new Map();
    this.pen = document.createElement("canvas").getContext("2d");
    this.fonts = { area: this.font("area"), place: this.font("place") };
    map.on("zoomend moveend resize", () => this.arrange());
  }

  // `lowest` is the zoom from which the label may be shown; `rank` decides who gives way. The text
  // is the same at every zoom.
  put(key, layer, text, { rank, lowest = 0, kind = "place" }) {
    const old = this.labelled.get(key);
    if (old && (old.layer !== layer || old.text !== text)) this.hide(old);
    this.labelled.set(key, { layer, text, rank, lowest, kind });
  }

  remove(key) {
    const old = this.labelled.get(key);
    if (old) this.hide(old);
    this.labelled.delete(key);
  }

  raise(keys) {
    this.raised = new Set(keys);
    this.arrange();
  }

  arrange() {
    const zoom = this.map.getZoom();
    const view = this.map.getSize();
    const taken = [];
    const first = ([key, { rank }]) => (this.raised.has(key) ? 1000 : 0) + rank;
    const wanted = [...this.labelled].filter(([key, entry]) => zoom >= entry.lowest || this.raised.has(key));
    const fitting = new Set();
    for (const [, entry] of wanted.sort((one, other) => first(other) - first(one))) {
      const box = this.box(entry);
      if (box.right < 0 || box.left > view.x || box.bottom < 0 || box.top > view.y) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      fitting.add(entry);
    }
    for (const entry of this.labelled.values()) {
      if (!fitting.has(entry)) this.hide(entry);
    }
    for (const entry of fitting) this.show(entry);
  }

  show({ layer, text, kind }) {
    if (layer.getTooltip()) return;
    const { direction, offset } = LAYOUT[kind];
    const className = `label ${kind}`;
    const interactive = kind !== "area";
    const content = document.createElement("bdi");
    content.textContent = text;
    layer.bindTooltip(content, { permanent: true, direction, offset, className, interactive, opacity: 1 });
  }

  hide({ layer }) {
    if (layer.getTooltip()) layer.unbindTooltip();
  }

  // Where a label would be, with its point, without drawing it.
  box({ layer, text, kind }) {
    const { x, y } = this.map.latLngToContainerPoint(layer.getLatLng());
    const { width, height } = this.size(text, kind);
    const [top, bottom] = [y - height / 2, y + height / 2];
    if (kind === "area") return { left: x - width / 2, right: x + width / 2, top, bottom };
    return { left: x - POINT, right: x + LAYOUT[kind].offset[0] + MARGIN + width, top, bottom };
  }

  size(text, kind) {
    const key = `${kind} ${text}`;
    if (!this.sizes.has(key)) {
      const { font, spacing, height } = this.fonts[kind];
      this.pen.font = font;
      const width = this.pen.measureText(text).width + spacing * text.length + PADDING;
      this.sizes.set(key, { width, height });
    }
    return this.sizes.get(key);
  }

  font(kind) {
    const sample = document.createElement("div");
    sample.className = `leaflet-tooltip label ${kind}`;
    sample.textContent = "A";
    this.map.getPane("tooltipPane").append(sample);
    const style = getComputedStyle(sample);
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const found = { font, spacing: parseFloat(style.letterSpacing) || 0, height: sample.offsetHeight };
    sample.remove();
    return found;
  }
}

function overlap(one, other) {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom + GAP &&
    other.top < one.bottom + GAP
  );
}
