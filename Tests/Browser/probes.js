// What the checks ask of a page, from inside of it. Each probe answers [rule, element, message].
globalThis.probes = (() => {
  const violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));

  const name = (element) =>
    element ? element.outerHTML.slice(0, 140).replace(/\s+/g, " ") : "nothing";
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const inside = (box) =>
    box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;

  /** Whether the middle of one of an element's boxes is in the window and nothing lies on it. */
  const isSeen = (element) =>
    [...element.getClientRects()].filter(inside).some((box) => {
      const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
      const bottom = Math.min(box.bottom, innerHeight);
      const y = Math.min(Math.max((box.top + bottom) / 2, 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });

  /** With `style` on the page nothing is wider than the window, and no text is cut off. */
  const overflow = (style, look) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    const found = [];
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => {
      for (let e = element; e && e !== document.body; e = e.parentElement)
        if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true;
      return false;
    };
    if (document.scrollingElement.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll("*")].filter((e) =>
        isShown(e) && e.getBoundingClientRect().right > width + 1 && !scrolls(e));
      const culprits = wide.length ? wide.slice(-3) : [document.documentElement];
      for (const e of culprits) found.push(["reflow", name(e), "wider than the window", look]);
    }
    for (const e of document.body.querySelectorAll("*")) {
      const set = getComputedStyle(e);
      const cuts = (way, whole, part) =>
        /hidden|clip/.test(set[way]) && whole > part + 2 && part > 1;
      const isCut = cuts("overflowX", e.scrollWidth, e.clientWidth)
        || cuts("overflowY", e.scrollHeight, e.clientHeight);
      if (isCut && isShown(e) && e.innerText?.trim())
        found.push(["cut-off", name(e), "text is cut off", look]);
    }
    document.adoptedStyleSheets = [];
    return found;
  };

  // The keyboard. A stop is what Tab must reach; its look without focus is kept for comparison.

  const NATIVE = "a[href], summary, button, input, select, textarea";
  const LOOK = ["outlineStyle", "outlineWidth", "boxShadow", "backgroundColor", "borderColor"];
  const look = (element) => {
    const set = getComputedStyle(element);
    return LOOK.map((key) => set[key]);
  };
  const hasMark = (element, before) => {
    const now = look(element);
    const outlined = now[0] !== "none" && parseFloat(now[1]) >= 1;
    return outlined || now.slice(2).some((value, index) => value !== before[index + 2]);
  };
  let walk;

  const startWalk = () => {
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    // The point from which Tab goes on is the beginning of the page again.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    const stops = [...document.querySelectorAll(`${NATIVE}, [tabindex]`)]
      .filter((e) => isShown(e) && (e.matches(NATIVE) || e.tabIndex >= 0));
    walk = { stops, before: new Map(stops.map((e) => [e, look(e)])), seen: [], found: [] };
    return stops.length;
  };

  const step = () => {
    const element = document.activeElement;
    if (!element || element === document.body || walk.seen.includes(element)) return false;
    walk.seen.push(element);
    if (!isSeen(element))
      walk.found.push(["focus-hidden", name(element), "focused, but not to be seen"]);
    const before = walk.before.get(element);
    if (before && !hasMark(element, before))
      walk.found.push(["focus-mark", name(element), "focused, but looks the same"]);
    return true;
  };

  const endWalk = (look) => {
    for (const e of walk.stops)
      if (!walk.seen.includes(e)) walk.found.push(["keyboard", name(e), "Tab does not reach it"]);
    const order = walk.seen.filter((e) => walk.stops.includes(e));
    order.slice(1).forEach((e, index) => {
      if (!(order[index].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING))
        walk.found.push(["tab-order", name(e), "Tab goes back in the page"]);
    });
    return walk.found.map((problem) => [...problem, look]);
  };

  const main = () => document.querySelector("main");
  const focused = () => name(document.activeElement);
  const isSkipLink = () => {
    const link = document.activeElement.getAttribute("href") ?? "";
    const id = decodeURIComponent(link.slice(1));
    const target = link.startsWith("#") && document.getElementById(id);
    return Boolean(target && main() && (target === main() || main().contains(target)));
  };
  /** In the main part, or behind it where nothing in it can be focused. */
  const isInMain = () => {
    const element = document.activeElement;
    const behind = main().compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return main().contains(element) || (behind && !main().querySelector("a[href], summary"));
  };

  const folds = () =>
    [...document.querySelectorAll("details > summary")].filter(isShown).slice(0, 3);
  const focusFold = (index) => {
    folds()[index].focus();
    return folds()[index].parentElement.open;
  };

  /** The clause named in the address is in the window, nothing lies on it, and it is marked. */
  const target = (look, mustBeMarked) => {
    const element = document.querySelector(":target");
    if (!element) return [["target", location.hash, "no such element", look]];
    const twin = element.cloneNode(true);
    twin.removeAttribute("id");
    element.after(twin);
    const marks = ["backgroundColor", "outlineStyle", "boxShadow", "borderColor"];
    const [one, two] = [getComputedStyle(element), getComputedStyle(twin)];
    const isMarked = marks.some((key) => one[key] !== two[key]);
    twin.remove();
    const found = [];
    const top = element.getBoundingClientRect().top;
    if (!isSeen(element) || top < -1) found.push(["target", location.hash, "not to be seen", look]);
    if (mustBeMarked && !isMarked) found.push(["target", location.hash, "not marked", look]);
    return found;
  };

  const styled = () =>
    [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)
      ? [] : [["print-policy", "style", "the style is not applied"]];

  const contents = () =>
    [...document.querySelectorAll("nav")].filter((e) => e.querySelector('a[href^="#"]'));
  const seenLinks = (nav) => [...nav.querySelectorAll('a[href^="#"]')].filter(isShown);

  const contentsFollow = () => {
    scrollTo(0, document.querySelector("article")?.getBoundingClientRect().bottom - innerHeight);
    return contents().filter((nav) => !seenLinks(nav).some(isSeen))
      .map((nav) => ["contents", name(nav), "it does not follow the reader on a wide screen"]);
  };
  const contentsFold = () =>
    contents().flatMap((nav) => {
      const found = [];
      const fold = nav.querySelector("summary");
      if (seenLinks(nav).length > 0) found.push("it is not folded on a narrow screen");
      else if (fold?.click() || seenLinks(nav).length === 0) found.push("it does not unfold");
      return found.map((message) => ["contents", name(nav), message]);
    });

  return { violations, overflow, startWalk, step, endWalk, focused, isSkipLink, isInMain, folds,
           focusFold, target, styled, contentsFollow, contentsFold };
})();
