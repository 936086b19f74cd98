// Labels on the map: the most prominent first, none over another.

const GAP = 3;

export class Labels {
  constructor(map) {
    this.map = map;
    this.labelled = new Map();
    this.raised = new Set();
    map.on("zoomend moveend resize", () => this.arrange());
  }

  // `lowest` is the zoom from which the label may be shown; `rank` decides who gives way.
  put(key, layer, text, { rank, lowest = 0, kind = "" }) {
    const old = this.labelled.get(key);
    if (old && old.layer === layer) {
      layer.setTooltipContent(textNode(text));
      Object.assign(old, { rank, lowest });
      return;
    }
    layer.unbindTooltip();
    layer.bindTooltip(textNode(text), {
      permanent: true,
      direction: kind === "area" ? "center" : "right",
      offset: kind === "area" ? [0, 0] : [5, 0],
      className: `label ${kind}`,
      interactive: kind !== "area",
      opacity: 1,
    });
    this.labelled.set(key, { layer, rank, lowest });
  }

  remove(key) {
    this.labelled.get(key)?.layer.unbindTooltip();
    this.labelled.delete(key);
  }

  raise(keys) {
    this.raised = new Set(keys);
    this.arrange();
  }

  arrange() {
    const zoom = this.map.getZoom();
    const view = this.map.getContainer().getBoundingClientRect();
    const taken = [];
    const first = (entry) => (this.raised.has(entry[0]) ? 1000 : 0) + entry[1].rank;
    const inOrder = [...this.labelled].sort((one, other) => first(other) - first(one));
    const boxes = inOrder.map(([key, { layer, lowest }]) => {
      const shown = layer.getTooltip()?.getElement();
      if (!shown || !this.map.hasLayer(layer)) return null;
      const wanted = zoom >= lowest || this.raised.has(key);
      shown.classList.toggle("hidden", !wanted);
      return wanted ? { shown, box: shown.getBoundingClientRect() } : null;
    });
    for (const entry of boxes) {
      if (!entry) continue;
      const { shown, box } = entry;
      const outside =
        box.right < view.left || box.left > view.right || box.bottom < view.top || box.top > view.bottom;
      const covered = !outside && taken.some((other) => overlap(box, other));
      shown.classList.toggle("hidden", covered);
      if (!covered && !outside) taken.push(box);
    }
  }
}

function textNode(text) {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
}

function overlap(one, other) {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom + GAP &&
    other.top < one.bottom + GAP
  );
}
