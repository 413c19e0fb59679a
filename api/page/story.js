// One bundle's full story, and one slot whole.
import { h, clock, group, money, read, short, words } from "./format.js";

const step = (kind, title, ...lines) => h("li", { class: kind }, h("b", {}, title), ...lines.filter(Boolean).map((l) => h("small", {}, l, h("br"))));
const mono = (text) => h("span", { class: "mono" }, text);

// tell fills the panel with what was asked for: a slot by number, anything else by hash.
export async function tell(panel, text, names) {
  panel.hidden = false;
  panel.replaceChildren(h("p", { class: "empty" }, "Looking…"));
  try {
    const found = /^\d+$/.test(text) ? slot(await read(`/v1/slots/${text}`), names) : story(await read(`/v1/bundles/${text}`), names);
    panel.replaceChildren(close(panel), ...found);
  } catch (error) {
    panel.replaceChildren(close(panel), h("h2", {}, "Not found"), h("p", { class: "empty" }, error.message, error.hint ? `. ${error.hint}.` : ""));
  }
}

const close = (panel) => h("button", { class: "close", type: "button", onclick: () => { panel.hidden = true; history.replaceState(null, "", location.pathname); } }, "Close");

function story(row, names) {
  const steps = [];
  for (const a of row.attempts) {
    if (a.received_ms) steps.push(step("", `Received for slot ${group(a.slot)}`, clock(a.received_ms), a.receipt && h("span", {}, "a member signed that it holds it: ", mono(short(a.receipt.member)))));
    if (!a.fate) continue;
    const f = a.fate;
    const good = f.reason === "EXECUTED";
    steps.push(step(good ? "good" : "bad", good ? `Executed in slot ${group(a.slot)}${f.rank !== "0" ? `, rank ${f.rank}` : ""}` : `${words(f.reason)} in slot ${group(a.slot)}`,
      `bid ${money(f.bid)}, charged ${money(f.price)}, opening fee ${money(f.fee)}, ${group(f.gas_used)} gas, ${f.triggers} triggers`,
      f.hint && !good && `${f.field}: ${f.hint}`,
      f.failure && `stopped by leg ${f.failure.leg}, transaction ${f.failure.index} on ${names(f.failure.chain_id)}${f.failure.revert_reason ? `: “${f.failure.revert_reason}”` : ""}`,
      ...f.places.map((p) => h("span", {}, `${names(p.chain_id)}, block ${group(p.block)}, index ${p.index}: `, mono(short(p.tx)))),
      ...f.credits.map((c) => `${money(c.amount)} to ${names(c.chain_id)}`)));
    if (a.attestation) steps.push(step("", "Attested by the committee", h("span", {}, "header ", mono(short(a.attestation.header_root)), ", signature ", mono(short(a.attestation.signature)))));
    if (a.posted) steps.push(step("good", `Posted on L1 in block ${group(a.posted.l1_block)}`, h("span", {}, "transaction ", mono(short(a.posted.l1_tx)))));
  }
  return [h("div", { class: "head" }, h("h2", {}, "Bundle ", mono(short(row.bundle_hash))), h("span", { class: `tag ${row.state}` }, words(row.state)), h("p", {}, row.text)), h("ol", { class: "steps" }, steps)];
}

function slot(row, names) {
  const header = row.header;
  const rows = row.fates.map((f) => h("tr", { class: "go", onclick: () => { location.hash = f.envelope; } },
    h("td", { class: "mono" }, short(f.bundle_hash)), h("td", { class: "mono" }, short(f.bidder)), h("td", { class: "n" }, f.rank === "0" ? "" : f.rank),
    h("td", { class: "n" }, money(f.bid)), h("td", { class: "n" }, money(f.price)), h("td", {}, h("span", { class: `tag ${f.reason}` }, words(f.reason))), h("td", { class: "n" }, `${f.proof.length} hashes`)));
  return [
    h("div", { class: "head" }, h("h2", {}, `Slot ${group(row.slot)}`), h("span", { class: `tag ${row.stage === "posted" ? "EXECUTED" : "RECEIVED"}` }, row.stage), h("p", {}, clock(header.time_ms), ", header ", mono(short(header.root)), `, L1 view ${group(header.l1_number)}`)),
    row.fates.length ? h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ...["bundle", "bidder", "rank", "bid", "price", "fate", "proof"].map((t, i) => h("th", { class: [2, 3, 4, 6].includes(i) ? "n" : "" }, t)))), h("tbody", {}, rows))) : h("p", { class: "empty" }, "An empty batch."),
    h("p", { class: "empty" }, ...header.heads.map((x) => `${names(x.chain_id)}: block ${group(x.number)} with ${x.tx_count} transactions${x.closed_number !== "0" ? `, closed ${group(x.closed_number)}` : ""}.  `), h("a", { href: `/v1/slots/${row.slot}` }, "as JSON")),
  ];
}
