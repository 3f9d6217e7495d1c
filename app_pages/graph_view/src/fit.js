// ---- room for a chart: as it is on a wide screen; on a phone a map grows small, other charts scroll in their own box ------

const roomFor = (() => {
  const PHONE = 640, STRIP = 19, READABLE = 0.85;

  // Where a picture that is wider than the screen is looked at first: in the middle of what opens; flows from their beginning.
  function start({ wide, marks }) {
    const places = marks.filter((mark) => mark.note !== undefined && mark.x !== undefined).map((mark) => mark.x);
    if (!places.length || marks.some((mark) => mark.kind === "band")) return () => 0;
    const middle = places.reduce((sum, x) => sum + x, 0) / places.length;
    return (shown) => (middle / wide) * shown;
  }

  const plain = (data) => ({ wide: data.wide, high: data.high, left: data.left, scale: 1, down: () => 0, placed: (mark) => mark, start: start(data) });

  const map = (data, width) => ({ ...plain(data), wide: width, high: (data.high * width) / data.wide, scale: width / data.wide });

  // Lanes have their names above them in strips of their own, so that time has the whole width.
  function lanes(data, width) {
    const tops = data.marks.filter((mark) => mark.fixed && mark.kind === "line").map((mark) => mark.points[1]);
    const down = (y) => STRIP * tops.filter((top) => top < y).length;
    const placed = (mark) => (mark.fixed && mark.kind === "words" ? { ...mark, said: mark.whole, x: 6, y: mark.y - 1 + down(mark.y) - STRIP, anchor: "start" } : mark);
    const wide = data.wide - data.left;
    const begin = start({ wide, marks: data.marks.map((mark) => ({ ...mark, x: mark.x === undefined ? undefined : mark.x - data.left })) });
    return { ...plain(data), wide, high: data.high + STRIP * tops.length, left: 0, down, placed, names: width, least: wide, start: begin };
  }

  return function room(data, width) {
    if (width >= PHONE) return plain(data);
    if (data.zoom === "xy") return map(data, width);
    return data.zoom === "x" ? lanes(data, width) : { ...plain(data), least: data.wide * READABLE };
  };
})();
