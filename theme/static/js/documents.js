// What the page of a document offers beyond its text: its state on any day, and citations to copy;
// and on every page a card of each document that is cited.

import { today } from "./main.js";

const isEnglish = document.documentElement.lang === "en";

/** An element of a class with what it holds. */
function made(name, className, ...content) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

/** A template such as "On {day}:" with its places filled in. */
function said(template, values) {
  return template.replace(/{(\w+)}/g, (_, name) => values[name]);
}

/** 2026-11-09 as the page writes days: 09/11/2026 or 9 November 2026. */
function inWords(day) {
  const [year, month, date] = day.split("-");
  if (!isEnglish) return `${date}/${month}/${year}`;
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(day));
}

/** The states in a list, each of which holds from its day on. */
function statesIn(list) {
  const entries = [...list.querySelectorAll(".state-history__entry")];
  const startOf = (entry) => entry.dataset.from ?? "";
  return {
    entries,
    on: (day) => entries.filter((entry) => startOf(entry) <= day).pop(),
    isFirst: (entry) => !startOf(entry),
  };
}

const copyOf = (entry, part) => entry.querySelector(part).cloneNode(true);
const inFull = (entry) => [copyOf(entry, ".status"), " ", copyOf(entry, ".state-cause")];

/** Brings the head of the page, and the mark in the list, up to the visitor's day. */
function followTheDay(head) {
  const list = document.querySelector(".state-history");
  if (!list) return;
  const { entries, on } = statesIn(list);
  const entry = on(today());
  if (!entry || entry.hasAttribute("aria-current")) return;
  for (const other of entries) other.removeAttribute("aria-current");
  entry.setAttribute("aria-current", "true");
  head.querySelector(".state-now__state").replaceChildren(...inFull(entry));
  showNext(head, entries[entries.indexOf(entry) + 1]);
  markInPicture(list, entries.indexOf(entry));
}

function showNext(head, entry) {
  head.querySelector(".state-now__next").hidden = !entry;
  if (!entry) return;
  const state = made("strong", "", entry.querySelector(".status").textContent);
  head
    .querySelector(".state-now__coming")
    .replaceChildren(state, " ", copyOf(entry, ".state-cause"));
}

function markInPicture(list, place) {
  const span = list.querySelectorAll(".state-timeline__span")[place];
  const { x, width } = span.getBBox();
  const at = Math.floor(x + width / 2) - 6;
  list.querySelector(".state-timeline__now")?.setAttribute("d", `M${at} 0h12l-6 8z`);
}

/** Tells the state on a day that is asked for, here or in the address: ?ngay=2020-01-01, ?day=… */
function stateOnDay(asking) {
  const input = asking.querySelector("input");
  const told = asking.querySelector("[role=status]");
  const name = isEnglish ? "day" : "ngay";
  const states = statesIn(asking.parentElement);

  function answer(day) {
    const entry = states.on(day);
    const { issued, unissued, unknown } = asking.dataset;
    const isBefore = issued && day < issued && (!entry || states.isFirst(entry));
    const parts = entry && !isBefore ? inFull(entry) : [isBefore ? unissued : unknown];
    told.replaceChildren(said(asking.dataset.day, { day: inWords(day) }), " ", ...parts);
  }

  function keep(day) {
    const address = new URL(location.href);
    for (const each of ["ngay", "day"]) address.searchParams.delete(each);
    if (day) address.searchParams.set(name, day);
    history.replaceState(null, "", address);
  }

  function asked() {
    const from = (words) => new URLSearchParams(words);
    const [query, hash] = [from(location.search), from(location.hash.slice(1))];
    return query.get("ngay") ?? query.get("day") ?? hash.get("ngay") ?? hash.get("day");
  }

  input.addEventListener("change", () => {
    const day = input.validity.valid ? input.value : "";
    if (day) answer(day);
    else told.replaceChildren();
    keep(day);
  });
  asking.querySelector("button").addEventListener("click", () => {
    input.value = today();
    answer(input.value);
    keep("");
  });
  asking.hidden = false;
  input.value = asked() ?? "";
  if (input.value && input.validity.valid) answer(input.value);
  else input.value = today();
}

/** Puts text on the clipboard; false where the browser keeps it closed. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A part of the text in words, the smallest unit first, from its anchor and the headings above it. */
function unitsInWords(anchor, { clause, point }) {
  const [, above, clauseNumber, pointSign] = anchor.match(
    /^(.*?)(?:-khoan-(\w+))?(?:-diem-(\w+))?$/,
  );
  const spelled = (template, sign) => said(template, { n: sign.replace("dd", "đ") });
  return [
    ...(pointSign ? [spelled(point, pointSign)] : []),
    ...(clauseNumber ? [spelled(clause, clauseNumber)] : []),
    ...headingsOf(above),
  ];
}

