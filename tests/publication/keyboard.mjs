// What a reader without a pointer meets: a walk by Tab from the top of a page until the focus leaves it, the way past
// the contents, and the way from a chart to its evidence and back: node keyboard.mjs report.html
import { opened, printed } from "./browser.mjs";

// Noted before the walk: what can have the focus, in the order of the page, and how it looks without.
const prepare = () => {
  const looks = (element) => {
    const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
    return [outline, boxShadow, backgroundColor, borderColor].join("|");
  };
  const able = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const reachable = able.filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility());
  const before = new Map(reachable.map((element) => [element, looks(element)]));
  window.tip = () => document.querySelector("[role=tooltip]:not([hidden])")?.textContent ?? "";
  window.inView = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top;
  };
  window.focused = () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    return {
      place: reachable.indexOf(element),
      html: element.outerHTML.slice(0, 160),
      href: element.getAttribute("href"),
      inChart: Boolean(element.closest(".mark")),
      tip: window.tip(),
      marked: looks(element) !== before.get(element),
      inView: window.inView(element),
    };
  };
  return reachable.length;
};

async function walked(page) {
  const reachable = await page.evaluate(prepare);
  const stops = [];
  for (let stop = null; stops.length < 2 * reachable + 100; stops.push(stop)) {
    await page.keyboard.press("Tab");
    stop = await page.evaluate(() => window.focused());
    if (!stop) break;
  }
  return { reachable, stops };
}

async function skipped(page) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => window.focused());
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const within = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
  return { first, within };
}

// From the first point of a chart to its evidence by Enter, and from there back by the first link that Tab reaches.
async function there(page) {
  const point = page.locator('.mark a[href^="#e-"]').first();
  await point.focus();
  const tips = [await page.evaluate(() => window.tip())];
  await page.keyboard.press("Escape");
  tips.push(await page.evaluate(() => window.tip()));
  const [href, from] = await point.evaluate((link) => [link.getAttribute("href"), link.id]);
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => [location.hash, window.inView(document.querySelector(":target"))]);
  return { tips, href, from: `#${from}`, target, back: await back(page, from) };
}

async function back(page, from) {
  for (let stops = 0; stops < 5; stops++) {
    await page.keyboard.press("Tab");
    const leads = await page.evaluate(() => document.activeElement.getAttribute("href"));
    if (leads !== `#${from}`) continue;
    await page.keyboard.press("Enter");
    return page.evaluate(() => [location.hash, window.inView(document.querySelector(":target"))]);
  }
  return [];
}

await printed(async (browser) => {
  const { page } = await opened(browser, process.argv[2]);
  const { reachable, stops } = await walked(page);
  return { reachable, stops, skip: await skipped(page), there: await there(page) };
});
