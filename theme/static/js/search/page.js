// The search page: what is typed and chosen stands in the address, what it finds on the page.

const PAUSE = 200; // milliseconds without a key before a search
const REST = 1000; // and before the other language is searched
// all that the first search needs, to be fetched at once and not one after the other
const ENGINE =
  "results searcher english facets files hits lookup query ranking segment terms tokens".split(" ");

const root = document.querySelector("[data-search-page]");
const say = root.dataset;
const language = document.documentElement.lang;
const slot = (name) => root.querySelector(`[data-slot="${name}"]`);
const form = root.querySelector("[role=search]");
const box = form.elements.q;
const filters = slot("filters");
const order = root.querySelector("select");
const parts = [...root.querySelectorAll("[data-when]")];
const facets = [...root.querySelectorAll("[data-facet]")].map(({ dataset }) => dataset.facet);

let engine; // opened when it is first needed
let results; // the module that shows answers, loaded with it
let turns = 0;
let shown; // the query of the address that the page shows
let answer;
let isSettled = true; // what is typed next begins an entry of the history

/** What the address asks for; ``chosen`` are pairs of facet and value. */
function asked() {
  const given = new URLSearchParams(location.search);
  return {
    q: given.get("q") ?? "",
    chosen: [...given].filter(([name]) => facets.includes(name)),
    sort: given.get("sort") === "date" ? "date" : "relevance",
    page: Math.max(1, parseInt(given.get("page"), 10) || 1),
    literal: given.has("literal"),
  };
}

/** The address that asks for something else than this one, on the first page unless told. */
function addressOf(changes) {
  const before = "q" in changes ? { ...asked(), literal: false } : asked();
  const { q, chosen, sort, page, literal } = { ...before, page: 1, ...changes };
  const given = new URLSearchParams([["q", q], ...chosen]);
  if (sort === "date") given.set("sort", sort);
  if (page > 1) given.set("page", page);
  if (literal) given.set("literal", 1);
  return `${location.pathname}?${given}`;
}

