"use strict";
(() => {
  const root = document.documentElement;
  const get = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const say = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const rows = document.querySelector(".rows");
  const filters = document.querySelector(".filters");
  const words = document.body.dataset;
  if (!filters) return;
  for (const element of all(".tools, .filters")) element.hidden = false;

  // --- what the view shows

  const side_by_side = () => getComputedStyle(rows.querySelector(".column-heads")).display !== "none";

  // The parts of a row that are shown. Asking the browser of each is slow where rows are folded away.
  function parts(row, side) {
    const [old, now, both] = ["old", "new", "both"].map(name => row.querySelector(`:scope > .${name}`));
    if (!side) return [both ?? now ?? old].filter(Boolean);
    const halves = [old, now].filter(Boolean);
    return halves.length ? halves : [both].filter(Boolean);
  }

  // --- going to a place

  function open(element) {
    for (let at = element; at; at = at.parentElement) if (at.matches("details")) at.open = true;
  }

  function go(element, {focus = true} = {}) {
    open(element);
    if (focus) {
      element.tabIndex = -1;
      element.focus({preventScroll: true});
    }
    const tall = element.getBoundingClientRect().height > innerHeight * 0.6;
    element.scrollIntoView({block: tall ? "start" : "center"});
  }

  function mark(elements) {
    for (const one of all(".here")) one.classList.remove("here");
    for (const one of elements) one.classList.add("here");
  }

  // A link names a place, or a fact; what hides it gives way.
  function arrive() {
    const target = location.hash && get(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".fact") && (target.hidden || target.closest("[hidden]"))) reset();
    go(target);
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const target = get(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    const fact = link.dataset.fact;
    // The browser goes to the place first; then to the very words, in the view that is shown.
    setTimeout(() => {
      arrive();
      if (!fact) return;
      const places = all(`[data-f~="${fact}"]`, target).filter(one => one.checkVisibility());
      const exact = places.filter(one => !places.some(other => other !== one && one.contains(other)));
      mark(exact);
      if (exact.length) go(exact[0].closest("tr") ?? target);
    });
  });
  addEventListener("hashchange", arrive);

  // --- filters

  const facts = all(".fact").map(element => ({
    element,
    group: element.closest(".group").dataset.group,
    clause: element.dataset.clause,
    parties: element.dataset.parties.split(" "),
    text: element.textContent.toLocaleLowerCase(),
  }));

  function filter() {
    const chosen = new FormData(filters);
    const [group, clause, party] = ["group", "clause", "party"].map(name => chosen.get(name) ?? "");
    const wanted = get("_search").value.trim().toLocaleLowerCase();
    let count = 0;
    for (const fact of facts) {
      const fits = (!group || fact.group === group) && (!clause || fact.clause === clause)
        && (!party || fact.parties.includes(party)) && fact.text.includes(wanted);
      fact.element.hidden = !fits;
      count += fits;
    }
    for (const section of all(".group")) {
      const shown = all(".fact:not([hidden])", section).length;
      section.hidden = !shown;
      section.querySelector(".count").textContent = shown;
      const fold = section.querySelector(".minor-facts");
      if (fold && (group || wanted) && !section.hidden) fold.open = true;
    }
    const some = Boolean(group || clause || party || wanted);
    filters.querySelector("[type=reset]").hidden = !some;
    get("_shown").textContent = some ? say(words.shown, {shown: count, count: facts.length}) : "";
    document.querySelector(".nothing").hidden = count > 0;
    return count;
  }

  // The event does it, as it does where the button is pressed.
  const reset = () => filters.reset();
  filters.addEventListener("change", filter);
  filters.addEventListener("reset", event => { event.preventDefault(); for (const one of filters.elements) {
    if (one.type === "radio") one.checked = one.value === "";
    else if (one.tagName === "SELECT") one.value = "";
  } get("_search").value = ""; search(); });

  // --- search

  let hits = [];
  let hit = -1;

  // The words of an element, and where in which of its texts each character stands.
  function* found(element, wanted) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest(".vh, .sign") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    let whole = "";
    while (walker.nextNode()) {
      texts.push([whole.length, walker.currentNode]);
      whole += walker.currentNode.data;
    }
    const folded = [...whole].map(one => one.toLocaleLowerCase().length === one.length ? one.toLocaleLowerCase() : one).join("");
    const place = at => {
      const [start, node] = texts.findLast(([start]) => start <= at);
      return [node, at - start];
    };
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(...place(at));
      const [node, last] = place(at + wanted.length - 1);
      range.setEnd(node, last + 1);
      yield range;
    }
  }

  function search() {
    const wanted = get("_search").value.trim().toLocaleLowerCase();
    const count = filter();
    hits = [];
    hit = -1;
    if (wanted.length > 1) {
      const side = side_by_side();
      const blocks = all(".row", rows).flatMap(row => parts(row, side))
        .flatMap(block => block.querySelector("td, th") ? all("td, th", block) : [block]);
      hits = blocks.flatMap(block => [...found(block, wanted)]);
    }
    show_hits();
    get("_found").textContent = wanted.length > 1 ? say(words.found, {facts: count, places: hits.length}) : "";
  }

  function show_hits() {
    if (!window.CSS?.highlights) return;
    CSS.highlights.set("found", new Highlight(...hits));
    CSS.highlights.set("found-here", new Highlight(...hits.slice(hit, hit + 1).filter(() => hit >= 0)));
  }

  function next_hit(by) {
    if (!hits.length) return;
    hit = (hit + by + hits.length) % hits.length;
    if (hit < 0) hit = 0;
    const element = hits[hit].startContainer.parentElement;
    open(element);
    element.scrollIntoView({block: "center"});
    show_hits();
    const count = all(".fact:not([hidden])").length;
    get("_found").textContent = say(words.foundHere, {facts: count, at: hit + 1, places: hits.length});
  }
  get("_search").addEventListener("input", search);
  get("_search").addEventListener("keydown", event => {
    if (event.key === "Enter") { event.preventDefault(); next_hit(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape") { get("_search").value = ""; search(); get("_search").blur(); }
  });
  document.querySelector(".search").addEventListener("submit", event => event.preventDefault());

  // --- from change to change

  let current = null;

  function stops() {
    const without_minor = get("_minor") && !get("_minor").checked;
    const side = side_by_side();
    return all("[data-stop]", rows).filter(row => !(without_minor && row.matches(".minor"))).flatMap(row => {
      const block = row.matches(".table-row.changed") && parts(row, side)[0];
      const lines = block ? all("tr.changed, tr.inserted, tr.deleted, tr.left, tr.came", block) : [];
      return lines.length ? lines : [row];
    });
  }

  function step(by) {
    const places = stops();
    if (!places.length) return;
    let at = places.indexOf(current);
    if (at < 0) {
      // From where one reads.
      const below = places.findIndex(place => place.getBoundingClientRect().top > 90);
      at = by > 0 ? (below < 0 ? places.length - 1 : below) : (below < 0 ? places.length : below) - 1;
    } else at += by;
    at = Math.min(Math.max(at, 0), places.length - 1);
    current = places[at];
    mark([current]);
    go(current);
    get("_position").textContent = say(words.position, {at: at + 1, count: places.length});
  }
  get("_next").addEventListener("click", () => step(1));
  get("_previous").addEventListener("click", () => step(-1));
  addEventListener("wheel", () => { current = null; }, {passive: true});
  addEventListener("touchmove", () => { current = null; }, {passive: true});

  // --- views

  function view(id) {
    const reading = all(".row", rows).find(row => row.getBoundingClientRect().bottom > 90);
    get(id).checked = true;
    changed_view();
    if (reading && scrollY > rows.offsetTop) reading.scrollIntoView();
  }

  function changed_view() {
    current = null;
    search();
    draw();
  }
  for (const one of all(".views input")) one.addEventListener("change", changed_view);

  // --- moves

  function draw() {
    rows.querySelector(".moves")?.remove();
    if (!side_by_side()) return;
    const svg_element = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const svg = svg_element("svg", {class: "moves", "aria-hidden": "true"});
    const marker = svg_element("marker", {id: "_arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto"});
    marker.append(svg_element("path", {d: "M0 0 8 4 0 8z"}));
    svg.append(marker);
    const zero = rows.getBoundingClientRect();
    const [left, right] = all(".column-heads span", rows).map(head => head.getBoundingClientRect());
    const blocks = all("[data-other]", rows).map(row => [
      row.querySelector(":scope > .old, :scope > .both"),
      get(row.dataset.other)?.querySelector(":scope > .new, :scope > .both"),
    ]);
    const lines = all("tr.left[data-move]", rows).map(row => [
      row,
      all("tr.came", row.closest("table")).find(other => other.dataset.move === row.dataset.move),
    ]);
    [...blocks, ...lines].forEach(([one, other], number) => {
      const [from, to] = [one, other].map(place => place?.getBoundingClientRect());
      if (!from?.height || !to?.height) return;
      // Between the columns of the text, or along the line between the halves of a table.
      const border = other.matches("tr") && other.querySelector(".first")?.getBoundingClientRect().left;
      const [start, end] = border ? [border - 8, border + 9] : [left.right + 2, right.left - 4];
      const [x1, y1] = [start - zero.left, from.top - zero.top + from.height / 2];
      const [x2, y2] = [end - zero.left, to.top - zero.top + to.height / 2];
      const middle = border ? x1 + 4 : (x1 + x2) / 2 + (number % 5 - 2) * 4;
      const bend = Math.sign(y2 - y1) * Math.min(12, Math.abs(y2 - y1) / 2);
      svg.append(svg_element("path", {
        "marker-end": "url(#_arrow)",
        d: `M${x1} ${y1}Q${middle} ${y1} ${middle} ${y1 + bend}V${y2 - bend}Q${middle} ${y2} ${x2} ${y2}`,
      }));
    });
    rows.append(svg);
  }
  new ResizeObserver(draw).observe(rows);

  // --- keys

  const help = get("_help");
  const keys = {
    n: () => step(1),
    p: () => step(-1),
    i: () => view("_inline"),
    s: () => view("_side"),
    "/": () => get("_search").focus(),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input[type=search], select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (!get("_shortcuts").checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  get("_help_button").addEventListener("click", () => help.showModal());
  get("_close").addEventListener("click", () => help.close());

  // --- paper: no fact is missing there, and no place of one

  addEventListener("beforeprint", () => { for (const one of all(".minor-facts, .places, details.versions")) one.open = true; });

  arrive();
})();
