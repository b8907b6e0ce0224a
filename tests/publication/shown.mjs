// What a reader sees of a page, and what it does while it is open: node shown.mjs report.html
import { opened, printed } from "./browser.mjs";

await printed(async (browser) => {
  const { page, requests, errors } = await opened(browser, process.argv[2]);
  await page.locator("#table-figures").hover();
  await page.waitForLoadState("networkidle");
  const quoted = await page.locator(".evidence blockquote p").allTextContents();
  return { title: await page.title(), words: await page.innerText("body"), quoted, requests: requests(), errors };
});
