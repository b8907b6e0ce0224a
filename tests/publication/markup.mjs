// What is wrong with the markup of pages, by file: node markup.mjs report.html ...
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  // The standard allows both letters: ours are small.
  "doctype-style": ["error", { style: "lowercase" }],
  // What writes our pages closes `<br/>`, which the standard allows.
  "void-style": "off",
  // Marks of a chart lie over its points, at places that are worked out for each.
  "no-inline-style": "off",
  // What scrolls a wide table or chart is a region for the keyboard's sake; it is no section of the text.
  "prefer-native-element": ["error", { exclude: ["region"] }],
};
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));

const found = {};
for (const file of process.argv.slice(2)) {
  const { results } = await validator.validateFile(file);
  found[file] = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${ruleId} at ${line}:${column}: ${message}`),
  );
}
process.stdout.write(JSON.stringify(found));
