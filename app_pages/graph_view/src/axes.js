// ---- where an axis has its lines, and what they say: round numbers, or years and months ----------------------------------

const ticks = (() => {
  const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600];
  const DAY = 864e5;

  return function ticks(axis, from, until, most) {
    const [least, last] = [Math.min(from, until), Math.max(from, until)];
    if (!axis.days) {
      const step = STEPS.find((one) => (last - least) / one <= most) ?? 200;
      const first = Math.ceil(least / step - 1e-9);
      return Array.from({ length: Math.max(0, Math.floor(last / step + 1e-9) - first + 1) }, (_, i) => (first + i) * step)
        .map((value) => [value, `${Number(value.toFixed(2))}${axis.unit}`]);
    }
    const step = MONTHS.find((one) => (last - least) / 30.4 / one <= most) ?? 1200;
    const begin = new Date(least * DAY);
    const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step);
    const made = [];
    for (let month = first * step; made.length < 60; month += step) {
      const day = new Date(0);
      day.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (day / DAY > last) break;
      if (day / DAY >= least) made.push([day / DAY, day.toISOString().slice(0, month % 12 ? 7 : 4)]);
    }
    return made;
  }
})();
