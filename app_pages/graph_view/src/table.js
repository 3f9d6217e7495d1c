// ---- a table by itself: headings sort, a field filters, each row opens its statements -----------------------------------

const openTable = (() => {
  // Numbers by their size, words as the language orders them, what is empty last.
  function before([word, number], [other, size]) {
    if (number !== undefined && size !== undefined) return number - size;
    return word.localeCompare(other, document.documentElement.lang, { numeric: true });
  }
  const LONG = 24; // letters from which on a column needs room for several in a line, on a phone too
  const DATE = /^\d{4}-\d\d(-\d\d)?$/;
  const ADDRESS = /^https?:\/\/\S+$/i;
  function link(address) {
    const made = make("a", "", address);
    return Object.assign(made, { href: address, target: "_blank", rel: "noopener noreferrer" });
  }

  const empty = ([word]) => word === "" || word === "—";

  function order(view, at) {
    view.down = view.by === at && !view.down;
    view.by = at;
    const sign = view.down ? -1 : 1;
    view.rows.sort((a, b) => empty(a.cells[at]) - empty(b.cells[at]) || sign * before(a.cells[at], b.cells[at]) || a.place - b.place);
    view.heads.forEach((head, i) => (i === at ? head.setAttribute("aria-sort", view.down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    view.body.append(...view.rows.flatMap(({ line, opened }) => [line, opened]));
  }

  function narrow(view, typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of view.rows) {
      row.out = !words.every((word) => row.words.includes(word));
      row.line.hidden = row.out;
      row.opened.hidden = row.out || !row.open;
    }
    count(view);
  }

  function count(view) {
    view.count.textContent = view.say("rows", view.rows.filter((row) => !row.out).length);
  }

  function unfold(view, row, open) {
    if (!row.button) return;
    if (!row.opened.firstChild) {
      const cell = make("td");
      cell.colSpan = row.line.children.length;
      cell.append(...row.notes.map(view.draw));
      row.opened.append(cell);
    }
    row.open = open;
    row.opened.hidden = !open || row.out;
    row.button.setAttribute("aria-expanded", open);
    row.button.textContent = open ? "▾" : "▸";
  }

  function unfoldAll(view) {
    const shown = view.rows.filter((row) => row.button && !row.out);
    const open = shown.some((row) => !row.open);
    shown.forEach((row) => unfold(view, row, open));
  }

  function heading(view, head, at) {
    const cell = make("th");
    cell.scope = "col";
    const sort = make("button", "sort", head);
    sort.type = "button";
    sort.addEventListener("click", () => order(view, at));
    cell.append(sort);
    return cell;
  }

  function line(view, given, place) {
    const row = { ...given, place, line: make("tr", "line"), opened: make("tr", "opened"), open: false, out: false };
    row.words = row.cells.map(([words]) => words).join("\n").toLowerCase();
    row.opened.hidden = true;
    const first = make("td", "turn");
    if (view.opens) row.line.append(first);
    if (row.notes.length) {
      row.button = button("turn", "▸", view.say("unfold"), () => unfold(view, row, !row.open));
      row.button.setAttribute("aria-expanded", "false");
      row.button.setAttribute("aria-label", `${view.say("unfold")} ${place + 1}`);
      first.append(row.button);
      row.line.classList.add("opens");
      row.line.addEventListener("click", (event) => {
        if (!event.target.closest("button") && !getSelection().toString()) unfold(view, row, !row.open);
      });
    }
    row.line.append(...row.cells.map(([words, number], at) => {
      const cell = make("td", number === undefined && !DATE.test(words) ? "" : "number");
      cell.classList.toggle("long", view.long[at]);
      cell.append(ADDRESS.test(words) ? link(words) : make("bdi", "", words));
      return cell;
    }));
    return row;
  }

  // Draws a table in a place; `draw` makes what one note of a row shows.
  return function open(place, data, say, draw) {
    const view = { say, draw, by: -1, down: false, body: make("tbody"), count: make("span", "quiet"), opens: data.rows.some((row) => row.notes.length) };
    view.long = data.heads.map((_, at) => data.rows.some((row) => row.cells[at][0].length > LONG));
    view.heads = data.heads.map((head, at) => heading(view, head, at));
    view.rows = data.rows.map((row, at) => line(view, row, at));
    view.body.append(...view.rows.flatMap((row) => [row.line, row.opened]));
    view.count.setAttribute("role", "status");
    const field = make("input", "narrow");
    Object.assign(field, { type: "search", placeholder: say("filter") });
    field.setAttribute("aria-label", say("filter"));
    field.addEventListener("input", () => narrow(view, field.value));
    const bar = make("div", "table-bar");
    bar.append(field, view.count);
    if (view.opens) bar.append(button("all", say("fold"), say("fold"), () => unfoldAll(view)));
    const top = make("tr");
    top.append(...(view.opens ? [make("td")] : []), ...view.heads);
    const head = make("thead");
    head.append(top);
    const table = make("table");
    table.append(head, view.body);
    const sheet = make("div", "rows");
    sheet.append(table);
    place.append(bar, make("p", "quiet", [data.note, say("sort"), view.opens ? say("opens") : ""].filter(Boolean).join(" · ")), sheet);
    count(view);
  };
})();
