// What the table of figures answers to a reader who searches, chooses and sorts: node evidence.mjs report.html WORD ...
import { opened, printed } from "./browser.mjs";

const [file, ...words] = process.argv.slice(2);

const shown = (page) =>
  page.evaluate(() => ({
    entries: [...document.querySelectorAll("#table-figures .evidence")].filter((entry) => entry.checkVisibility()).map(({ id }) => id),
    count: document.querySelector("form[role=search] [role=status]")?.textContent ?? "",
  }));

async function searched(page, tools) {
  const found = {};
  for (const word of words) {
    await tools.getByRole("searchbox").fill(word);
    found[word] = await shown(page);
  }
  await tools.getByRole("button", { name: "Clear" }).click();
  return found;
}

async function chosen(page, tools) {
  const found = {};
  for (const name of ["Article", "Speaker", "Measure", "Country"]) {
    const select = tools.getByRole("combobox", { name: new RegExp(`^${name}`) });
    const options = await select.locator("option").allTextContents();
    found[name] = {};
    for (const option of options.slice(1)) {
      await select.selectOption(option);
      found[name][option] = await shown(page);
    }
    await tools.getByRole("button", { name: "Clear" }).click();
  }
  return found;
}

async function sorted(page) {
  const found = {};
  for (const name of ["Amount", "Period", "Said by"]) {
    const head = page.locator("#table-figures").getByRole("columnheader", { name });
    found[name] = [];
    for (const times of [1, 2]) {
      await head.getByRole("button").press("Enter");
      found[name].push({ ...(await shown(page)), said: await head.getAttribute("aria-sort") });
    }
  }
  return found;
}

// The citation of the first figure, as it comes out of the clipboard where it is pasted.
async function copied(page, tools) {
  const first = page.locator("#table-figures .evidence").first();
  await first.getByRole("button", { name: /copy/i }).press("Enter");
  await first.getByRole("button", { name: "Copied" }).waitFor(); // writing takes a moment, and then the button has the focus
  const search = tools.getByRole("searchbox");
  await search.focus();
  await page.keyboard.press("Control+V");
  return { entry: await first.getAttribute("id"), words: await search.inputValue() };
}

async function plain(browser) {
  const { page } = await opened(browser, file, { javaScriptEnabled: false });
  const entries = page.locator("#table-figures .evidence");
  const tools = page.getByRole("main").locator("button, input, select, [role=search]");
  return { entries: await entries.evaluateAll((all) => all.map(({ id }) => id)), tools: await tools.count() };
}

await printed(async (browser) => {
  const { page, errors } = await opened(browser, file);
  const tools = page.getByRole("search").first();
  return {
    plain: await plain(browser),
    first: await shown(page),
    searched: await searched(page, tools),
    chosen: await chosen(page, tools),
    cleared: await shown(page),
    sorted: await sorted(page),
    copied: await copied(page, tools),
    errors,
  };
});
