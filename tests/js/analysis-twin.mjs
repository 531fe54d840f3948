// Answers lines of [name, rows of arguments] with what the JavaScript analysis makes of each, for pytest.
import { createInterface } from "node:readline";
import { stem } from "../../theme/static/js/search/english.js";
import { readNumbers } from "../../theme/static/js/search/numbers.js";
import { analyse, isNumber } from "../../theme/static/js/search/terms.js";
import { rawTokens, spans } from "../../theme/static/js/search/tokens.js";
import { decoded, isSyllable } from "../../theme/static/js/search/typing.js";

const kindOf = (form) => (isNumber(form) ? "number" : isSyllable(form) ? "syllable" : "word");

const answers = {
  tokens: rawTokens,
  spans,
  stem,
  decoded,
  syllable: isSyllable,
  term(raw, language) {
    const { key, form } = analyse(raw, language);
    return [kindOf(form), key, form];
  },
  numbers: (query) => readNumbers(query).map((number) => Object.values(number)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, rows] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(rows.map((row) => answers[name](...row)))}\n`);
}
