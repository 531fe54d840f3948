// Applies what the visitor chose before the page is drawn, opens the menu on a phone, and leads
// the search box, which without script leads to the register, to the search page.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("preferences")) || {};
  } catch (refused) {
    // storage may be closed or damaged: the page looks as it was built
  }
  if (kept.textSize) root.dataset.textSize = kept.textSize;
  if (kept.contrast) root.dataset.contrast = kept.contrast;
  if (kept.theme) root.dataset.theme = kept.theme;
  root.dataset.script = "on";

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-toggle]");
    if (!button) return;
    var open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.dataset.toggle).toggleAttribute("data-open", open);
  });
  document.addEventListener("submit", function (event) {
    var search = event.target.dataset.search;
    if (search) event.target.action = search;
  });
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-toggle]").forEach(function (button) {
      button.hidden = false;
    });
  });
})();