/** Asks for something else, in a new entry of the history or in place of this one. */
function ask(changes, isNew = true) {
  const address = addressOf(changes);
  if (isNew) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

function show(name) {
  say.state = name;
  for (const part of parts) part.hidden = !part.dataset.when.split(" ").includes(name);
}

/** Words for a screen reader, once nothing has changed for a while. */
let speaking;
function announce(words, isTyping) {
  clearTimeout(speaking);
  speaking = setTimeout(() => (slot("status").textContent = words), isTyping ? 900 : 100);
}

/** The engine over the index of this site, and what shows its answers. */
async function opened() {
  const index = new URL(`${say.root}search/`, location.href).href;
  const manifest = fetch(`${index}manifest.json`, { cache: "no-cache" });
  manifest.catch(() => {}); // told where it is asked for
  const modules = await Promise.all(ENGINE.map((name) => import(`./${name}.js`)));
  const fetched = (address) => (address.endsWith("/manifest.json") ? manifest : fetch(address));
  results = modules[0];
  return modules[1].open(index, { fetch: fetched });
}

/** Finds and shows; the index is opened anew, once, where it has been replaced meanwhile. */
async function find({ q, chosen, page, ...options }, prefix, other = false, isAgain = false) {
  const filters = {};
  for (const [facet, value] of chosen) (filters[facet] ??= []).push(value);
  try {
    const searcher = await (engine ??= opened());
    const part = { limit: results.PER_PAGE, offset: (page - 1) * results.PER_PAGE };
    const more = { language, filters, prefix, other, facets: true };
    return await searcher.search(q, { ...options, ...part, ...more });
  } catch (fault) {
    engine = null;
    if (isAgain || fault.remedy || !navigator.onLine) throw fault;
    return find({ q, chosen, page, ...options }, prefix, other, true);
  }
}

/** Searches for what the address says, and shows it. */
async function run(isTyping = false) {
  const turn = (turns += 1);
  const wanted = asked();
  const waiting = setTimeout(() => (slot("busy").hidden = false), 300);
  shown = location.search;
  answer = null;
  root.setAttribute("aria-busy", true);
  try {
    const now = wanted.q.trim() ? await find(wanted, isTyping) : null;
    if (turn !== turns) return;
    answer = now;
    if (now) {
      results.render(wanted, now, addressOf);
      announce(slot("total").textContent, isTyping);
      setTimeout(findOther, isTyping ? REST : 0, turn, wanted, isTyping);
    }
    show(!now ? "idle" : now.total ? "found" : "none");
    follow(wanted);
  } catch (fault) {
    if (turn === turns) fail(fault);
  } finally {
    clearTimeout(waiting);
    if (turn === turns) {
      slot("busy").hidden = true;
      root.removeAttribute("aria-busy");
    }
  }
}

/** Adds what the other language has, which nobody should wait for. */
async function findOther(turn, wanted, isTyping) {
  if (turn !== turns || wanted.page > 1) return;
  const more = await find(wanted, isTyping, true).catch(() => null);
  if (more && turn === turns) results.renderOther(wanted, more);
}

function fail(fault) {
  console.error(fault.remedy ?? fault);
  show(fault.remedy ? "outdated" : navigator.onLine ? "failed" : "offline");
  announce(root.querySelector(".search__fault:not([hidden]) p").textContent);
}

/** The controls, the title and the ways to the other language follow the address. */
function follow({ q, sort }) {
  if (document.activeElement !== box) box.value = q;
  order.value = sort;
  document.title = document.title.replace(/^(.* \| )?/, q && `${q} | `);
  for (const link of [document.querySelector(".language-switch a"), slot("other-all")]) {
    link.search = q && `?${new URLSearchParams({ q })}`;
  }
}

/** Goes to the one document whose number is all that was typed, marks and strokes aside. */
function goStraight(query, how) {
  const bare = (text) =>
    text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase().replace(/đ/g, "d");
  const [hit, second] = answer?.hits.filter(({ exact }) => exact) ?? [];
  if (hit && !second && bare(hit.number) === bare(query)) location[how](say.root + hit.url);
}

// links that only change the question are followed without loading the page again
root.addEventListener("click", async (event) => {
  const { target } = event;
  if (target.dataset.again && !navigator.onLine) run();
  else if (target.dataset.again) location.reload();
  const link = target.closest("a");
  const isElsewhere = !link?.search || link.pathname !== location.pathname;
  if (isElsewhere || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  isSettled = true;
  box.value = asked().q;
  await run();
  scrollTo(0, 0);
  slot("total").focus({ preventScroll: true });
});

let pausing;
function typed() {
  const { q } = asked();
  if (box.value === q) return;
  ask({ q: box.value }, isSettled && q);
  isSettled = false;
}
box.addEventListener("input", () => {
  clearTimeout(pausing);
  pausing = setTimeout(() => {
    typed();
    run(true);
  }, PAUSE);
});
box.addEventListener("change", () => (isSettled = true));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(pausing);
  typed();
  isSettled = true;
  await run();
  goStraight(box.value, "assign");
});
order.addEventListener("change", () => {
  ask({ sort: order.value });
  run();
});
filters.addEventListener("change", () => {
  const ticked = [...filters.querySelectorAll(":checked")];
  ask({ chosen: ticked.map(({ name, value }) => [name, value]) });
  run();
});

// arrows lead from the box through the results and back
root.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [box, ...root.querySelectorAll(".hit__link")];
  const at = stops.indexOf(event.target);
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
});

// the list is made after the browser would have gone back to where the visitor was
history.scrollRestoration = "manual";
let scrolling;
addEventListener("scroll", () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(() => history.replaceState({ y: scrollY }, ""), 250);
});
addEventListener("popstate", async ({ state }) => {
  if (location.search === shown) return;
  clearTimeout(scrolling);
  box.value = asked().q;
  await run();
  scrollTo(0, state?.y ?? 0);
});
addEventListener("online", () => say.state === "offline" && run());

// a number that was typed on another page leads on to its document
const isSent = location.hash === "#go";
const { y } = history.state ?? {};
if (isSent) history.replaceState(null, "", location.pathname + location.search);
box.value = asked().q || box.value;
await run();
if (isSent) goStraight(box.value, "replace");
if (y) scrollTo(0, y);
