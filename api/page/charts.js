// Plots of what the stored and streamed rows say; nothing is smoothed.
import { h, s, ether, group, milliseconds, words } from "./format.js";

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const plots = new Map();

function plot(id, series, data) {
  const host = document.getElementById(id);
  const theme = css("--ink") + series.map((x) => x.label).join();
  const old = plots.get(id);
  if (old && old.theme === theme && old.width === host.clientWidth) {
    old.chart.setData(data);
    return;
  }
  old?.chart.destroy();
  const axis = { stroke: css("--soft"), grid: { stroke: css("--line"), width: 1 }, ticks: { show: false }, font: "11px system-ui" };
  const chart = new window.uPlot({
    width: host.clientWidth, height: 200, cursor: { y: false }, scales: { x: { time: false } },
    axes: [{ ...axis, values: (_, v) => v.map((n) => (Number.isInteger(n) ? n : "")) }, { ...axis, size: 62, values: (_, v) => v.map(tick) }],
    series: [{ label: "slot" }, ...series.map((x) => ({ label: x.label, stroke: css(x.color), width: 2, points: { show: !!x.points, size: 5, fill: css(x.color) }, fill: x.fill ? css(x.color) + "22" : undefined, paths: x.points ? () => null : undefined, spanGaps: true, value: (_, v) => (v === null || v === undefined ? "–" : `${tick(v)} ETH`) }))],
  }, data, host);
  plots.set(id, { chart, theme, width: host.clientWidth });
}

const tick = (v) => (v === 0 ? "0" : Math.abs(v) < 1e-3 || Math.abs(v) >= 1e5 ? v.toExponential(1) : String(+v.toPrecision(3)));

// prices plots the best and worst price of each slot, revenue what each rollup was credited in sum.
export function draw(slots, chains) {
  const numbers = [...slots.keys()].filter((n) => ["attested", "posted"].includes(slots.get(n).stage)).sort((a, b) => a - b);
  const best = [], worst = [], sums = chains.map(() => 0n), lines = chains.map(() => []);
  for (const n of numbers) {
    const prices = slots.get(n).fates.filter((f) => f.reason === "EXECUTED" && f.price !== "0").map((f) => BigInt(f.price));
    best.push(prices.length ? ether(prices.reduce((a, b) => (a > b ? a : b))) : null);
    worst.push(prices.length ? ether(prices.reduce((a, b) => (a < b ? a : b))) : null);
    for (const f of slots.get(n).fates) for (const c of f.credits) {
      const i = chains.findIndex((r) => r.chain_id === c.chain_id);
      if (i >= 0) sums[i] += BigInt(c.amount);
    }
    chains.forEach((_, i) => lines[i].push(ether(sums[i])));
  }
  plot("prices", [{ label: "highest", color: "--accent", points: true }, { label: "lowest", color: "--warn", points: true }], [numbers, best, worst]);
  plot("revenue", chains.map((c, i) => ({ label: c.name, color: `--r${i % 6}`, fill: true })), [numbers, ...lines]);
}

export function funnel(host, fates) {
  const rows = Object.entries(fates).map(([reason, n]) => [reason, Number(n)]).sort((a, b) => (b[0] === "EXECUTED") - (a[0] === "EXECUTED") || b[1] - a[1]);
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  if (!total) {
    host.replaceChildren(h("p", { class: "empty" }, "No envelope has come into a batch yet."));
    return;
  }
  host.replaceChildren(...rows.map(([reason, n]) => h("div", { class: `reason ${reason}`, title: `${n} of ${total}` },
    h("span", {}, words(reason)), h("div", { class: "track" }, h("div", { class: "fill", style: { width: `${Math.max((n / total) * 100, .6)}%` } })), h("span", { class: "n" }, group(n)))));
}

export function histogram(host, p) {
  if (!p || !Number(p.count)) {
    host.replaceChildren(h("p", { class: "empty" }, "Nothing was measured yet."));
    return;
  }
  const width = Math.max(host.clientWidth, 300), height = 190, base = height - 22, most = Math.max(...p.bins.map((b) => b.count), 1), w = width / p.bins.length;
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "latency histogram" });
  p.bins.forEach((b, i) => svg.append(s("rect", { x: i * w + 1, y: base - (b.count / most) * (base - 14), width: w - 2, height: (b.count / most) * (base - 14), rx: 2 }, s("title", {}, `up to ${milliseconds(b.ms)}: ${b.count}`))));
  for (const i of [0, 8, 16, p.bins.length - 1]) if (p.bins[i]) svg.append(s("text", { x: i * w + (i ? w : 0), y: height - 6, "text-anchor": i === 0 ? "start" : i === p.bins.length - 1 ? "end" : "middle" }, milliseconds(i ? p.bins[i].ms : 0)));
  host.replaceChildren(svg);
}
