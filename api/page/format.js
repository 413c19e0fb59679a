// Words and numbers as people read them.

// h makes an element; text is never parsed as markup.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

const svgSpace = "http://www.w3.org/2000/svg";

// s is the same for SVG.
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  fill(element, attributes, children);
  return element;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style" && typeof value === "object") for (const [k, v] of Object.entries(value)) element.style.setProperty(k, v);
    else element.setAttribute(name, value);
  }
  for (const child of children.flat()) if (child !== undefined && child !== null && child !== false) element.append(child);
}

// money shows wei in the unit that needs the fewest digits, exactly up to four places.
export function money(wei) {
  const v = BigInt(wei || "0");
  if (v === 0n) return "0";
  const units = [["ETH", 18, 10n ** 14n], ["gwei", 9, 10n ** 5n], ["wei", 0, 0n]];
  for (const [unit, digits, least] of units) {
    if (v < least) continue;
    if (digits === 0) return `${v} wei`;
    const base = 10n ** BigInt(digits);
    const fraction = ((v % base) * 10000n / base).toString().padStart(4, "0").replace(/0+$/, "");
    return `${group(v / base)}${fraction ? "." + fraction : ""} ${unit}`;
  }
  return `${v} wei`;
}

// ether is for plots only, where a rounded number is what the eye gets anyway.
export const ether = (wei) => Number(BigInt(wei || "0")) / 1e18;

export const group = (v) => v.toString().replace(/\B(?=(\d{3})+$)/g, "\u202f");
export const short = (hash) => (hash && !/^0x0+$/.test(hash) ? `${hash.slice(0, 8)}…${hash.slice(-4)}` : "–");
export const clock = (ms) => (Number(ms) ? new Date(Number(ms)).toLocaleTimeString([], { hour12: false }) : "");
export const milliseconds = (v) => (v >= 1000 ? `${(v / 1000).toFixed(2)} s` : `${Math.round(v)} ms`);
export const words = (code) => code.toLowerCase().replaceAll("_", " ");
export const hue = (index) => `var(--r${index % 6})`;

export async function read(path) {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.error?.message || response.statusText), body.error);
  return body;
}
