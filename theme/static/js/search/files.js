// The files of the index, each fetched once.

/** The version of the files that this engine reads (docs/search-format.md). */
export const FORMAT = 1;

/** The index is of another version than the engine; `remedy` says what to do. */
export class VersionMismatch extends Error {
  name = "VersionMismatch";

  constructor(found) {
    super(`the search index has format ${found}, this page reads format ${FORMAT}`);
    this.remedy = "Reload the page; if that does not help, build the site again and publish all of it.";
  }
}

/** Files below a folder, through the `fetch` that is given. */
export class Files {
  constructor(base, fetch) {
    this.base = base;
    this.fetch = fetch;
    this.found = new Map();
  }

  /** A file as JSON. */
  json(path, init) {
    return this.once(path, (response) => response.json(), init);
  }

  /** A file as bytes. */
  bytes(path) {
    return this.once(path, async (response) => new Uint8Array(await response.arrayBuffer()));
  }

  once(path, read, init) {
    if (!this.found.has(path)) {
      const found = this.get(path, init).then(read);
      found.catch(() => this.found.delete(path));
      this.found.set(path, found);
    }
    return this.found.get(path);
  }

  async get(path, init) {
    const response = await this.fetch(this.base + path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
}
