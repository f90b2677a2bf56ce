"use strict";

// The server says by number that there is something newer. Then this page is fetched again, and what
// differs is put in place of what is there, so that the reader's place is kept.

const root = document.documentElement;
const parts = ["bar", "tabs", "findings"];

// What is parsed is under the policy of the window that parses it: a document styles itself, this page may not.
async function parsed(address, view) {
  const answer = await fetch(address, { cache: "no-store" });
  return answer.ok ? new view.DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

async function refresh() {
  const fresh = await parsed(location.pathname, window);
  if (!fresh) return location.reload();
  const change = await refreshSheet(fresh);
  for (const part of parts) refreshPart(part, fresh);
  document.title = fresh.title;
  document.querySelector("main").className = fresh.querySelector("main").className;
  offer(change);
  root.dataset.number = fresh.documentElement.dataset.number;
}

function refreshPart(id, fresh) {
  const now = document.getElementById(id);
  const next = fresh.getElementById(id);
  if (!now || !next) {
    // Tabs come and go with the number of documents.
    now?.remove();
    if (next) document.getElementById("bar").after(document.adoptNode(next));
    return;
  }
  for (const details of now.querySelectorAll("details")) {
    const nextDetails = next.querySelector(`details[data-kind="${details.dataset.kind}"]`);
    if (nextDetails) nextDetails.open = details.open;
  }
  const [left, top] = [now.scrollLeft, now.scrollTop];
  now.replaceWith(document.adoptNode(next));
  next.scrollTo(left, top);
}

// --- the document ---

async function refreshSheet(fresh) {
  const now = document.getElementById("sheet");
  const next = fresh.getElementById("sheet");
  if (!now || !next || now.getAttribute("src") !== next.getAttribute("src")) {
    document.querySelector("main").replaceChildren(...fresh.querySelector("main").childNodes);
    prepare();
    return null;
  }
  if (now.dataset.number === next.dataset.number) return null;
  const sheet = await parsed(next.getAttribute("src"), now.contentWindow);
  if (!sheet) return null;
  const change = replaced(now.contentDocument, sheet);
  now.dataset.number = next.dataset.number;
  now.title = next.title;
  return change;
}

// Puts the words of `fresh` into the document that is shown; gives the first block that is another.
function replaced(shown, fresh) {
  const before = new Map(Array.from(shown.querySelectorAll("[id]"), (block) => [block.id, block.outerHTML]));
  const [y, places] = [shown.defaultView.scrollY, placesIn(shown)];
  const style = fresh.querySelector("style");
  if (shown.querySelector("style").textContent !== style.textContent)
    shown.querySelector("style").replaceWith(style);
  shown.title = fresh.title;
  shown.documentElement.lang = fresh.documentElement.lang;
  shown.body.replaceWith(fresh.body);
  openElsewhere(shown);
  keep(shown, y, places, before);
  const changed = Array.from(shown.querySelectorAll("[id]")).filter((block) => before.get(block.id) !== block.outerHTML);
  const innermost = changed.filter((block) => !changed.some((other) => other !== block && block.contains(other)));
  for (const block of innermost)
    block.animate([{ backgroundColor: "#ffe9a8" }, { backgroundColor: "transparent" }], { duration: 2000, easing: "ease-in" });
  return innermost[0] ?? null;
}

// How far down the screen each block begins that is not above it; none at the top, where one stays.
function placesIn(shown) {
  if (shown.defaultView.scrollY === 0) return [];
  const places = Array.from(shown.querySelectorAll("[id]"), (block) => [block.id, block.getBoundingClientRect().top]);
  return places.filter(([, top]) => top >= 0);
}

// Brings the first of these blocks that is the same as before to where it was. Paragraphs are numbered,
// so that one of the same id may be another.
function keep(shown, y, places, before) {
  const view = shown.defaultView;
  view.scrollTo({ top: y, behavior: "instant" });
  const blockOf = ([id]) => shown.getElementById(id);
  const place = places.find((place) => blockOf(place)?.outerHTML === before.get(place[0]));
  if (place) view.scrollBy({ top: blockOf(place).getBoundingClientRect().top - place[1], behavior: "instant" });
}

// A button leads to what has changed where that is out of sight.
function offer(block) {
  const button = document.getElementById("change");
  if (!button || !block) return;
  const box = block.getBoundingClientRect();
  button.hidden = box.bottom > 0 && box.top < block.ownerDocument.defaultView.innerHeight;
  button.onclick = () => {
    block.scrollIntoView({ block: "center" });
    button.hidden = true;
  };
}

// Links to other places open beside this page, and learn nothing of its address.
function openElsewhere(shown) {
  for (const link of shown.querySelectorAll('a[href]:not([href^="#"])')) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

function prepare() {
  document.querySelector("#tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const sheet = document.getElementById("sheet");
  sheet?.addEventListener("load", () => openElsewhere(sheet.contentDocument));
}

// --- what the server tells ---

let refreshing = Promise.resolve();
const events = new EventSource(root.dataset.events);
events.onopen = () => { document.getElementById("stopped").hidden = true; };
events.onerror = () => { document.getElementById("stopped").hidden = false; };
events.onmessage = (event) => {
  refreshing = refreshing.then(() => (event.data === root.dataset.number ? null : refresh())).catch(console.error);
};
addEventListener("pagehide", () => events.close());
prepare();
