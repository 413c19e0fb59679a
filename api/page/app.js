// The page: reads what is stored, then follows the stream. It shows what the gateway says and computes nothing
// that the network decides.
import { h, clock, group, hue, milliseconds, money, read, short, words } from "./format.js";
import * as staff from "./staff.js";
import * as charts from "./charts.js";
import { tell } from "./story.js";

const kept = 400;
const state = { slots: new Map(), chains: [], stats: null, committee: null, last: 0, chosen: 0, beat: 0 };
const at = (id) => document.getElementById(id);
const name = (chain) => state.chains.find((c) => c.chain_id === String(chain))?.name || `chain ${chain}`;

function slotOf(n) {
  if (!state.slots.has(n)) {
    state.slots.set(n, { stage: "open", fates: [], heads: null });
    for (const old of state.slots.keys()) if (old < Math.max(...state.slots.keys()) - kept) state.slots.delete(old);
  }
  return state.slots.get(n);
}

const order = ["open", "closed", "opened", "executed", "attested", "posted"];
function advance(slot, stage) {
  if (order.indexOf(stage) > order.indexOf(slot.stage)) slot.stage = stage;
}

function onSlot(e) {
  const n = Number(e.slot);
  if (e.stage === "posted") {
    for (let i = Number(e.posted.first_slot); i <= Number(e.posted.last_slot); i++) if (state.slots.has(i)) advance(state.slots.get(i), "posted");
  } else {
    const slot = slotOf(n);
    advance(slot, e.stage);
    if (e.heads) slot.heads = e.heads;
    if (e.stage === "closed") slotOf(n + 1);
    if (e.stage === "attested") {
      state.last = Math.max(state.last, n);
      state.beat = Date.now();
      slot.latency = e.latency_ms;
    }
  }
  paint();
}

function onBundle(e) {
  if (e.stage !== "attested" || !e.fate) return;
  const slot = slotOf(Number(e.slot));
  if (!slot.fates.some((f) => f.envelope === e.fate.envelope)) slot.fates.push(e.fate);
  paint();
}

let painting = false;
function paint() {
  if (painting) return;
  painting = true;
  requestAnimationFrame(() => {
    painting = false;
    staff.draw(at("staff"), state.slots, state.chains, state.chosen, choose);
    figures();
    rollups();
    bundles();
  });
}

function choose(n) {
  state.chosen = n;
  location.hash = String(n);
}

function figures() {
  const s = state.stats, c = state.committee;
  const rows = [
    [group(state.last || 0), "slots attested"],
    [s ? group(Object.values(s.fates).reduce((a, b) => a + Number(b), 0)) : "–", "envelopes, each with one fate"],
    [s ? group(s.fates.EXECUTED || 0) : "–", "executed, all or nothing"],
    [s ? money(s.charged) : "–", "charged to winners"],
    [s && Number(s.closed_to_attested_ms.count) ? milliseconds(s.closed_to_attested_ms.p50) : "–", "closed to attested, median"],
    [c ? group(c.posted) : "–", "newest slot on L1"],
  ];
  at("figures").replaceChildren(...rows.map(([value, label]) => h("div", { class: "figure" }, h("b", {}, value), h("span", {}, label))));
  const late = Date.now() - state.beat > 5000;
  const live = at("live");
  live.dataset.state = state.beat ? (late ? "late" : "live") : "wait";
  live.lastElementChild.textContent = state.beat ? (late ? `nothing attested since ${clock(state.beat)}` : "live") : "waiting for a slot";
}

function rollups() {
  const head = [...state.slots.entries()].filter(([, x]) => x.heads).sort((a, b) => b[0] - a[0])[0]?.[1].heads;
  const host = at("rollups");
  if (host.childElementCount !== state.chains.length) {
    host.replaceChildren(...state.chains.map((c, i) => h("section", { class: "card rollup", style: { "--hue": hue(i) } },
      h("h2", {}, c.name, h("span", {}, `chain ${c.chain_id}`)), h("dl", {}),
      h("div", { class: "row" }, c.rpc && h("button", { type: "button", onclick: (e) => wallet(c, e.target) }, "Add to wallet"), c.rpc && h("button", { type: "button", onclick: (e) => copy(location.origin + c.rpc, e.target) }, "Copy RPC URL")))));
  }
  state.chains.forEach((c, i) => {
    const x = head?.find((r) => r.chain_id === c.chain_id) || c.head;
    const lines = [
      ["open block", x ? `${group(x.number)} · ${x.tx_count} transactions` : "–"],
      ["last closed", x && x.closed_number !== "0" ? `${group(x.closed_number)} · ${short(x.closed_hash)}` : (c.closed || "–")],
      ["revenue", money(state.stats?.revenue[c.chain_id] || c.revenue)],
      ["paid to", short(c.payout)],
    ];
    if (x && x.closed_number !== "0") c.closed = `${group(x.closed_number)} · ${short(x.closed_hash)}`;
    host.children[i].querySelector("dl").replaceChildren(...lines.flatMap(([k, v]) => [h("dt", {}, k), h("dd", { class: "mono" }, v)]));
  });
}

