// What an answer looks like on the search page: results, filters with counts, pages, ways on.

export const PER_PAGE = 10;

const root = document.querySelector("[data-search-page]");
const say = root.dataset;
const language = document.documentElement.lang;
const { format } = new Intl.NumberFormat(language);
const plural = new Intl.PluralRules(language);
const nameOf = new Intl.DisplayNames(language, { type: "language" });
const slot = (name, within = root) => within.querySelector(`[data-slot="${name}"]`);
const template = (name) => root.querySelector(`[data-template="${name}"]`).content;
const copyOf = (name) => template(name).firstElementChild.cloneNode(true);
const said = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name]);
const counted = (name, n, values) => {
  const words = say[name + (plural.select(n) === "one" ? "One" : "Other")];
  return said(words, { n: format(n), ...values });
};
const labels = {}; // of every value of a facet that was seen
for (const code of ["vi", "en"]) labels[`language ${code}`] = nameOf.of(code);
const labelOf = ([facet, value]) => labels[`${facet} ${value}`] ?? value;

let addressOf; // where a change of what was asked leads

/** Shows an answer to what was asked; links lead to `addresses(changes)`. */
export function render(wanted, answer, addresses) {
  addressOf = addresses;
  for (const [facet, values] of Object.entries(answer.facets)) {
    for (const { value, label } of values) labels[`${facet} ${value}`] = label;
  }
  fillHead(wanted, answer);
  fillChosen(wanted.chosen);
  fillFacets(wanted.chosen, answer);
  const isExact = (hit) => wanted.page === 1 && hit.exact;
  fill("exact", answer.hits.filter(isExact));
  fill("hits", answer.hits.filter((hit) => !isExact(hit)));
  fill("other", []);
  fillPager(wanted.page, Math.ceil(answer.total / PER_PAGE));
  fillTips(wanted, answer.suggestions);
}

/** Shows what the other language has, apart from the results, and both languages as a facet. */
export function renderOther({ chosen }, { total, other }) {
  if (!other) return;
  fill("other", other.hits);
  const counts = Object.entries({ [language]: total, [other.language]: other.total });
  const block = root.querySelector("[data-facet=language]");
  fillFacet(block, chosen, counts.map(([value, count]) => ({ value, count })));
}

/** A link that changes something of what was asked. */
function lead(link, changes, words) {
  link.href = addressOf(changes);
  if (words) link.textContent = words;
  return link;
}

/** A part of the page with such a link, where it is of use. */
function offer(name, isUseful, changes, link = slot(name).firstElementChild) {
  slot(name).hidden = !isUseful;
  lead(link, changes);
}

/** How many results there are, and for what, where that is not what was typed. */
function fillHead({ q }, { total, showing }) {
  const query = showing?.text ?? q;
  slot("total").textContent = total ? counted("total", total, { query }) : said(say.none, { query });
  offer("showing", showing, { q: showing?.instead, literal: true }, slot("instead"));
  slot("shown").textContent = query;
  slot("instead").textContent = showing?.instead;
}

function fillPager(page, pages) {
  slot("pager").hidden = pages < 2;
  slot("place").textContent = said(say.page, { n: format(page), total: format(pages) });
  offer("previous", page > 1, { page: page - 1 });
  offer("next", page < pages, { page: page + 1 });
}

/** Ways on where nothing was found. */
function fillTips({ q, chosen }, suggestions) {
  const bare = q.replace(/["“”]/g, "");
  offer("without-filters", chosen.length, { chosen: [] });
  offer("without-quotes", bare !== q, { q: bare });
  slot("suggested").hidden = !suggestions.length;
  const links = suggestions.map((text) => lead(document.createElement("a"), { q: text }, text));
  slot("suggestions").replaceChildren(...links.flatMap((link) => [link, " "]));
}

/** A list of results in its part of the page, which goes where there are none. */
function fill(name, hits) {
  slot(name).hidden = !hits.length;
  slot(name).querySelector("ol").replaceChildren(...hits.map(row));
}

/** The values that are chosen, each to be taken away. */
function fillChosen(chosen) {
  const items = chosen.map((pair) => {
    const item = copyOf("chosen");
    const rest = chosen.filter((each) => each !== pair);
    const link = lead(item.firstElementChild, { chosen: rest }, labelOf(pair));
    link.setAttribute("aria-label", said(say.remove, { filter: labelOf(pair) }));
    return item;
  });
  slot("chosen").hidden = !items.length;
  slot("chosen").replaceChildren(...items);
  slot("chosen-count").textContent = items.length ? format(items.length) : "";
}

/** The values of every facet with their counts; the focus stays on the value that has it. */
function fillFacets(chosen, { facets, total }) {
  const { name, value } = document.activeElement;
  const [, only] = chosen.find(([facet]) => facet === "language") ?? [];
  const values = { ...(only && { language: [{ value: only, count: total }] }), ...facets };
  for (const block of root.querySelectorAll("[data-facet]")) {
    fillFacet(block, chosen, values[block.dataset.facet] ?? []);
  }
  const inputs = [...slot("filters").querySelectorAll("input")];
  inputs.find((each) => each.name === name && each.value === value)?.focus({ preventScroll: true });
}

/** The values of one facet; one that is chosen stays though nothing has it any more. */
function fillFacet(block, chosen, values) {
  const { facet } = block.dataset;
  const own = chosen.filter(([name]) => name === facet).map(([, value]) => value);
  const gone = own.filter((value) => !values.some((each) => each.value === value));
  const every = [...values, ...gone.map((value) => ({ value, count: 0 }))];
  const items = every.map(({ value, count }) => {
    const item = copyOf("value");
    const checked = own.includes(value);
    Object.assign(item.querySelector("input"), { name: facet, value, checked });
    slot("label", item).textContent = labelOf([facet, value]);
    slot("count", item).textContent = format(count);
    return item;
  });
  block.hidden = items.length < 2 && !own.length;
  block.querySelector("ul").replaceChildren(...items);
}

/** One result as a row of the list. */
function row(hit) {
  const item = copyOf("hit");
  const set = (name, ...content) => {
    const part = slot(name, item);
    if (content.some(Boolean)) part.append(...content);
    else part.remove();
    return part;
  };
  const state = hit.status && template("states").querySelector(`[data-state="${hit.status}"]`);
  slot("link", item).href = say.root + hit.url;
  set("number", hit.number);
  set("date", hit.date && inWords(hit.date)).dateTime = hit.date;
  set("state", state && state.firstElementChild.cloneNode(true));
  set("more", hit.more && counted("more", hit.more));
  const own = [set("title", hit.title), set("kind", hit.type), set("excerpt", ...hit.excerpt.map(piece))];
  if (hit.language !== language) for (const part of own) part.lang = hit.language;
  return item;
}

function piece({ text, mark }) {
  return mark ? Object.assign(document.createElement("mark"), { textContent: text }) : text;
}

/** 2026-11-09 as the page writes days: 09/11/2026 or 9 November 2026. */
function inWords(day) {
  if (language !== "en") return day.split("-").reverse().join("/");
  return new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}
