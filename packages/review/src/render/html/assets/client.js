// The page reads without this: it searches, filters, folds, and moves by keys. It keeps nothing and loads nothing.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const marks = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean);
  const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  // Text is read once, when it is first searched.
  const texts = new WeakMap();
  const textOf = (element) => {
    const text = texts.get(element) ?? element.textContent.toLowerCase();
    texts.set(element, text);
    return text;
  };

  const risks = findAll(".rule li").map((element) => ({
    element,
    heading: element.closest(".rule").querySelector("h3"),
    marks: { s: marks(element, "s"), i: marks(element, "i"), k: marks(element, "k") },
  }));
  const parts = findAll("details.part").map((element) => {
    const marksOf = { s: marks(element, "s"), i: marks(element, "i"), k: marks(element, "k") };
    const names = findAll(":scope > :not(table)", element);
    const bodies = findAll(":scope > table > tbody", element).map((body) => ({
      body,
      head: body.querySelector("tr.head"),
      rows: findAll(":scope > tr:not(.head)", body).map((row) => ({
        row,
        severities: [...marksOf.s, ...marks(body, "s"), ...marks(row, "s")],
      })),
    }));
    return { element, summary: element.firstElementChild, names, bodies, marks: marksOf };
  });
  const lines = parts.reduce((sum, { bodies }) => sum + bodies.reduce((rows, body) => rows + body.rows.length, 0), 0);

  const query = find("#query");
  const boxes = findAll("#controls input[type=checkbox]");
  const chosen = (name) => boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
  const any = (wanted, has) => wanted.length === 0 || wanted.some((each) => has.includes(each));
  let folded;

  /** Shows what matches, and says how much that is. */
  function apply() {
    const sought = words(query.value);
    const filter = { s: chosen("s"), i: chosen("i"), k: chosen("k") };
    const isOn = sought.length > 0 || filter.s.length + filter.i.length + filter.k.length > 0;
    const has = (elements) => (word) => elements.some((element) => element && textOf(element).includes(word));
    for (const { element, heading, marks: own } of risks) {
      element.hidden = !(
        any(filter.s, own.s) &&
        any(filter.i, own.i) &&
        any(filter.k, own.k) &&
        sought.every(has([element, heading]))
      );
    }
    let rowsShown = 0;
    // What a search unfolds is folded again when it is over.
    if (sought.length > 0)
      folded ??= new Set(parts.filter(({ element }) => !element.open).map(({ element }) => element));
    for (const { element, names, bodies, marks: own } of parts) {
      const isIn = any(filter.i, own.i) && any(filter.k, own.k);
      const rest = isIn ? sought.filter((word) => !has(names)(word)) : sought;
      let shown = 0;
      for (const { body, head, rows } of bodies) {
        const left = rest.filter((word) => !has([head])(word));
        let inBody = 0;
        for (const { row, severities } of rows) {
          const matches = isIn && any(filter.s, severities) && left.every(has([row]));
          if (row.hidden === matches) row.hidden = !matches;
          if (matches) inBody++;
        }
        body.hidden = inBody === 0;
        shown += inBody;
      }
      const isShown = shown > 0 || (isIn && bodies.length === 0 && rest.length === 0 && any(filter.s, own.s));
      element.hidden = !isShown;
      rowsShown += shown;
      if (sought.length > 0 && isShown && rest.length > 0) element.open = true;
    }
    if (sought.length === 0 && folded) {
      for (const element of folded) element.open = element.contains(document.activeElement);
      folded = undefined;
    }
    for (const outer of [...findAll(".rule"), ...findAll("main > section")]) {
      const inside = findAll("li[data-s], .part", outer);
      if (inside.length > 0) outer.hidden = inside.every(({ hidden }) => hidden);
    }
    const risksShown = risks.filter(({ element }) => !element.hidden).length;
    const partsShown = parts.filter(({ element }) => !element.hidden).length;
    const told = (shown, all, noun) => (isOn ? `${shown} of ${plural(all, noun)}` : plural(all, noun));
    find("#shown").textContent = [
      `${told(rowsShown, lines, "line")} in ${told(partsShown, parts.length, "group")}`,
      ...(risks.length > 0 ? [told(risksShown, risks.length, "risk")] : []),
    ].join(", ");
    find("#nothing").hidden = !isOn || risksShown + partsShown > 0;
    highlight(sought);
    tellFold();
  }

  /** Paints what was searched, without a change of the page. */
  function highlight(sought) {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete("found");
    if (sought.length === 0) return;
    const ranges = [];
    const walker = document.createTreeWalker(find("#main"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.TEXT_NODE
        ? NodeFilter.FILTER_ACCEPT
        : node.hidden
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP,
    );
    while (walker.nextNode() && ranges.length < 2000) {
      const text = walker.currentNode.data.toLowerCase();
      // Some capitals are longer in small.
      if (text.length !== walker.currentNode.length) continue;
      for (const word of sought) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function clear() {
    query.value = "";
    for (const box of boxes) box.checked = false;
    apply();
  }

  const isAllOpen = () => parts.every(({ element }) => element.hidden || element.open);
  function tellFold() {
    find("#fold").textContent = isAllOpen() ? "Fold all" : "Unfold all";
  }
  function foldAll() {
    const open = !isAllOpen();
    for (const { element } of parts) if (!element.hidden) element.open = open;
    tellFold();
  }

  function toggleView() {
    const isSide = root.dataset.view !== "side";
    root.dataset.view = isSide ? "side" : "inline";
    find("#view").setAttribute("aria-pressed", String(isSide));
  }

  const THEMES = ["system", "light", "dark"];
  function nextTheme() {
    const theme = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    find("#theme").textContent = `Theme: ${theme}`;
  }

  /** Brings something into view and to the keyboard, whatever is folded around it. */
  function go(element) {
    if (element === undefined) return;
    for (let outer = element.parentElement.closest("details"); outer; outer = outer.parentElement.closest("details")) {
      if (element !== outer.firstElementChild) outer.open = true;
    }
    if (element.tagName !== "SUMMARY") element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  /** From where the keyboard is, the next of some elements, or the one before. */
  function step(elements, by) {
    const here = document.activeElement;
    const inside = elements.findIndex((element) => element === here || (element.contains(here) && element !== here));
    if (inside >= 0) return go(elements[inside + by]);
    const isAhead = (element) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isLost = here === document.body || here === null || here.closest("#controls") !== null;
    const after = isLost ? 0 : elements.findIndex(isAhead);
    if (by > 0) return go(after < 0 ? undefined : elements[after]);
    return go(after < 0 ? elements.at(-1) : elements[after - 1]);
  }

  const shownParts = () => parts.filter(({ element }) => !element.hidden);
  /** What j and k go through: changes, and profiles that come or go without any told. */
  const stops = () =>
    shownParts().flatMap(({ summary, bodies }) =>
      bodies.length === 0
        ? [summary]
        : bodies.flatMap(({ body, rows }) =>
            body.hidden ? [] : rows.map(({ row }) => row).filter((row) => !row.hidden),
          ),
    );

  const KEYS = {
    j: () => step(stops(), 1),
    k: () => step(stops(), -1),
    n: () =>
      step(
        shownParts().map(({ summary }) => summary),
        1,
      ),
    p: () =>
      step(
        shownParts().map(({ summary }) => summary),
        -1,
      ),
    r: () =>
      step(
        risks.map(({ element }) => element).filter(({ hidden }) => !hidden),
        1,
      ),
    o: () => {
      const part = document.activeElement.closest("details.part");
      if (!part) return;
      part.open = !part.open;
      part.firstElementChild.focus();
    },
    e: foldAll,
    s: toggleView,
    t: nextTheme,
    "/": () => {
      query.focus();
      query.select();
    },
    "?": () => find("#help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || find("#help").open) return;
    const at = event.target;
    if (event.key === "Escape") {
      clear();
      if (at === query) query.blur();
      return;
    }
    if (at === query) {
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      event.preventDefault();
      apply();
      go(stops()[0]);
      return;
    }
    const isOnRow = at instanceof HTMLTableRowElement;
    if (isOnRow && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(stops(), event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    const act = find("#single").checked ? KEYS[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  /** A link into the page leads to what is there, also where a filter hides it. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("main") || target.id === "main") return;
    if (target.closest("[hidden]")) clear();
    go(target.matches("details.part") ? target.firstElementChild : target);
  }

  let waiting = 0;
  query.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  for (const box of boxes) box.addEventListener("change", apply);
  find("#controls").addEventListener("submit", (event) => event.preventDefault());
  find("#clear").addEventListener("click", () => {
    clear();
    query.focus();
  });
  find("#fold").addEventListener("click", foldAll);
  find("#view").addEventListener("click", toggleView);
  find("#theme").addEventListener("click", nextTheme);
  find("#keys").addEventListener("click", () => find("#help").showModal());
  find("#main").addEventListener("toggle", tellFold, true);
  addEventListener("hashchange", follow);
  let toFold = [];
  addEventListener("beforeprint", () => {
    toFold = findAll("details:not([open])");
    for (const element of toFold) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of toFold) element.open = false;
  });

  if (matchMedia("(max-width: 45rem)").matches) toggleView();
  find("#controls").hidden = false;
  apply();
  root.dataset.ready = "";
  if (location.hash) follow();
})();
