// What is wrong with pages, by file, colours and width: node look.mjs report.html ...
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { opened, printed } from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

async function seen(page, colours, width) {
  await page.emulateMedia({ colorScheme: colours });
  await page.setViewportSize(WIDTHS[width]);
  const wider = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  const found = await page.evaluate(() => axe.run());
  const violations = found.violations.map(({ id, nodes }) => `${id} ${nodes.length}: ${nodes[0].html.slice(0, 200)}`);
  return { colours, width, wider, violations, rules: found.passes.length };
}

async function looked(browser, file) {
  const { page, requests, errors, close } = await opened(browser, file);
  await page.evaluate(axe);
  const looks = [];
  for (const colours of ["light", "dark"]) {
    for (const width of Object.keys(WIDTHS)) looks.push(await seen(page, colours, width));
  }
  await close();
  return { file, looks, errors, requests: requests(), unguarded: await unguarded(browser, file) };
}

// Without the page's policy, what the page would ask for is asked for.
async function unguarded(browser, file) {
  const { page, requests, close } = await opened(browser, file, { bypassCSP: true });
  await page.waitForLoadState("networkidle");
  await close();
  return requests();
}

await printed(async (browser) => {
  const found = [];
  for (const file of process.argv.slice(2)) found.push(await looked(browser, file));
  return found;
});
