"use strict";
/** What a schema says of the lines between two `---` lines; knows nothing of VS Code. */

const KEY = /^( *)(- )?([A-Za-z_][\w-]*):(.*)$/;

/** The schema of a path: that of the longest folder in `schemas` that holds it, or undefined. */
function schemaFor(path, schemas) {
  const plain = path.replaceAll("\\", "/");
  const folders = Object.keys(schemas).filter((folder) => plain.startsWith(folder));
  return schemas[folders.sort((a, b) => b.length - a.length)[0]];
}

/** The line after the last field, where `lines` begin with front matter; else 0. */
function endOf(lines) {
  if (lines.length === 0 || lines[0].trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  return end < 0 ? lines.length : end;
}

/** A schema without its `$ref`. */
function meant(schema, root) {
  if (!schema || !schema.$ref) return schema || {};
  return meant(schema.$ref.slice(2).split("/").reduce((at, part) => at[part], root), root);
}

/** Every form that a field may have, those of list entries too. */
function forms(schema, root) {
  const one = meant(schema, root);
  const inner = [...(one.anyOf || []), ...(one.items ? [one.items] : [])];
  return [one, ...inner.flatMap((form) => forms(form, root))];
}

/** The properties that hold at `line`: of the file, or of the group of keys that the line is in. */
function propertiesAt(lines, line, root) {
  const indent = lines[line].match(/^ */)[0].length + (/^ *- /.test(lines[line]) ? 2 : 0);
  if (indent === 0) return root.properties;
  for (let above = line - 1; above > 0; above -= 1) {
    const found = lines[above].match(KEY);
    if (found && found[1] === "" && !found[2]) {
      const field = root.properties[found[3]];
      const group = field && forms(field, root).find((form) => form.properties);
      return group ? group.properties : {};
    }
  }
  return {};
}

/** Where the group at `line` takes keys that the schema does not name. */
function isOpen(lines, line, root) {
  for (let above = line; above > 0; above -= 1) {
    const found = lines[above].match(KEY);
    if (found && found[1] === "" && !found[2]) {
      const field = root.properties[found[3]];
      if (!field) return true;
      const group = forms(field, root).find((form) => form.properties);
      return !group || group.additionalProperties !== false;
    }
  }
  return false;
}

/** The key of `line` with its columns, or undefined. */
function keyOf(text) {
  const found = text.match(KEY);
  if (!found) return undefined;
  const start = found[1].length + (found[2] || "").length;
  return { name: found[3], start, end: start + found[3].length, value: found[4].trim() };
}

/** The codes that a field offers, or `true` and `false`. */
function valuesOf(field, root) {
  const all = forms(field, root);
  const codes = all.find((form) => form.examples);
  if (codes) return codes.examples;
  return all.some((form) => form.type === "boolean") ? ["true", "false"] : [];
}

/** What to offer at a place: `{ kind: "key" | "value", name, field }`. */
function completions(lines, line, column, root) {
  if (line === 0 || line >= endOf(lines)) return [];
  const text = lines[line];
  const key = keyOf(text);
  if (key && column > key.end) {
    const field = propertiesAt(lines, line, root)[key.name];
    return field ? valuesOf(field, root).map((name) => ({ kind: "value", name, field })) : [];
  }
  if (/^ *- \S*$/.test(text.slice(0, column))) {
    const owner = ownerOf(lines, line, root);
    const codes = owner ? valuesOf(owner, root) : [];
    if (codes.length) return codes.map((name) => ({ kind: "value", name, field: owner }));
  }
  const written = text.trim() && !/^[ -]*[\w-]*$/.test(text);
  if (written) return [];
  return Object.entries(propertiesAt(lines, line, root))
    .filter(([, field]) => !field.deprecated)
    .map(([name, field]) => ({ kind: "key", name, field }));
}

function ownerOf(lines, line, root) {
  for (let above = line - 1; above > 0; above -= 1) {
    const found = lines[above].match(KEY);
    if (found && found[1] === "" && !found[2]) return root.properties[found[3]];
  }
  return undefined;
}

/** The field under a place, or undefined. */
function fieldAt(lines, line, root) {
  if (line === 0 || line >= endOf(lines)) return undefined;
  const key = keyOf(lines[line]);
  return key && propertiesAt(lines, line, root)[key.name];
}

/** Keys that the schema does not know, keys written twice, and what is required and missing. */
function faults(lines, root) {
  const end = endOf(lines);
  const found = [];
  const seen = new Set();
  let block = -1;
  for (let line = 1; line < end; line += 1) {
    const text = lines[line];
    const indent = text.match(/^ */)[0].length;
    if (block >= 0 && (indent > block || !text.trim())) continue;
    block = -1;
    const key = keyOf(text);
    if (!key) continue;
    if (/^[|>][+-]?\d*$/.test(key.value)) block = indent;
    const top = key.start === 0;
    if (!propertiesAt(lines, line, root)[key.name] && (top || !isOpen(lines, line, root))) {
      found.push({ kind: "unknown", line, ...key });
    } else if (top && seen.has(key.name)) {
      found.push({ kind: "twice", line, ...key });
    }
    if (top) seen.add(key.name);
  }
  const wanted = (root.anyOf || []).map((form) => form.required || []);
  if (end && wanted.length && !wanted.some((names) => names.every((name) => seen.has(name)))) {
    for (const name of wanted[0].filter((one) => !seen.has(one))) {
      found.push({ kind: "missing", line: 0, start: 0, end: 3, name });
    }
  }
  return found;
}

module.exports = { completions, endOf, faults, fieldAt, schemaFor };
