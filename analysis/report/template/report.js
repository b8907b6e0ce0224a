// What a page can do beside being read: search, choose and order the evidence, show the sentence behind a link, copy a
// citation, follow the reader in the contents. All of it is made here, so that without scripts nothing is there in vain.
// Words of articles enter the page as text alone, never as markup.

const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const main = document.querySelector("main");
const language = new Intl.Collator("en", { numeric: true });

const made = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
// "Côte d’Ivoire" is found by "cote".
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const target = (link) => document.getElementById(link.getAttribute("href").slice(1));

// The sentence of a piece of evidence. In a brief several figures stand below one sentence.
const sentence = (entry) => {
  const found = entry.querySelector("blockquote, .said") ?? entry.closest(".sentence")?.querySelector(".quote");
  if (!found) return "";
  const words = found.cloneNode(true);
  all(".note-number", words).forEach((number) => number.remove());
  return oneLine(words.textContent);
};

// Search, choice and order

const lists = [];
const values = (entry, name) => (entry.dataset[name] ?? "").split("|").filter(Boolean);
const texts = (entry) => all("th, td:not([colspan]), blockquote, .quote", entry).map((part) => part.textContent);
const sought = (entry) => plain([...texts(entry), entry.dataset.about ?? ""].join(" "));

const choice = (label, name, entries) => {
  const found = [...new Set(entries.flatMap((entry) => values(entry, name)))].sort(language.compare);
  const options = found.map((value) => made("option", { value }, value));
  return made("label", {}, label, made("select", { name }, made("option", { value: "" }, "All"), ...options));
};

const searchable = (entries, place, noun, choices) => {
  const search = made("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const labels = Object.entries(choices).map(([name, label]) => choice(label, name, entries));
  const selects = labels.map((label) => label.lastChild);
  const status = made("output", { role: "status" });
  const clear = made("button", { type: "button" }, "Clear");
  const attributes = { class: "tools", role: "search", "aria-label": `Search the ${noun}` };
  const tools = made("form", attributes, made("label", {}, "Search", search), ...labels, clear, status);
  const groups = new Set(entries.map((entry) => entry.closest(".sentences")).filter(Boolean));
  let known;

  const apply = () => {
    known ??= entries.map(sought);
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value);
    let shown = 0;
    entries.forEach((entry, n) => {
      const fits = words.every((word) => known[n].includes(word)) &&
        chosen.every((select) => values(entry, select.name).includes(select.value));
      entry.hidden = !fits;
      shown += fits;
    });
    groups.forEach((group) => { group.hidden = !group.querySelector(".sentence:not([hidden])"); });
    status.textContent = `${shown.toLocaleString("en")} of ${entries.length.toLocaleString("en")} ${noun}`;
  };
  const order = sortable(entries);
  const reset = () => { tools.reset(); order(); apply(); };

  tools.addEventListener("input", apply);
  tools.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => { reset(); search.focus(); });
  lists.push({ entries, reset });
  place.before(tools);
  apply();
};

