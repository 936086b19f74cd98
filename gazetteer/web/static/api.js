// Questions to the interface; every answer is JSON.

import { choice, settings } from "./settings.js";

const pending = new Map();

// Asks; a newer question of the same topic makes the older one void (it answers null).
export async function ask(topic, address, parameters = {}) {
  pending.get(topic)?.abort();
  const controller = new AbortController();
  pending.set(topic, controller);
  try {
    const response = await fetch(asking(address, parameters), {
      headers: { Accept: "application/json, application/geo+json;q=0.9" },
      signal: controller.signal,
    });
    const answer = await response.json();
    if (!response.ok) throw new Problem(answer);
    return answer;
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw error;
  } finally {
    if (pending.get(topic) === controller) pending.delete(topic);
  }
}

// The address of a question; parameters that are empty are left out.
export function asking(address, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return query ? `${address}?${query}` : address;
}

export class Problem extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export const labelling = () => ({ lang: choice.lang, perspective: choice.perspective });

export const entityAddress = (id) => settings.addresses.entities + encodeURIComponent(id);

export const pageAddress = (id) => page(id, "");

export const timelineAddress = (id) => page(id, "/timeline");

function page(id, part) {
  const lang = settings.explicitLang ? `?lang=${encodeURIComponent(settings.explicitLang)}` : "";
  return settings.addresses.pages + encodeURIComponent(id) + part + lang;
}