async function wallet(chain, button) {
  if (!window.ethereum) {
    button.textContent = "No wallet in this browser";
    return;
  }
  try {
    await window.ethereum.request({ method: "wallet_addEthereumChain", params: [{ chainId: `0x${BigInt(chain.chain_id).toString(16)}`, chainName: chain.name, rpcUrls: [location.origin + chain.rpc], nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 } }] });
    button.textContent = "Added";
  } catch (error) {
    button.textContent = error.message || "Refused";
  }
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = text;
  }
}

function bundles() {
  const rows = [...state.slots.entries()].sort((a, b) => b[0] - a[0]).flatMap(([n, x]) => x.fates.map((f) => [n, f])).slice(0, 40);
  at("bundles").tBodies[0].replaceChildren(...(rows.length ? rows.map(([n, f]) => h("tr", { class: "go", onclick: () => { location.hash = f.envelope; } },
    h("td", {}, n), h("td", { class: "mono" }, short(f.bundle_hash)), h("td", {}, ...dots(f)), h("td", { class: "n" }, money(f.bid)), h("td", { class: "n" }, money(f.price)),
    h("td", {}, h("span", { class: `tag ${f.reason}`, title: f.hint || "" }, words(f.reason))))) : [h("tr", {}, h("td", { colspan: 6, class: "empty" }, "No bundle yet."))]));
}

const dots = (f) => staff.touched(f).map((c) => h("i", { class: "dot", title: name(c), style: { "--hue": hue(Math.max(state.chains.findIndex((r) => r.chain_id === c), 0)) } }));

function committee() {
  const c = state.committee;
  at("committee-text").textContent = `${c.threshold} of ${c.members.length} sign; epoch ${c.epoch}. A threshold signature does not tell who took part.`;
  at("committee").tBodies[0].replaceChildren(...c.members.map((m) => h("tr", {}, h("td", {}, m.name || "member"), h("td", { class: "mono" }, short(m.account)), h("td", { class: "mono" }, m.public_share ? `share ${short(m.public_share)}` : "no share yet"))),
    h("tr", {}, h("td", {}, "group key"), h("td", { class: "mono", colspan: 2 }, c.group_key ? short(c.group_key) : "ceremony under way")));
}

async function refresh() {
  try {
    [state.stats, state.committee] = await Promise.all([read("/v1/stats"), read("/v1/committee")]);
    charts.draw(state.slots, state.chains);
    charts.funnel(at("funnel"), state.stats.fates);
    charts.histogram(at("latency"), state.stats.closed_to_attested_ms);
    const l = state.stats.closed_to_attested_ms;
    if (Number(l.count)) at("latency-text").textContent = `From a closed, unreadable batch to its attestation: median ${milliseconds(l.p50)}, p99 ${milliseconds(l.p99)}, of ${group(l.count)} slots.`;
    committee();
    paint();
  } catch (error) {
    console.warn("refresh", error);
  }
}

async function start() {
  staff.legend(at("legend"));
  state.chains = (await read("/v1/rollups")).items;
  const [slots, fates] = await Promise.all([read("/v1/slots?limit=240"), read("/v1/bundles?limit=600")]);
  for (const row of slots.items.reverse()) {
    const slot = slotOf(Number(row.slot));
    advance(slot, row.stage);
    if (row.heads?.length) slot.heads = row.heads;
    if (["attested", "posted"].includes(row.stage)) state.last = Math.max(state.last, Number(row.slot));
    state.beat = Math.max(state.beat, Number(row.attested_ms) || 0);
  }
  const oldest = Math.min(...state.slots.keys());
  for (const f of fates.items) {
    const n = Number(f.slot);
    if (n >= oldest && !slotOf(n).fates.some((x) => x.envelope === f.envelope)) slotOf(n).fates.push(f);
  }
  const stream = new EventSource("/v1/events");
  stream.addEventListener("slot", (e) => onSlot(JSON.parse(e.data)));
  stream.addEventListener("bundle", (e) => onBundle(JSON.parse(e.data)));
  stream.addEventListener("error", () => { at("live").dataset.state = "late"; at("live").lastElementChild.textContent = "reconnecting"; });
  await refresh();
  setInterval(refresh, 2000);
  setInterval(figures, 1000);
  new ResizeObserver(paint).observe(at("staff"));
  show();
}

function show() {
  const text = decodeURIComponent(location.hash.slice(1));
  if (!text) return;
  state.chosen = /^\d+$/.test(text) ? Number(text) : 0;
  tell(at("detail"), text, name);
  paint();
}

addEventListener("hashchange", show);
at("search").addEventListener("submit", (e) => {
  e.preventDefault();
  const text = new FormData(e.target).get("hash").trim();
  if (text) location.hash === `#${text}` ? show() : (location.hash = text);
});
at("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
  charts.draw(state.slots, state.chains);
  paint();
});
const theme = localStorage.getItem("theme");
if (theme) document.documentElement.dataset.theme = theme;
addEventListener("load", () => start().catch((error) => {
  at("live").dataset.state = "late";
  at("live").lastElementChild.textContent = `cannot start: ${error.message}; trying again`;
  setTimeout(() => location.reload(), 3000);
}));
