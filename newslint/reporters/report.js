"use strict";
const form = document.getElementById("filter");
const shown = document.getElementById("shown");
const rows = Array.from(document.querySelectorAll("tr[data-rule]"));

function filter() {
  const rule = form.elements.rule.value;
  const severity = form.elements.severity.value;
  let count = 0;
  for (const row of rows) {
    row.hidden =
      (rule !== "" && row.dataset.rule !== rule) ||
      (severity !== "" && row.dataset.severity !== severity);
    count += row.hidden ? 0 : 1;
  }
  shown.textContent = `${count} of ${rows.length} shown`;
}

form.addEventListener("change", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
filter();
