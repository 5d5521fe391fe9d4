"use strict";
/* What the page does beyond being read; without this it is read whole all the same. No less-than sign and no ampersand stands here, as
   the page is well-formed XML too. */

/* Once the first screen is painted, what is below it is laid out; who came by a link stays where it led. */
new PerformanceObserver((_, observer) => {
  observer.disconnect();
  document.documentElement.classList.remove("unpainted");
  document.querySelector(":target")?.scrollIntoView();
}).observe({ type: "paint", buffered: true });

/* Tables are sorted by a click on a heading: once, the other way, and back to their own order. `data-o` holds the rank of each row that
   may move, empty for what is undefined, which stays last; nothing where texts are compared, by code point. Totals stay where they are. */
const byCodePoint = (a, b) => {
  let i = 0;
  while (a[i] === b[i]) {
    if (i >= a.length) return 0;
    i += 1;
  }
  return (a[i] ?? -1) - (b[i] ?? -1);
};
document.querySelectorAll("th[data-o]").forEach(head => {
  const table = head.closest("table"), body = table.tBodies[0], column = head.cellIndex;
  const ranks = head.dataset.o ? head.dataset.o.split(",") : null;
  const rows = [...body.rows], free = rows.filter(row => !row.className);
  const key = (row, place) => {
    if (ranks) return ranks[place] ? Number(ranks[place]) : null;
    const text = row.cells[column].textContent;
    return text ? [...text].map(letter => letter.codePointAt(0)) : null;
  };
  const sorted = sign => free.map((row, place) => ({ row, key: key(row, place) })).sort((a, b) =>
    a.key === null || b.key === null ? (a.key === null) - (b.key === null)
      : sign * (ranks ? a.key - b.key : byCodePoint(a.key, b.key))).map(entry => entry.row);
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const ways = ranks ? ["descending", "ascending"] : ["ascending", "descending"];
    const way = ways[ways.indexOf(head.getAttribute("aria-sort")) + 1];
    table.querySelectorAll("th[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
    if (way) head.setAttribute("aria-sort", way);
    const order = way ? sorted(way === "ascending" ? 1 : -1) : free;
    let next = 0;
    body.append(...rows.map(row => row.className ? row : order[next++]));
  });
});

/* Over a chart, the pointer shows what stands in the table behind it. */
document.querySelectorAll("svg[data-z]").forEach(svg => {
  const table = svg.closest("figure").querySelector("table");
  const heads = [...table.tHead.rows[0].cells], rows = [...table.tBodies[0].rows];
  svg.addEventListener("pointerenter", () => {
    const [x, y, width, height] = svg.dataset.z.split(" ").map(Number);
    rows.forEach((row, place) => {
      const slot = document.createElementNS(svg.namespaceURI, "rect");
      const title = document.createElementNS(svg.namespaceURI, "title");
      const [name, ...values] = [...row.cells].map(cell => cell.textContent.trim());
      title.textContent = name + ": " + values.map((value, i) => (values.length > 1 ? heads[i + 1].textContent + " " : "") + value).join(" · ");
      Object.entries({ x: x + place * width, y, width, height, class: "slot" }).forEach(([key, value]) => slot.setAttribute(key, value));
      slot.append(title);
      svg.append(slot);
    });
  }, { once: true });
});
