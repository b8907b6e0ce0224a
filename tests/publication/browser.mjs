// A page as a reader's browser has it, and what happens in it, for the programs beside this one.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** Calls `look` with a browser that is closed whatever happens, and prints what it returns as JSON. */
export async function printed(look) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    process.stdout.write(JSON.stringify(await look(browser)));
  } finally {
    await browser.close();
  }
}

/** A page with a file in it, and lists of what it asked for, and of what went wrong in it or opened a dialog. */
export async function opened(browser, file, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  const [requests, errors] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  const url = String(pathToFileURL(file));
  await page.goto(url);
  return { page, requests: () => requests.filter((asked) => asked !== url), errors, close: () => context.close() };
}
