// What the page was made with (addresses, words, texts) and what the reader has chosen.

export const settings = JSON.parse(document.getElementById("settings").textContent);
export const texts = settings.texts;

export const element = (id) => document.getElementById(id);

export function create(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

export const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const choice = {
  get perspective() {
    return element("perspective").value;
  },
  get lang() {
    return element("names-in").value;
  },
  get at() {
    return /^\d{4}-\d{2}-\d{2}$/.test(element("at").value) ? element("at").value : "";
  },
  get day() {
    return this.at || today();
  },
  get route() {
    return element("route").value;
  },
  get within() {
    return element("within").value;
  },
};

// Dates are EDTF: a year, a month or a day. As in the data, an exact end is the first day without.
export function holds(span, day) {
  const { since = "", until = "" } = span;
  if (since && day.slice(0, since.length) < since) return false;
  if (!until) return true;
  return until.length === 10 ? day < until : day.slice(0, until.length) <= until;
}

export function spanText({ since = "", until = "" }) {
  return since || until ? `${since || "…"} – ${until || "…"}` : texts.undated;
}

const CHOSEN = ["perspective", "names-in", "at", "route", "within"];

export function restoreChoices() {
  const asked = new URLSearchParams(location.search);
  for (const id of CHOSEN) {
    const value = asked.get(id);
    if (value === null) continue;
    element(id).value = value;
    if (element(id).tagName === "SELECT" && element(id).selectedIndex < 0) {
      element(id).selectedIndex = 0;
    }
  }
  return asked.get("place") || "";
}

export function rememberChoices(place) {
  const kept = new URLSearchParams();
  if (settings.explicitLang) kept.set("lang", settings.explicitLang);
  for (const id of CHOSEN) {
    const field = element(id);
    const usual = field.tagName === "SELECT" ? defaults[id] : field.defaultValue;
    if (field.value && field.value !== usual) kept.set(id, field.value);
  }
  if (place) kept.set("place", place);
  const query = kept.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

const defaults = { perspective: "neutral", "names-in": element("names-in").value, route: "" };
