// The search box: a combobox that can be used with the keyboard alone.

import { Problem, ask, labelling, pageAddress } from "./api.js";
import { create, element, settings, texts } from "./settings.js";

const PAUSE_MS = 120;
const SUGGESTED = 8;

export class Search {
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.input = element("search");
    this.list = element("suggestions");
    this.found = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    element("search-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.lookUp();
    });
  }

  later() {
    clearTimeout(this.timer);
    element("message").textContent = "";
    this.timer = setTimeout(() => this.suggest(), PAUSE_MS);
  }

  async suggest() {
    const q = this.input.value.trim();
    if (!q) return this.close();
    const asked = { q, ...labelling(), limit: SUGGESTED };
    const found = await this.answer("suggest", settings.addresses.suggest, asked);
    if (!found || this.input.value.trim() !== q) return undefined;
    return this.show(found.suggestions.map(({ text, entity }) => ({ matched: text, entity })));
  }

  async lookUp() {
    const q = this.input.value.trim();
    if (!q) return;
    clearTimeout(this.timer);
    const asked = { q, ...labelling(), limit: SUGGESTED };
    const found = await this.answer("lookup", settings.addresses.lookup, asked);
    if (!found) return;
    if (found.status === "unknown") {
      this.close();
      element("message").textContent = texts.unknown;
    } else if (found.status === "resolved") {
      this.choose(found.candidates[0].entity);
    } else {
      element("message").textContent = texts.ambiguous;
      this.show(found.candidates.map(({ matched, entity }) => ({ matched: matched.text, entity })));
    }
  }

  async answer(topic, address, asked) {
    try {
      return await ask(topic, address, asked);
    } catch (error) {
      element("message").textContent = error instanceof Problem ? error.message : texts.failed;
      return null;
    }
  }

  show(found) {
    this.found = found;
    this.active = -1;
    const options = found.map(({ matched, entity }, index) => {
      const kind = settings.words.kind[entity.kind] || entity.kind;
      const option = create(
        "li",
        { id: `suggestion-${index}`, role: "option", ariaSelected: "false" },
        create("b", { dir: "auto" }, matched),
        create("span", { dir: "auto" }, entity.label),
        create("i", {}, kind),
      );
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => this.choose(entity));
      return option;
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.key === "Escape") return this.close();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      return this.move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.found[this.active].entity);
    }
    return undefined;
  }

  move(step) {
    const options = [...this.list.children];
    if (!options.length) return;
    this.active = (this.active + step + options.length) % options.length;
    options.forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.active));
    });
    options[this.active].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
  }

  choose(entity) {
    this.close();
    element("message").textContent = "";
    this.input.value = entity.label;
    if (entity.lon === undefined) location.assign(pageAddress(entity.id));
    else this.onChoose(entity);
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
