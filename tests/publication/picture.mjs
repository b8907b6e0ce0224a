// A picture of a part of a page, on a screen of a width: node picture.mjs report.html SELECTOR WIDTH HEIGHT picture.png
import { opened, printed } from "./browser.mjs";

const [file, selector, width, height, path] = process.argv.slice(2);

await printed(async (browser) => {
  const viewport = { width: Number(width), height: Number(height) };
  const { page } = await opened(browser, file, { viewport, deviceScaleFactor: 2 });
  await page.locator(selector).evaluate((place) => place.scrollIntoView());
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, animations: "disabled" });
  return path;
});
