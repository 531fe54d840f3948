// The part of the VS Code extension that knows front matter and schemas.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import frontMatter from "../../.vscode/extensions/congtinh/front-matter.js";

const { completions, faults, fieldAt, schemaFor } = frontMatter;
const file = fileURLToPath(new URL("../../docs/schemas/news.schema.json", import.meta.url));
const news = JSON.parse(readFileSync(file, "utf8"));
const lines = (text) => text.split("\n");
const names = (found) => found.map((one) => one.name);

test("the folder of a file decides its schema", () => {
  const schemas = { "content/news/": "a", "content/": "b" };
  assert.equal(schemaFor("content/news/2026/x.vi.md", schemas), "a");
  assert.equal(schemaFor("content\\news\\x.vi.md", schemas), "a");
  assert.equal(schemaFor("docs/x.md", schemas), undefined);
});

test("an empty line offers the keys of the type, without those nobody types", () => {
  const offered = names(completions(lines("---\n\n---\n"), 1, 0, news));
  assert.ok(offered.includes("by_line") && offered.includes("title"));
  assert.ok(!offered.includes("translation_of"));
});

test("after a key with a vocabulary its codes are offered", () => {
  const offered = completions(lines("---\ngenre: \n---\n"), 1, 7, news);
  assert.ok(names(offered).includes("phong-su-anh"));
  assert.ok(offered.every((one) => one.kind === "value"));
});

test("a list offers codes, and a group of keys its own keys", () => {
  const text = lines("---\ntopics:\n  - \nimages:\n  - file: /images/a.jpg\n    \n---\n");
  assert.ok(names(completions(text, 2, 4, news)).includes("du-lieu"));
  assert.ok(names(completions(text, 5, 4, news)).includes("credit"));
  assert.ok(!names(completions(text, 5, 4, news)).includes("genre"));
});

test("the text below the front matter is left alone", () => {
  const text = lines("---\ntitle: A\n---\n\nsumary: a word of the text");
  assert.deepEqual(completions(text, 4, 0, news), []);
  assert.ok(!names(faults(text, news)).includes("sumary"));
});

test("an unknown key, a key written twice and a missing one are told where they stand", () => {
  const found = faults(lines("---\ntitle: A\nsumary: B\ntitle: C\n---\n"), news);
  assert.deepEqual(found.map(({ kind, name, line }) => [kind, name, line]), [
    ["unknown", "sumary", 2],
    ["twice", "title", 3],
    ["missing", "summary", 0],
  ]);
});

test("a wrong key inside a group is told, one inside an open group is not", () => {
  const text = "---\ntitle: A\nsummary: B\nimages:\n  - fil: a\n    alt: b\nlegacy:\n  anything: c\n---\n";
  assert.deepEqual(names(faults(lines(text), news)), ["fil"]);
});

test("what looks like a key inside a long text is text", () => {
  const text = "---\ntitle: A\nsummary: |\n  sumary: not a key\n  more\nrights: C\n---\n";
  assert.deepEqual(faults(lines(text), news), []);
});

test("a key explains itself", () => {
  const field = fieldAt(lines("---\nby_line: A\n---\n"), 1, news);
  assert.match(field.title, /By-line/);
});
