// The score: slots as columns, rollups as lines, bundles as chords.
import { h, s, hue, short, words } from "./format.js";

const column = 30, left = 112, top = 30, rests = 30;

// draw renders the newest slots that fit. slots is a Map by number; chains the rollups in order.
export function draw(host, slots, chains, chosen, choose) {
  const width = Math.max(host.clientWidth, 320);
  const fit = Math.floor((width - left - 8) / column);
  const newest = Math.max(0, ...slots.keys());
  const first = Math.max(1, newest - fit + 1);
  const gap = chains.length > 3 ? 34 : 52;
  const bottom = top + gap * Math.max(chains.length - 1, 1);
  const height = bottom + rests + 46;
  const line = new Map(chains.map((c, i) => [c.chain_id, top + gap * i]));
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, height });
  chains.forEach((c, i) => {
    const y = line.get(c.chain_id);
    svg.append(
      s("line", { x1: left - 6, x2: width, y1: y, y2: y, stroke: "var(--staff)" }),
      s("circle", { cx: 8, cy: y, r: 4.5, fill: hue(i) }),
      s("text", { x: 18, y: y + 4, class: "name" }, c.name.length > 13 ? "…" + c.name.slice(-12) : c.name),
    );
  });
  svg.append(s("text", { x: 18, y: bottom + rests + 4 }, "not executed"));
  let measure = null, labelled = -Infinity; // labels keep their distance when slots are slow and every one closes a block
  for (let n = first; n <= newest; n++) {
    const slot = slots.get(n);
    if (!slot) continue;
    const x = left + (n - first) * column;
    const block = slot.heads?.[0]?.number;
    if (block && measure && block !== measure) {
      svg.append(s("line", { x1: x, x2: x, y1: top - 12, y2: bottom + 12, stroke: "var(--soft)", "stroke-opacity": .55 }));
      if (x - labelled > 2 * column) {
        svg.append(s("text", { x: x + 3, y: top - 14 }, `block ${block}`));
        labelled = x;
      }
    }
    if (block) measure = block;
    svg.append(columnOf(slot, n, x, line, chains, bottom, height, n === chosen, choose));
  }
  host.replaceChildren(svg);
}

const reached = { closed: 1, opened: 2, executed: 3, attested: 4, posted: 5 };

function columnOf(slot, n, x, line, chains, bottom, height, chosen, choose) {
  const g = s("g", { class: `column${chosen ? " chosen" : ""}${slot.stage === "open" ? " open" : ""}`, onclick: () => choose(n), tabindex: 0 });
  g.append(s("title", {}, `slot ${n}: ${slot.stage}`), s("rect", { class: "hit", x, y: 4, width: column, height: height - 22, rx: 6, fill: "transparent" }));
  const executed = slot.fates.filter((f) => f.reason === "EXECUTED");
  const others = slot.fates.filter((f) => f.reason !== "EXECUTED");
  executed.slice(0, 5).forEach((f, i) => g.append(chord(f, x + 6 + (i * (column - 12)) / Math.max(Math.min(executed.length, 5) - 1, 1) + (executed.length === 1 ? (column - 12) / 2 : 0), line, chains)));
  if (executed.length > 5) g.append(s("text", { x: x + column - 4, y: top - 3, "text-anchor": "end" }, `+${executed.length - 5}`));
  others.slice(0, 4).forEach((f, i) => g.append(s("circle", { cx: x + 7 + i * 6, cy: bottom + rests, r: 2.6, fill: "none", stroke: "var(--bad)", "stroke-width": 1.3 }, s("title", {}, words(f.reason)))));
  if (others.length > 4) g.append(s("text", { x: x + 3, y: bottom + rests + 14 }, `${others.length}`));
  const share = (reached[slot.stage] || 0) / 5;
  g.append(
    s("rect", { x: x + 4, y: height - 17, width: column - 8, height: 3, rx: 1.5, fill: "var(--line)" }),
    s("rect", { x: x + 4, y: height - 17, width: (column - 8) * share, height: 3, rx: 1.5, fill: slot.stage === "posted" ? "var(--good)" : "var(--accent)" }),
  );
  if (n % 4 === 0) g.append(s("text", { x: x + column / 2, y: height - 2, "text-anchor": "middle" }, n));
  return g;
}

// touched lists the rollups of an executed bundle, actions included.
export const touched = (f) => [...new Set([...f.places.map((p) => p.chain_id), ...f.credits.map((c) => c.chain_id)])].sort((a, b) => Number(BigInt(a) - BigInt(b)));

function chord(f, x, line, chains) {
  const on = touched(f).filter((c) => line.has(c));
  const ys = on.map((c) => line.get(c));
  const paid = f.price !== "0";
  const g = s("g", {});
  g.append(s("title", {}, `${short(f.bundle_hash)} on ${on.join(", ")}${paid ? `, paid ${f.price} wei` : ""}`));
  if (ys.length > 1) g.append(s("line", { x1: x + 4.4, x2: x + 4.4, y1: Math.min(...ys) - 16, y2: Math.max(...ys), stroke: "var(--ink)", "stroke-width": 1.5, "stroke-linecap": "round" }));
  on.forEach((c) => {
    const i = chains.findIndex((r) => r.chain_id === c);
    const y = line.get(c);
    g.append(s("ellipse", { cx: x, cy: y, rx: paid ? 5.6 : 4, ry: paid ? 4.2 : 3, transform: `rotate(-20 ${x} ${y})`, fill: paid ? hue(i) : "var(--card)", stroke: hue(i), "stroke-width": 1.5 }));
  });
  return g;
}

export function legend(host) {
  const icon = (...children) => s("svg", { width: 26, height: 16, viewBox: "0 0 26 16" }, ...children);
  host.replaceChildren(
    h("span", {}, icon(s("line", { x1: 15, x2: 15, y1: 1, y2: 13, stroke: "var(--ink)", "stroke-width": 1.5 }), s("ellipse", { cx: 11, cy: 5, rx: 4.5, ry: 3.3, fill: "var(--r0)" }), s("ellipse", { cx: 11, cy: 12, rx: 4.5, ry: 3.3, fill: "var(--r1)" })), "a bundle over two rollups, paid for"),
    h("span", {}, icon(s("ellipse", { cx: 12, cy: 8, rx: 3.6, ry: 2.8, fill: "none", stroke: "var(--r0)", "stroke-width": 1.5 })), "without a bid: a wallet user's transaction"),
    h("span", {}, icon(s("circle", { cx: 12, cy: 8, r: 3, fill: "none", stroke: "var(--bad)", "stroke-width": 1.4 })), "not executed, with a reason"),
    h("span", {}, icon(s("rect", { x: 2, y: 7, width: 22, height: 3, rx: 1.5, fill: "var(--line)" }), s("rect", { x: 2, y: 7, width: 17, height: 3, rx: 1.5, fill: "var(--accent)" })), "closed, opened, executed, attested"),
    h("span", {}, icon(s("rect", { x: 2, y: 7, width: 22, height: 3, rx: 1.5, fill: "var(--good)" })), "posted on L1"),
  );
}