// The style sheet shows the table as grids and cards; some browsers would no longer tell a screen reader that it is one.
const ROLES = { "": "table", "thead, tbody": "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
const keepRoles = (table) => {
  for (const [selector, role] of Object.entries(ROLES)) {
    for (const part of selector ? all(selector, table) : [table]) part.setAttribute("role", role);
  }
};

// Turn the heads of columns into buttons; what is returned brings back the first order, that of the dates.
const sortable = (entries) => {
  const table = entries[0].closest("table");
  if (!table) return () => {};
  keepRoles(table);
  const heads = all("thead th[data-key]", table);
  const order = (head, direction = 1) => {
    if (!head && !table.querySelector("[aria-sort]")) return;
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head?.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    const ranked = entries.map((entry) => [(head && entry.dataset[head.dataset.key]) ?? "", entry]);
    if (head) ranked.sort(([a], [b]) => !a - !b || direction * language.compare(a, b));
    table.append(...ranked.map(([, entry]) => entry));
  };
  for (const head of heads) {
    const button = made("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => order(head, head.getAttribute("aria-sort") === "ascending" ? -1 : 1));
    head.append(button);
  }
  return order;
};

// A link may lead to what the reader's choice has hidden.
const reveal = (place) => {
  const entry = place?.closest("[data-article][hidden]");
  if (entry) lists.find(({ entries }) => entries.includes(entry)).reset();
  return Boolean(entry);
};

const figures = all("tbody.evidence[data-article]");
const sentences = all(".sentence[data-article]");
const who = { article: "Article", speaker: "Speaker" };
if (figures.length) {
  const place = figures[0].closest(".table-wrap");
  searchable(figures, place, "figures", { ...who, measure: "Measure", parties: "Country or group" });
}
if (sentences.length) searchable(sentences, sentences[0].closest(".sentences"), "sentences", { ...who, about: "About" });
addEventListener("hashchange", () => {
  const place = document.querySelector(":target");
  if (reveal(place)) place.scrollIntoView();
});

// Sentences beside links: with pointer and keyboard; a finger opens the link at once.

const LINKS = '.mark a[href^="#"], a.cite[href^="#"]';
const tip = made("div", { class: "tip", id: "tip-of-links", role: "tooltip", hidden: "" });
main.append(tip);
let owner, waiting;

const hide = () => {
  clearTimeout(waiting);
  owner?.removeAttribute("aria-describedby");
  owner = undefined;
  tip.hidden = true;
};

const show = (link) => {
  const words = target(link) && sentence(target(link));
  if (!words || link === owner) return clearTimeout(waiting);
  hide();
  owner = link;
  link.removeAttribute("title"); // or the browser would show a second one
  const label = oneLine(link.getAttribute("aria-label") ?? "");
  const parts = label && label !== words ? [made("b", {}, label), words] : [words];
  tip.replaceChildren(...parts.map((part) => made("p", { dir: "auto" }, part)));
  tip.hidden = false;
  link.setAttribute("aria-describedby", tip.id);
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = box.bottom + tip.offsetHeight + 8 < innerHeight || box.top < tip.offsetHeight + 8;
  tip.style.left = `${Math.max(left, 8) + scrollX}px`;
  tip.style.top = `${(below ? box.bottom + 4 : box.top - tip.offsetHeight - 4) + scrollY}px`;
};

const soon = (action, milliseconds) => {
  clearTimeout(waiting);
  waiting = setTimeout(action, milliseconds);
};

document.addEventListener("pointerover", (event) => {
  const link = event.target.closest(LINKS);
  if (event.pointerType === "touch") return;
  if (tip.contains(event.target)) clearTimeout(waiting);
  else if (link) soon(() => show(link), 120);
  else if (owner !== document.activeElement) soon(hide, 250); // time to reach the sentence itself
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches(LINKS) && event.target.matches(":focus-visible")) show(event.target);
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!tip.contains(event.target)) hide();
  if (link) reveal(target(link));
});

// Citations to copy

const copied = made("p", { class: "unseen", role: "status" });
main.append(copied);

// What the table of sources says of an article, before its address and occasion.
const source = (reference) => {
  const head = all("#table-sources tbody th").find((cell) => oneLine(cell.textContent) === reference);
  const nodes = [...(head?.nextElementSibling?.childNodes ?? [])];
  const end = nodes.findIndex((node) => ["A", "BR"].includes(node.nodeName));
  const words = oneLine(nodes.slice(0, end < 0 ? nodes.length : end).map((node) => node.textContent).join(""));
  return [`Article ${reference}`, words].filter(Boolean).join(": ");
};

const citation = (entry) => {
  const [reference, date] = entry.dataset.article.split(", ");
  const said = [entry.dataset.speaker, date].filter(Boolean).join(", ");
  const offsets = all(".small", entry).at(-1).textContent.match(/Characters (\d+ to \d+)/);
  const number = entry.querySelector(".note-number")?.textContent.trim();
  const where = source(reference) + (offsets ? `; characters ${offsets[1]}` : "");
  return `“${sentence(entry)}” (${said}). ${where}. In: ${document.title}${number ? `, note ${number}` : ""}.`;
};

const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch { // no clipboard where the page was not opened safely
    const area = made("textarea", { class: "unseen" });
    area.value = words;
    main.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};

for (const entry of [...figures, ...sentences]) {
  const button = made("button", { type: "button", class: "copy" }, "Copy citation");
  all(".small", entry).at(-1).prepend(button);
}
main.addEventListener("click", async ({ target: button }) => {
  if (!button.matches(".copy")) return;
  const done = await copy(citation(button.closest("[data-article]")));
  button.focus();
  button.textContent = done ? "Copied" : "Not copied";
  copied.textContent = done ? "Citation copied" : "The browser does not let this page copy";
  setTimeout(() => { button.textContent = "Copy citation"; copied.textContent = ""; }, 3000);
});

// The contents follow the reader.

const contents = document.querySelector(".contents");
const entries = all(".contents > ol a");
const places = entries.map(target);
let current;

const follow = () => {
  const now = entries[places.findLastIndex((place) => place.getBoundingClientRect().top < innerHeight / 3)];
  if (now === current) return;
  current?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "location");
  current = now;
  if (now && contents.scrollHeight > contents.clientHeight) contents.scrollTop = now.offsetTop - contents.clientHeight / 2;
};
if (contents) {
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  follow();
}
