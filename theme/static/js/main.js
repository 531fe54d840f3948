// Improves pages that already work: each [data-module] names what is done with it.

const TEXT_SIZES = ["smaller", "", "large", "larger", "largest"];

/** The visitor's day as it stands in the data attributes, such as 2026-11-09. */
export function today() {
  const now = new Date();
  const two = (part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Text size, contrast and dark ground, kept for the next page. */
function startPreferences(controls) {
  const { dataset } = document.documentElement;
  const button = (name) => controls.querySelector(`[data-preference="${name}"]`);
  const wants = (query) => window.matchMedia(query).matches;
  const isDark = () =>
    dataset.theme ? dataset.theme === "dark" : wants("(prefers-color-scheme: dark)");
  const hasContrast = () =>
    dataset.contrast ? dataset.contrast === "more" : wants("(prefers-contrast: more)");

  function show() {
    const size = TEXT_SIZES.indexOf(dataset.textSize ?? "");
    button("smaller").setAttribute("aria-disabled", String(size <= 0));
    button("larger").setAttribute("aria-disabled", String(size === TEXT_SIZES.length - 1));
    button("contrast").setAttribute("aria-pressed", String(hasContrast()));
    button("theme").setAttribute("aria-pressed", String(isDark()));
  }

  function keep(name, value) {
    if (value) dataset[name] = value;
    else delete dataset[name];
    const { textSize, contrast, theme } = dataset;
    try {
      localStorage.setItem("preferences", JSON.stringify({ textSize, contrast, theme }));
    } catch {
      // storage may be closed: the choice then holds for this page
    }
    show();
  }

  function resize(step) {
    const at = TEXT_SIZES.indexOf(dataset.textSize ?? "") + step;
    if (at >= 0 && at < TEXT_SIZES.length) keep("textSize", TEXT_SIZES[at]);
  }

  const actions = {
    smaller: () => resize(-1),
    larger: () => resize(1),
    contrast: () => keep("contrast", hasContrast() ? "normal" : "more"),
    theme: () => keep("theme", isDark() ? "light" : "dark"),
  };
  controls.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-preference]");
    if (pressed) actions[pressed.dataset.preference]();
  });
  controls.hidden = false;
  show();
}

/** Brings a state of validity up to the visitor's day, by the changes that the page foretells. */
function status(element) {
  const { kind, changes } = element.dataset;
  const come = changes.split(";").map((change) => change.split("|"));
  const last = come.filter(([day]) => day <= today()).pop();
  if (!last) return;
  const [, now, label] = last;
  element.classList.replace(`status--${kind}`, `status--${now}`);
  element.dataset.kind = now;
  element.textContent = label;
}

/** Hides a notice after its last day, and the part of the page that held nothing else. */
function notice(element) {
  if (element.dataset.until >= today()) return;
  (element.closest("li") ?? element).hidden = true;
  const list = element.closest("ul");
  if (list && !list.querySelector(":scope > li:not([hidden])")) {
    (list.closest("section") ?? list).hidden = true;
  }
}

/** Says on the notice's own page that its time is over. */
function noticeOver(element) {
  element.hidden = element.dataset.until >= today();
}

/** Counts the days that are left for comments, from the visitor's day. */
function daysLeft(element) {
  const { until, one, many, last, over } = element.dataset;
  const left = Math.round((Date.parse(until) - Date.parse(today())) / 86400000);
  const words = left === 1 ? one : many;
  element.textContent = left < 0 ? over : left === 0 ? last : words.replace("{n}", left);
}

/** Opens a box where the window is wide enough for it to stand at the side. */
function openWide(element) {
  if (window.matchMedia("(min-width: 60rem)").matches) element.open = true;
}

/** Closes an open note when the visitor goes on elsewhere. */
function closeOutside(element) {
  document.addEventListener("click", (event) => {
    if (!element.contains(event.target)) element.open = false;
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    element.open = false;
    element.querySelector("summary").focus();
  });
}

const modules = {
  status,
  notice,
  "notice-over": noticeOver,
  "days-left": daysLeft,
  "open-wide": openWide,
  "close-outside": closeOutside,
};

document.querySelectorAll("[data-preferences]").forEach(startPreferences);
document.querySelectorAll("[data-module]").forEach((element) => {
  modules[element.dataset.module]?.(element);
});
// whoever types into a search box will need the engine on the next page
for (const box of document.querySelectorAll("[data-search] input")) {
  box.addEventListener("input", () => import("./search/searcher.js"), { once: true });
}
// only some pages speak of documents
if (document.querySelector(".state-now, .state-on-day, .citation-copy, .citation[title]")) {
  import("./documents.js");
}
// a site that keeps pages for times without connection says so; one that no longer does cleans up
const worker = new URL("../../../service-worker.js", import.meta.url).href;
if ("offline" in document.documentElement.dataset) {
  navigator.serviceWorker?.register(worker);
} else if (navigator.serviceWorker?.controller?.scriptURL === worker) {
  navigator.serviceWorker.ready.then((registration) => registration.unregister());
}
