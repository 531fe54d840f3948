"use strict";
/** Front matter in VS Code: completion, explanations and faults from the schemas of docs/schemas. */

const vscode = require("vscode");
const frontMatter = require("./front-matter.js");

const WORDS = {
  unknown: (name) => `“${name}” không phải là trường của loại nội dung này.`,
  twice: (name) => `“${name}” được ghi hai lần.`,
  missing: (name) => `Còn thiếu trường bắt buộc “${name}”.`,
};

/** The schema of a document, read anew each time it changed on disk; undefined where it has none. */
async function schemaOf(document, known) {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) return undefined;
  const schemas = vscode.workspace.getConfiguration("congtinh", document.uri).get("schemas", {});
  const path = vscode.workspace.asRelativePath(document.uri, false);
  const file = frontMatter.schemaFor(path, schemas);
  if (!file) return undefined;
  const uri = vscode.Uri.joinPath(folder.uri, file);
  try {
    const { mtime } = await vscode.workspace.fs.stat(uri);
    const before = known.get(uri.toString());
    if (before && before.mtime === mtime) return before.schema;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const schema = JSON.parse(new TextDecoder().decode(bytes));
    known.set(uri.toString(), { mtime, schema });
    return schema;
  } catch {
    return undefined;
  }
}

function linesOf(document) {
  return document.getText().split(/\r?\n/);
}

function explained(field) {
  return new vscode.MarkdownString([`**${field.title || ""}**`, field.description || ""].join("\n\n"));
}

function offered({ kind, name, field }) {
  const isKey = kind === "key";
  const item = new vscode.CompletionItem(
    name, isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.EnumMember);
  item.insertText = isKey ? `${name}: ` : name;
  item.detail = field.title;
  item.documentation = explained(field);
  return item;
}

function activate(context) {
  const known = new Map();
  const problems = vscode.languages.createDiagnosticCollection("congtinh");

  async function check(document) {
    if (document.languageId !== "markdown") return;
    const schema = await schemaOf(document, known);
    const found = schema ? frontMatter.faults(linesOf(document), schema) : [];
    problems.set(document.uri, found.map(({ kind, name, line, start, end }) => {
      const severity = kind === "missing" ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
      const fault = new vscode.Diagnostic(new vscode.Range(line, start, line, end), WORDS[kind](name), severity);
      fault.source = "Cổng Tĩnh";
      return fault;
    }));
  }

  context.subscriptions.push(
    problems,
    vscode.languages.registerCompletionItemProvider("markdown", {
      async provideCompletionItems(document, place) {
        const schema = await schemaOf(document, known);
        if (!schema) return [];
        return frontMatter.completions(linesOf(document), place.line, place.character, schema).map(offered);
      },
    }, ":", "-"),
    vscode.languages.registerHoverProvider("markdown", {
      async provideHover(document, place) {
        const schema = await schemaOf(document, known);
        const field = schema && frontMatter.fieldAt(linesOf(document), place.line, schema);
        return field ? new vscode.Hover(explained(field)) : undefined;
      },
    }),
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument((event) => check(event.document)),
    vscode.workspace.onDidCloseTextDocument((document) => problems.delete(document.uri)),
  );
  vscode.workspace.textDocuments.forEach(check);
}

module.exports = { activate };
