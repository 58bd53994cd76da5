"""The script of the page: filters, their state in the address, the count of what is shown.

It holds no words and no data: both stand in the page. Every row group is looked at once for each
change of the filters, and touched only if it appears or disappears.
"""

SCRIPT = r"""
"use strict";
(() => {
  const ROW_HEIGHT = 11;
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const list = (text) => (text ? text.split(" ") : []);
  let form, rows, sections, toggles, state, timer;

  /* The words of the plans alone: what the page itself says is not searched. */
  const labels = ".side, .tag, .at, .none, .head b, th[scope='row'], .part i";
  const textOf = (element) => {
    const skip = (node) => node.nodeType === 1 && node.matches(labels);
    const walker = document.createTreeWalker(
      element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => (skip(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      text += node.data ?? (/^(DEL|INS|SPAN)$/.test(node.nodeName) ? "" : " ");
    }
    return text;
  };

  /* Letters without marks or case, words with one space before each. */
  const fold = (text) => {
    const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
    return (" " + letters.replace(/[^\p{L}\p{N}]+/gu, " ")).replace(/^ +/, " ").trimEnd();
  };

  const valuesOf = (name) => [...form.elements[name].options].slice(1).map((o) => o.value);

  const readRows = () => {
    const areas = valuesOf("area"), agencies = valuesOf("agency");
    const sectionOf = new Map();
    sections = all(".chapter, .group, .sheet").map((element) => {
      const heading = element.querySelector("h2, h3");
      const link = heading && document.querySelector(`nav a[href="#${heading.id}"]`);
      const section = { element, item: link && link.parentElement, shown: 0 };
      sectionOf.set(element, section);
      return section;
    });
    rows = all("main tbody").map((element) => ({
      element,
      relations: list(element.dataset.relation),
      areas: list(element.dataset.area).map((place) => areas[place]),
      agencies: list(element.dataset.agency).map((place) => agencies[place]),
      minor: element.classList.contains("minor"),
      within: [".sheet", ".group", ".chapter"].map((name) => sectionOf.get(element.closest(name))),
      words: null,
    }));
  };

  const makeToggles = () => {
    toggles = all("#relations li").map((item) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...item.childNodes);
      item.append(button);
      const relation = item.dataset.relation;
      button.addEventListener("click", () => {
        if (!state.relations.delete(relation)) state.relations.add(relation);
        update();
      });
      return { button, relation, name: button.querySelector(".label").textContent };
    });
  };

  /* The address holds the state, and nothing that the page does not know. */
  const readState = () => {
    const text = location.hash.slice(1);
    const given = new URLSearchParams(text.includes("=") ? text : "at=" + text);
    const known = (name, values) => (values.includes(given.get(name)) ? given.get(name) : "");
    const relations = toggles.map((toggle) => toggle.relation);
    state = {
      relations: new Set(list(given.get("relation")).filter((name) => relations.includes(name))),
      area: known("area", valuesOf("area")),
      agency: known("agency", valuesOf("agency")),
      find: given.get("find") || "",
      all: given.has("all"),
      at: given.get("at") || "",
    };
  };

  const writeState = () => {
    const pairs = Object.entries({ ...state, relations: "", all: "" });
    const kept = new URLSearchParams(pairs.filter(([, value]) => value));
    if (state.relations.size) kept.set("relation", [...state.relations].join(" "));
    if (state.all) kept.set("all", "1");
    const url = location.pathname + location.search + (kept.size ? "#" + kept : "");
    history.replaceState(null, "", kept.size ? "#" + kept : url);
  };

  const fits = (row, find) =>
    (!state.relations.size || row.relations.some((name) => state.relations.has(name))) &&
    (!state.area || row.areas.includes(state.area)) &&
    (!state.agency || row.agencies.includes(state.agency)) &&
    (!find || (row.words ??= fold(textOf(row.element))).includes(find));

  const filter = () => {
    const find = fold(state.find).replace(/^ $/, "");
    const asked = (row) => state.all || !row.minor || state.relations.has(row.relations[0]);
    let shown = 0, kept = 0;
    for (const section of sections) section.shown = 0;
    for (const row of rows) {
      const fit = fits(row, find), visible = fit && asked(row);
      if (row.element.hidden === visible) row.element.hidden = !visible;
      if (fit && !visible) kept += 1;
      if (!visible) continue;
      shown += 1;
      for (const section of row.within) section.shown += 1;
    }
    return { shown, kept };
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const namesOfFilters = () => {
    const chosen = (name) => form.elements[name].selectedOptions[0].dataset.name;
    return [
      ...toggles.filter((t) => state.relations.has(t.relation)).map((t) => t.name),
      ...["area", "agency"].filter((name) => state[name]).map(chosen),
      ...(state.find.trim() ? [`“${state.find.trim()}”`] : []),
    ].join("; ");
  };

  const tell = ({ shown, kept }) => {
    for (const { element, item, shown: count } of sections) {
      element.hidden = !count;
      element.style.containIntrinsicBlockSize = `auto ${ROW_HEIGHT * count}rem`;
      if (!item) continue;
      item.hidden = !count;
      item.querySelector("span").textContent = count;
    }
    byId("nothing").hidden = shown > 0 || !rows.length;
    const status = byId("shown"), names = namesOfFilters();
    const sentences = [filled(status.dataset.shown, { shown, total: rows.length })];
    if (names) sentences.push(filled(status.dataset.filters, { names }));
    if (kept) sentences.push(filled(status.dataset.hidden, { count: kept }));
    status.textContent = sentences.join(" ");
  };

  const setControls = () => {
    for (const name of ["area", "agency", "find"]) {
      if (form.elements[name].value !== state[name]) form.elements[name].value = state[name];
    }
    form.elements.all.checked = state.all;
    for (const { button, relation } of toggles) {
      button.setAttribute("aria-pressed", state.relations.has(relation));
    }
  };

  const update = () => {
    setControls();
    tell(filter());
    clearTimeout(timer);
    timer = setTimeout(writeState, 200);
  };

  /* Goes to a heading or a change; one that is hidden is shown first. */
  const go = (id) => {
    const target = byId(id);
    if (!target) return;
    for (const marked of all(".here")) marked.classList.remove("here");
    const row = rows.find(({ element }) => element === target);
    if (row && target.hidden) {
      state = { relations: new Set(), area: "", agency: "", find: "", all: row.minor, at: id };
      update();
    }
    if (row) target.classList.add("here");
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    settle(target, 5);
  };

  /* Tables that come into sight take their real height, and push away what was scrolled to. */
  const settle = (target, frames) => {
    target.scrollIntoView();
    if (frames) requestAnimationFrame(() => settle(target, frames - 1));
  };

  const listen = () => {
    form.addEventListener("input", ({ target }) => {
      state[target.name] = target.type === "checkbox" ? target.checked : target.value;
      update();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      state = { relations: new Set(), area: "", agency: "", find: "", all: false, at: "" };
      update();
    });
    form.elements.print.addEventListener("click", () => window.print());
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      state.at = link.hash.slice(1);
      go(state.at);
      update();
    });
    window.addEventListener("hashchange", read);
  };

  const read = () => {
    readState();
    update();
    if (state.at) go(state.at);
  };

  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", () => {
    form = byId("filters");
    readRows();
    makeToggles();
    form.hidden = false;
    document.querySelector("nav details").open = !matchMedia("(max-width: 64rem)").matches;
    listen();
    read();
    root.classList.add("ready");
  });
})();
"""