/** What a heading is called, then those that its anchor names before it: a section's chapter. */
function headingsOf(anchor) {
  const ends = [...anchor.matchAll(/-(?=[a-z][a-z-]*-\d)/g)].map(({ index }) => index);
  const anchors = [anchor, ...ends.reverse().map((end) => anchor.slice(0, end))];
  return anchors
    .map((each) => document.getElementById(each)?.querySelector(".permalink"))
    .filter(Boolean)
    .map((link) => link.getAttribute("aria-label"));
}

/** Copies how the document is cited; and, below a heading that is pointed at, each part of it. */
function citationCopy(control) {
  const { citation, joined } = control.dataset;
  const button = control.querySelector("button");
  const told = control.querySelector("[role=status]");
  const tools = made("p", "part-tools");

  const unitsOf = (anchor) => unitsInWords(anchor, control.dataset);

  async function copy(anchor, pressed) {
    const part = anchor && unitsOf(anchor).join(isEnglish ? ", " : " ");
    const words = part ? said(joined, { part, document: citation }) : citation;
    const done = await copied(words);
    told.textContent = said(done ? control.dataset.copied : control.dataset.failed, { words });
    document.querySelector("[data-pressed]")?.removeAttribute("data-pressed");
    if (done) pressed.dataset.pressed = "";
    else getSelection().selectAllChildren(told);
  }

  function buttonFor(anchor) {
    const one = made("button", "quiet-button", unitsOf(anchor)[0]);
    one.type = "button";
    one.addEventListener("click", () => copy(anchor, one));
    return one;
  }

  function offer() {
    tools.remove();
    const target = document.querySelector(".prose--legal :target");
    if (!target || !unitsOf(target.id).length) return;
    const clauses = document.querySelectorAll(`.prose--legal [id^="${target.id}-khoan-"].clause`);
    const label = made("span", "part-tools__label", `${button.textContent}:`);
    const buttons = [target, ...clauses].map(({ id }) => buttonFor(id));
    tools.replaceChildren(label, ...buttons);
    target.after(tools);
  }

  button.addEventListener("click", () => copy("", button));
  control.hidden = false;
  window.addEventListener("hashchange", offer);
  offer();
}

/** Shows what a citation leads to while it is pointed at or has the focus (WCAG 1.4.13). */
function citationCards() {
  const card = made("div", "citation-card");
  Object.assign(card, { id: "citation_card", role: "tooltip", hidden: true });
  let shown = null;
  let waiting = 0;

  function show(link) {
    clearTimeout(waiting);
    if (shown === link) return;
    hide();
    shown = link;
    const { title, status, kind, changes = "" } = link.dataset;
    const come = changes.split(";").map((change) => change.split("|"));
    const last = come.filter(([day]) => day && day <= today()).pop();
    const [, now, label] = last ?? ["", kind, status];
    const state = label ? [made("span", `status status--${now}`, label)] : [];
    card.replaceChildren(made("span", "citation-card__title", title), ...state);
    document.querySelector("main").append(card);
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", card.id);
  }

  function place(link) {
    const box = link.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - card.offsetWidth - 8;
    const isLow = box.bottom + card.offsetHeight > innerHeight && box.top > card.offsetHeight;
    card.style.left = `${Math.max(8, Math.min(box.left, edge)) + scrollX}px`;
    card.style.top = `${(isLow ? box.top - card.offsetHeight : box.bottom) + scrollY}px`;
  }

  function hide() {
    clearTimeout(waiting);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  function hideSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => shown === document.activeElement || hide(), 300);
  }

  for (const link of document.querySelectorAll(".citation[title]")) {
    link.dataset.title = link.title;
    link.removeAttribute("title");
    link.addEventListener("mouseenter", () => show(link));
    link.addEventListener("focus", () => show(link));
    link.addEventListener("mouseleave", hideSoon);
    link.addEventListener("blur", hideSoon);
  }
  card.addEventListener("mouseenter", () => clearTimeout(waiting));
  card.addEventListener("mouseleave", hideSoon);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}

document.querySelectorAll(".item-head .state-now").forEach(followTheDay);
document.querySelectorAll(".state-on-day").forEach(stateOnDay);
document.querySelectorAll(".citation-copy").forEach(citationCopy);
citationCards();
