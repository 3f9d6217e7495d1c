// ---- a chart by itself: marks drawn from data; wheel and drag zoom, arrows walk from mark to mark, Enter picks --------

const openChart = (() => {
  const LARGEST = 60, STEP = 1.5, NEAR = 3, AXIS = 22;
  const AWAY = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 };
  const paint = (colour) => (colour.startsWith("#") ? colour : `var(--${colour})`);

  function shape(tag, looks, css = {}) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(looks)) if (value !== undefined && value !== "") node.setAttribute(key, value);
    Object.assign(node.style, css);
    return node;
  }

  const poly = (corners, r) => corners.map(([x, y]) => `${x * r},${y * r}`).join(" ");
  const form = (corners, r, css) => (corners.length ? shape("polygon", { points: poly(corners, r) }, css) : shape("circle", { r }, css));

  // ---- marks: each is made once and put where the zoom has it -------------------------------------------------------

  const MADE = {
    sign: (mark) => form(mark.corners, mark.r, mark.hollow ? { fill: "var(--paper)", stroke: paint(mark.colour), strokeWidth: 1.8 }
      : { fill: paint(mark.colour), fillOpacity: 0.85, stroke: "var(--ink)", strokeWidth: 0.6 }),
    box: (mark) => shape("rect", { rx: mark.round, height: mark.high },
      { fill: paint(mark.colour), fillOpacity: mark.shade ?? 1, ...(mark.rim ? { stroke: "var(--edge)" } : {}) }),
    line: (mark) => shape("polyline", { "stroke-dasharray": mark.dash, "vector-effect": "non-scaling-stroke", points: mark.points.join(" ") },
      { fill: "none", stroke: paint(mark.colour), strokeWidth: mark.thick }),
    band: ({ points: [x1, y1, x2, y2], thick, colour, shade }) => {
      const middle = (x1 + x2) / 2;
      const way = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}v${thick}C${middle} ${y2 + thick} ${middle} ${y1 + thick} ${x1} ${y1 + thick}Z`;
      return shape("path", { d: way }, { fill: paint(colour), fillOpacity: shade });
    },
    words: (mark) => {
      const node = shape("text", { "text-anchor": mark.anchor ?? "middle", "font-size": mark.size, class: mark.bare ? "" : "rimmed" },
        { fill: paint(mark.colour ?? "ink"), fillOpacity: mark.opacity ?? 1 });
      node.textContent = mark.said;
      return node;
    },
  };

  function put(view, { mark, node }) {
    const [px, py] = mark.fixed ? [(x) => x, (y) => y] : [view.px, view.py];
    if (mark.kind === "sign") node.setAttribute("transform", `translate(${px(mark.x)} ${py(mark.y)})`);
    if (mark.kind === "box") {
      node.setAttribute("x", px(mark.x));
      node.setAttribute("y", py(mark.y));
      node.setAttribute("width", Math.max(1, px(mark.x + mark.wide) - px(mark.x)));
    }
    if (mark.kind === "line") node.setAttribute("transform", mark.fixed ? `translate(0 ${view.room.down(mark.points[1])})` : `translate(${px(0)} ${py(0)}) scale(${view.kx()} ${view.ky()})`);
    if (mark.kind === "words") {
      node.setAttribute("x", px(mark.x) + (mark.dx ?? 0));
      node.setAttribute("y", py(mark.y) + (mark.dy ?? 0) + (mark.dy ? mark.size * 0.35 : 0));
      node.style.display = (mark.least ?? 1) <= view.kx() + 1e-6 ? "" : "none";
    }
  }

  // Where the middle of a mark is now.
  function middle(view, { x, y, wide = 0, high = 0, points, fixed }) {
    const at = points ? [(points[0] + points[points.length - 2]) / 2, (points[1] + points[points.length - 1]) / 2] : [x + wide / 2, y + high / 2];
    return fixed ? at : [view.px(at[0]), view.py(at[1])];
  }

  // ---- axes ---------------------------------------------------------------------------------------------------------

  function grid(view) {
    const { data, room: { wide, high, left } } = view;
    const { axes } = data;
    const made = [], told = [];
    const value = (axis, share) => axis.from + (axis.until - axis.from) * share;
    const place = (axis, at) => (at - axis.from) / (axis.until - axis.from);
    if (axes.x) {
      const span = data.wide - data.left;
      const [from, until] = [left, wide].map((x) => value(axes.x, (view.ix(x) - data.left) / span));
      for (const [at, said] of ticks(axes.x, from, until, Math.max(3, Math.round(wide / 100)))) {
        const x = view.px(data.left + place(axes.x, at) * span);
        made.push(line(x, 0, x, high));
        told.push(said_at(x + 4, 12, said));
      }
    }
    if (axes.y) {
      const [from, until] = [0, high].map((y) => value(axes.y, view.iy(y) / data.high));
      for (const [at, said] of ticks(axes.y, from, until, 7)) {
        const y = view.py(place(axes.y, at) * data.high);
        made.push(line(0, y, wide, y), said_at(4, y - 4, said));
      }
    }
    view.grid.replaceChildren(...made, ...(view.axis ? [] : told));
    view.axis?.replaceChildren(shape("rect", { x: left, width: wide - left, height: AXIS, class: "ground" }), ...told);
  }

  const line = (x1, y1, x2, y2) => shape("line", { x1, y1, x2, y2, class: "grid" });
  function said_at(x, y, said) {
    const node = shape("text", { x, y, "font-size": 10.5, class: "tick" });
    node.textContent = said;
    return node;
  }

  // ---- zoom ---------------------------------------------------------------------------------------------------------

  function redraw(view) {
    const { wide, high, left } = view.room;
    const both = view.data.zoom === "xy";
    view.x = Math.min(0, Math.max(view.x, (wide - left) * (1 - view.k)));
    view.y = both ? Math.min(0, Math.max(view.y, high * (1 - view.k))) : 0;
    view.svg.style.touchAction = view.k > 1 ? "none" : "auto";
    view.marks.forEach((one) => put(view, one));
    grid(view);
  }

  function zoomTo(view, factor, at = [view.room.wide / 2, view.room.high / 2]) {
    if (!view.data.zoom) return;
    const k = Math.min(LARGEST, Math.max(1, view.k * factor));
    const [x, y] = [at[0] - view.room.left, at[1]];
    view.x = x - ((x - view.x) * k) / view.k;
    view.y = y - ((y - view.y) * k) / view.k;
    view.k = k;
    redraw(view);
  }

  function whole(view) {
    Object.assign(view, { k: 1, x: 0, y: 0 });
    redraw(view);
  }

  function spot(view, event) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(view.svg.getScreenCTM().inverse());
    return [x, y];
  }

  function movable(view) {
    let from = null;
    view.svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoomTo(view, Math.exp(-event.deltaY / 400), spot(view, event));
    }, { passive: false });
    view.svg.addEventListener("dblclick", () => whole(view));
    view.svg.addEventListener("pointerdown", (event) => { from = { at: spot(view, event), x: view.x, y: view.y }; view.moved = false; });
    view.svg.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const [x, y] = spot(view, event);
      if (!view.moved && Math.hypot(x - from.at[0], y - from.at[1]) < NEAR) return;
      Object.assign(view, { moved: true, x: from.x + x - from.at[0], y: from.y + y - from.at[1] });
      redraw(view);
    });
    for (const name of ["pointerup", "pointerleave"]) view.svg.addEventListener(name, () => { from = null; });
  }

  // ---- picking and walking ------------------------------------------------------------------------------------------

  function pick(view, note) {
    view.picked = note;
    view.marks.forEach(({ mark, node }) => { node.classList.toggle("picked", note >= 0 && mark.note === note); });
    view.tell(note, note >= 0);
  }

  function reach(view, { mark, node }, stops) {
    node.classList.add("mark");
    const title = shape("title", {});
    title.textContent = mark.name;
    node.append(title);
    node.addEventListener("pointerenter", () => { if (view.picked < 0) view.tell(mark.note); });
    node.addEventListener("pointerleave", () => { if (view.picked < 0) view.tell(-1); });
    node.addEventListener("click", () => { if (!view.moved) pick(view, view.picked === mark.note ? -1 : mark.note); });
    if (!stops) return;
    for (const [key, value] of Object.entries({ role: "button", "aria-label": mark.name, tabindex: -1, "data-note": mark.note })) node.setAttribute(key, value);
    node.addEventListener("focus", () => { if (view.picked < 0) view.tell(mark.note); });
    view.stops.push({ mark, node });
  }

  function walk(view, turn) {
    const from = view.stops.find(({ node }) => node === document.activeElement);
    const at = middle(view, from.mark);
    let best = null;
    for (const one of view.stops) {
      if (one === from) continue;
      const [x, y] = middle(view, one.mark);
      const off = Math.abs(Math.atan2(Math.sin(Math.atan2(y - at[1], x - at[0]) - turn), Math.cos(Math.atan2(y - at[1], x - at[0]) - turn)));
      const far = Math.hypot(x - at[0], y - at[1]) * (1 + 2 * off);
      if (off < Math.PI / 2.2 && (!best || far < best.far)) best = { one, far };
    }
    if (best) enter(view, best.one);
  }

  function enter(view, one) {
    view.stops.forEach(({ node }) => node.setAttribute("tabindex", node === one.node ? 0 : -1));
    const [x, y] = middle(view, one.mark);
    const { wide, high, left } = view.room;
    if (x < left || x > wide || y < 0 || y > high) {
      Object.assign(view, { x: view.x + (left + wide) / 2 - x, y: view.y + high / 2 - y });
      redraw(view);
    }
    one.node.focus({ preventScroll: false });
  }

  function onChartKey(view, event) {
    const act = event.key in AWAY ? () => walk(view, AWAY[event.key]) : {
      Enter: () => pick(view, Number(event.target.dataset.note)), " ": () => pick(view, Number(event.target.dataset.note)),
      Escape: () => pick(view, -1), "+": () => zoomTo(view, STEP), "=": () => zoomTo(view, STEP), "-": () => zoomTo(view, 1 / STEP), 0: () => whole(view),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  // ---- the drawing --------------------------------------------------------------------------------------------------

  function bar(view, words) {
    const box = make("div", "chart-bar");
    if (view.data.zoom) {
      box.append(button("fit", `⤢ ${words("fit")}`, words("fit"), () => whole(view)), button("zoom-in", "＋", words("zoom_in"), () => zoomTo(view, STEP)),
        button("zoom-out", "－", words("zoom_out"), () => zoomTo(view, 1 / STEP)));
    }
    return box;
  }

  function key([corners, colour, said]) {
    const item = make("span", "key");
    if (corners) {
      const svg = shape("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" });
      svg.append(form(corners, 6, { fill: paint(colour) }));
      item.append(svg);
    }
    item.append(make("bdi", "", said));
    return item;
  }

  // The axis of time stays in sight above what is scrolled, and on a phone the names of lanes beside it.
  function layers(view) {
    const { wide, high, left, names } = view.room;
    const box = make("div", "layers");
    box.append(view.svg);
    if (names) {
      const svg = shape("svg", { viewBox: `0 0 ${names} ${high}`, class: "names", "aria-hidden": "true" }, { width: `${names}px` });
      svg.append(...view.marks.filter(({ mark }) => mark.fixed && mark.kind === "words").map(({ node }) => node));
      box.append(svg);
    }
    if (view.axis) box.append(view.axis);
    box.style.minWidth = view.room.least ? `${view.room.least}px` : "";
    return box;
  }

  // Draws a chart in a place; `tell` gets the number of the note that is pointed at, -1 for none, and whether it is picked.
  return function open(place, data, words, tell) {
    const room = roomFor(data, place.clientWidth);
    const view = { data, tell, room, k: 1, x: 0, y: 0, picked: -1, stops: [], last: new Map() };
    view.kx = () => view.k * room.scale;
    view.ky = () => (data.zoom === "xy" ? view.kx() : 1);
    view.px = (x) => room.left + (x - data.left) * view.kx() + view.x;
    view.py = (y) => y * view.ky() + view.y + room.down(y);
    view.ix = (px) => data.left + (px - room.left - view.x) / view.kx();
    view.iy = (py) => (py - view.y) / view.ky();
    for (const mark of data.marks) if (mark.note !== undefined) view.last.set(mark.note, mark);
    view.svg = shape("svg", { viewBox: `0 0 ${room.wide} ${room.high}`, role: "group", "aria-label": words("open") });
    view.grid = shape("g", { class: "axes", "aria-hidden": "true" });
    if (data.axes.x?.days) view.axis = shape("svg", { viewBox: `0 0 ${room.wide} ${AXIS}`, class: "axis", "aria-hidden": "true" });
    const plane = shape("svg", { x: room.left, y: 0, width: room.wide - room.left, height: room.high, viewBox: `${room.left} 0 ${room.wide - room.left} ${room.high}` });
    const still = shape("g", {});
    view.marks = data.marks.map((mark) => room.placed(mark)).map((mark) => ({ mark, node: MADE[mark.kind](mark) }));
    view.marks.forEach((one, at) => { if (one.mark.note !== undefined) reach(view, one, view.last.get(one.mark.note) === data.marks[at]); });
    still.append(...view.marks.filter(({ mark }) => mark.fixed).map(({ node }) => node));
    plane.append(view.grid, ...view.marks.filter(({ mark }) => !mark.fixed).map(({ node }) => node));
    view.svg.append(still, plane);
    view.stops[0]?.node.setAttribute("tabindex", 0);
    view.svg.addEventListener("keydown", (event) => onChartKey(view, event));
    if (data.zoom) movable(view);
    const foot = make("p", "quiet");
    const legend = make("p", "keys");
    legend.append(...data.legend.map(key));
    const scroll = make("div", "sheet");
    scroll.append(layers(view));
    place.classList.add("chart");
    place.append(bar(view, words), scroll, legend, foot);
    redraw(view);
    scroll.scrollLeft = room.start(view.svg.clientWidth) - scroll.clientWidth / 2;
    if (scroll.scrollWidth > scroll.clientWidth + 1) foot.append(make("span", "", `${words("swipe")} `));
    foot.append(make("span", "by-keys", [words("keys"), data.zoom ? words("zoom") : ""].join(" ")));
    return { letGo: () => pick(view, -1) };
  };
})();
