// The map page: puts the parts together and keeps them in step with what the reader chooses.

import { Corridor } from "./corridor.js";
import { Labels } from "./labels.js";
import { Layers } from "./layers.js";
import { Places } from "./places.js";
import { Search } from "./search.js";
import { create, element, rememberChoices, restoreChoices, texts } from "./settings.js";

const REGION = [
  [38.3, 44.2],
  [41.4, 48.2],
];
const CLOSE = 11;

async function start() {
  const asked = new URLSearchParams(location.search);
  const map = L.map("map", { zoomControl: false, minZoom: 4, maxZoom: 15, zoomSnap: 0.5 });
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.attributionControl.setPrefix("Leaflet");
  const note = L.control({ position: "bottomright" });
  note.onAdd = () => create("p", { id: "drawn-note" });
  note.addTo(map);
  map.fitBounds(REGION);

  let opened = "";
  const remember = () => rememberChoices(opened);
  const labels = new Labels(map);
  const layers = new Layers(map, labels);
  const places = new Places(map, labels, (id) => {
    opened = id;
    remember();
  });
  const corridor = new Corridor(map, places);
  new Search(({ id }) => places.open(id, CLOSE));

  const load = async (fit) => {
    remember();
    await Promise.all([layers.load(), places.load()]);
    await corridor.load(fit);
  };
  const reload = async () => {
    await load(false);
    if (opened) await places.open(opened);
  };
  const relabelled = async () => {
    await corridor.listRoutes();
    await reload();
  };
  element("perspective").addEventListener("change", relabelled);
  element("names-in").addEventListener("change", relabelled);
  element("at").addEventListener("change", reload);
  element("route").addEventListener("change", () => {
    remember();
    corridor.load(true);
  });
  element("within").addEventListener("change", () => {
    remember();
    corridor.load(false);
  });

  const place = restoreChoices();
  await corridor.listRoutes(asked.get("route") ?? "");
  if (place) await places.open(place, CLOSE);
  await load(!opened);
  await places.follow();
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  element("message").textContent = texts.failed;
  console.error(error);
});
