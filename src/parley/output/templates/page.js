(function () {
  "use strict";
  function reveal() {
    var found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!found) return;
    for (var e = found; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    var own = found.querySelector(":scope > details.evidence");
    if (own) own.open = true;
    found.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("#account details:not([open])"));
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
  });
})();
