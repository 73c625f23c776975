"use strict";
// Draws the weeks of the page anew: in another zone, or those of certain dates. Without it the page
// has everything, of an ordinary week and in each line's own zone.
(() => {
  const DAY = 24 * 60;
  // Clocks are moved, and days begin, at quarters of an hour of UTC; so it has been since 1972.
  const QUARTER = 15;
  const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  const MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ];

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);

  // Days are numbered from 1970-01-01, minutes from its midnight.

  const number = (iso) => Date.parse(`${iso}T00:00Z`) / (DAY * 60000);
  const iso = (day) => new Date(day * DAY * 60000).toISOString().slice(0, 10);
  const weekday = (day) => (((day + 3) % 7) + 7) % 7;
  const monday = (day) => day - weekday(day);
  const today = number(data.today);

  function dateText(day) {
    const date = new Date(day * DAY * 60000);
    return `${DAYS[weekday(day)]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  }

  const formats = new Map();
  const known = new Map();

  // How many minutes the clocks of a zone are ahead of UTC, at a minute of UTC.
  function ahead(zone, minute) {
    const key = `${zone} ${minute}`;
    if (!known.has(key)) {
      if (!formats.has(zone)) {
        formats.set(zone, new Intl.DateTimeFormat("en-US", {
          timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
          hour: "numeric", minute: "numeric",
        }));
      }
      const shown = {};
      for (const part of formats.get(zone).formatToParts(minute * 60000)) {
        shown[part.type] = Number(part.value);
      }
      const { year, month, day, hour, minute: past } = shown;
      known.set(key, Date.UTC(year, month - 1, day, hour, past) / 60000 - minute);
    }
    return known.get(key);
  }

  // How many minutes clocks of a zone are ahead of Eastern ones, at Eastern noon of a day.
  function aheadAtNoon(zone, day) {
    let noon = day * DAY + DAY / 2;
    noon -= ahead(data.eastern, noon);
    return ahead(zone, noon) - ahead(data.eastern, noon);
  }

  const parts = new Map();

  // A day of a zone in parts, each of one Eastern date in which no clock is moved.
  function partsOf(zone, day) {
    const key = `${zone} ${day}`;
    if (parts.has(key)) return parts.get(key);
    const found = [];
    for (let minute = (day - 1) * DAY; minute < (day + 2) * DAY; minute += QUARTER) {
      const local = minute + ahead(zone, minute);
      if (Math.floor(local / DAY) !== day) continue;
      const eastern = minute + ahead(data.eastern, minute);
      const date = Math.floor(eastern / DAY);
      const start = eastern - date * DAY;
      const later = local - day * DAY - start;
      const last = found.at(-1);
      if (last && last.date === date && last.later === later && last.end === start) {
        last.end += QUARTER;
      } else {
        found.push({ date, start, end: start + QUARTER, later });
      }
    }
    parts.set(key, found);
    return found;
  }

  function merged(spans) {
    const found = [];
    for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  // The spans of a date of a zone; of hours that there are none of, none.
  function onDate(hours, zone, day) {
    const found = [];
    for (const { date, start, end, later } of hours ? partsOf(zone, day) : []) {
      const own = hours.dates[iso(date)];
      for (const [opens, closes] of own ?? hours.week[DAYS[weekday(date)].toUpperCase()]) {
        const from = Math.max(opens, start);
        const until = Math.min(closes, end);
        if (from < until) found.push([from + later, until + later]);
      }
    }
    return merged(found);
  }

  // The spans of an ordinary day of the week, from 0 for Monday, as the clocks are today.
  function ordinarily(hours, zone, index) {
    const found = [];
    const later = aheadAtNoon(zone, today);
    for (const by of hours ? [-2, -1, 0, 1, 2] : []) {
      for (const [opens, closes] of hours.week[DAYS[(index + by + 7) % 7].toUpperCase()]) {
        const start = Math.max(opens + later + by * DAY, 0);
        const end = Math.min(closes + later + by * DAY, DAY);
        if (start < end) found.push([start, end]);
      }
    }
    return merged(found);
  }

  // A day cut where one of some lists of spans begins or ends; what is told of equal parts is one.
  function pieces(lists, tell) {
    const times = new Set([0, DAY, ...lists.flat(2)]);
    const cuts = [...times].sort((one, other) => one - other);
    const found = [];
    cuts.slice(1).forEach((end, index) => {
      const start = cuts[index];
      const told = tell(lists.map((spans) => spans.some((span) => span[0] <= start && start < span[1])));
      const last = found.at(-1);
      if (last && last.told === told) last.end = end;
      else found.push({ start, end, told });
    });
    return found;
  }

  const time = (minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const text = (spans) =>
    spans.map(([start, end]) => `${time(start)}–${time(end)}`).join(", ") || "closed";
  const percent = (minutes) => `${((100 * minutes) / DAY).toFixed(3)}%`;

  function element(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function bar(kind, { start, end }, y, height, round) {
    const place = { x: percent(start), width: percent(end - start), y, height, rx: round };
    return element("rect", { class: kind, ...place });
  }

  function drawDay(row, before, after) {
    const mark = ([was, becomes]) => (was ? (becomes ? "open" : "closes") : becomes ? "opens" : "");
    const marked = pieces([before, after], mark).filter((piece) => piece.told);
    const changed = marked.some((piece) => piece.told !== "open");
    row.classList.toggle("changed", changed);
    row.querySelector(".bars").replaceChildren(
      ...marked.map((piece) => bar(piece.told, piece, 1, 18, 3)),
    );
    return changed ? `${text(after)}, was ${text(before)}` : text(after);
  }

  function markDoubt(row, isDoubted) {
    let mark = row.querySelector(".doubt");
    if (!mark && isDoubted) {
      mark = document.createElement("span");
      mark.className = "doubt";
      const words = document.createElement("span");
      words.className = "unseen";
      words.textContent = " in doubt";
      mark.append("?", words);
      row.querySelector("th").append(" ", mark);
    }
    if (mark) mark.hidden = !isDoubted;
  }

  function drawBand(row, lists, counts, lines) {
    const count = (open) => open.reduce((sum, isOpen, index) => sum + (isOpen ? counts[index] : 0), 0);
    const steps = pieces(lists, count);
    const drawn = [];
    for (const step of steps) {
      const height = step.told ? (20 * step.told) / lines : 20;
      const kind = step.told === 0 ? "nobody" : step.told === lines ? "all" : "some";
      drawn.push(bar(kind, step, 20 - height, height, 0));
      if (kind === "some" && step.end - step.start >= 90) {
        const label = element("text", { x: percent((step.start + step.end) / 2), y: 14 });
        label.textContent = step.told;
        drawn.push(label);
      }
    }
    row.querySelector(".bars").replaceChildren(...drawn);
    row.querySelector(".steps").textContent = steps
      .map(({ start, end, told }) =>
        `${text([[start, end]])} ${told === 0 ? "nobody" : told === lines ? "all" : told}`)
      .join(", ");
    return bandText(steps, lines);
  }

  function bandText(steps, lines) {
    const when = (open) =>
      steps.filter((step) => step.told === open).map(({ start, end }) => [start, end]);
    if (steps.length === 1 && steps[0].told === 0) return "nobody all day";
    if (steps.length === 1 && steps[0].told === lines) {
      return lines > 1 ? "all of them, all day" : "open all day";
    }
    const most = Math.max(...steps.map((step) => step.told));
    const all = most === lines ? `all ${text(when(lines))}` : `never all, at most ${most}`;
    return when(0).length ? `${all}; nobody ${text(when(0))}` : `${all}; somebody always`;
  }

  const controls = Object.fromEntries(
    ["zone", "kind", "date", "previous", "next", "dark"].map((id) => [id, byId(id)]),
  );

  function zoneName(zone) {
    return zone === data.eastern ? `${zone} (Eastern)` : zone;
  }

  // While a date is typed it may be none, or none of the years that a week is drawn of.
  function shownDate() {
    return controls.date.checkValidity() ? controls.date.value : data.today;
  }

  function draw() {
    const dated = controls.kind.value === "dated";
    const first = monday(number(shownDate()));
    const spansOf = (hours, zone, index) =>
      dated ? onDate(hours, zone, first + index) : ordinarily(hours, zone, index);
    const week = dated
      ? `The week of ${dateText(first)} ${new Date(first * DAY * 60000).getUTCFullYear()}`
      : "An ordinary week";
    const rows = (table, fill) =>
      table.querySelectorAll("tbody tr").forEach((row, index) => {
        row.querySelector(".day-name").textContent = dated ? dateText(first + index) : DAYS[index];
        row.querySelector(".times").textContent = fill(row, index);
      });

    for (const table of document.querySelectorAll("[data-schedule]")) {
      const { zone: own, hours, before, doubted } = data.schedules[table.dataset.schedule];
      const zone = controls.zone.value || own;
      table.caption.textContent = `${week}, in the time of ${zoneName(zone)}.`;
      rows(table, (row, index) => {
        const after = spansOf(hours, zone, index);
        const date = iso(first + index);
        const day = DAYS[index].toUpperCase();
        const isOwn = dated && (doubted.includes(date) || date in ((hours ?? before).dates));
        // Doubts are about Eastern days.
        markDoubt(row, zone === data.eastern && doubted.includes(isOwn ? date : day));
        const told = drawDay(row, before ? spansOf(before, zone, index) : after, after);
        const name = dated && (hours ?? before).names[date];
        return name ? `${told} (${name})` : told;
      });
    }
    for (const table of document.querySelectorAll("[data-group]")) {
      const { zone: own, lines, counts } = data.groups[table.dataset.group];
      const zone = controls.zone.value || own;
      table.dataset.told ??= table.caption.textContent;
      const told = table.dataset.told.replace(zoneName(own), () => zoneName(zone));
      table.caption.textContent = dated ? `${told} ${week}.` : told;
      const counted = counts.map((count, index) => [count, index]).filter(([count]) => count);
      rows(table, (row, index) => drawBand(
        row,
        counted.map(([, schedule]) => spansOf(data.schedules[schedule].hours, zone, index)),
        counted.map(([count]) => count),
        lines,
      ));
    }
    byId("shown").textContent =
      `${week}, in the time of ${zoneName(controls.zone.value || controls.zone.options[0].text)}.`;
    for (const each of document.querySelectorAll(".clocks")) {
      each.hidden = (controls.zone.value || each.dataset.zone) === each.dataset.zone;
    }
  }

  function offerZones() {
    const isKnown = (zone) => {
      try {
        return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: zone }));
      } catch {
        return false;
      }
    };
    const browser = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const offer = (label, zones) => {
      const group = document.createElement("optgroup");
      group.label = label;
      for (const [zone, name] of zones) group.append(new Option(name, zone));
      controls.zone.append(group);
    };
    const near = new Set([data.eastern, ...data.schedules.map((schedule) => schedule.zone)]);
    offer("Near", [
      ...(browser && isKnown(browser) ? [[browser, `your browser’s zone: ${browser}`]] : []),
      ...[...near].filter(isKnown).map((zone) => [zone, zoneName(zone)]),
    ]);
    const all = Intl.supportedValuesOf?.("timeZone") ?? [];
    offer("All zones", all.map((zone) => [zone, zone]));
  }

  function move(days) {
    const { min, max } = controls.date;
    const day = Math.max(number(min), Math.min(number(max), number(shownDate()) + days));
    controls.date.value = iso(day);
    controls.kind.value = "dated";
    draw();
  }

  function begin() {
    offerZones();
    const root = document.documentElement;
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.colours ?? (prefersDark.matches ? "dark" : "light")) === "dark";
    const showColours = () => controls.dark.setAttribute("aria-pressed", isDark());
    prefersDark.addEventListener("change", showColours);
    controls.dark.addEventListener("click", () => {
      root.dataset.colours = isDark() ? "light" : "dark";
      showColours();
    });
    showColours();
    controls.zone.addEventListener("change", draw);
    controls.kind.addEventListener("change", draw);
    controls.date.addEventListener("change", () => {
      if (controls.date.checkValidity()) move(0);
    });
    controls.previous.addEventListener("click", () => move(-7));
    controls.next.addEventListener("click", () => move(7));
    byId("controls").addEventListener("submit", (event) => event.preventDefault());
    byId("controls").hidden = false;
  }

  begin();
})();
