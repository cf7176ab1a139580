//===- editor.js - a stand-in for Visual Studio Code -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: editor.js EXTENSION LOOMP SOURCE OUTPUT. Runs the packed extension with a module `vscode`
// that has one document and no windows; whatever else the extension or its library takes from
// that module is there, and does nothing. Prints what a user would see.
//
//===----------------------------------------------------------------------===//

const fs = require('node:fs');
const Module = require('node:module');
const { pathToFileURL } = require('node:url');

const [extension, loomp, source, output] = process.argv.slice(2);

/** Something that can be called, constructed, extended, and asked for anything. */
function anything(known = {}) {
  const target = Object.assign(class {}, known);
  return new Proxy(target, {
    get: (object, name) =>
      name in object || typeof name === 'symbol' ? object[name] : (object[name] = anything()),
    apply: () => ({ dispose() {} }),
  });
}

class EventEmitter {
  listeners = new Set();
  event = (listener, self) => {
    const call = self ? listener.bind(self) : listener;
    this.listeners.add(call);
    return { dispose: () => this.listeners.delete(call) };
  };
  fire(value) {
    for (const listener of [...this.listeners])
      listener(value);
  }
  dispose() {
    this.listeners.clear();
  }
}

class Uri {
  constructor(parts) {
    Object.assign(this, { authority: '', query: '', fragment: '', ...parts });
  }
  static parse(text) {
    const { protocol, pathname } = new URL(text);
    return new Uri({ scheme: protocol.slice(0, -1), path: decodeURIComponent(pathname) });
  }
  static from(parts) {
    return new Uri(parts);
  }
  get fsPath() {
    return this.path;
  }
  toString() {
    const path = this.path.split('/').map(encodeURIComponent).join('/');
    return `${this.scheme}://${path}${this.query && '?' + encodeURIComponent(this.query)}`;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(...ends) {
    [this.start, this.end] =
      ends.length === 2 ? ends : [new Position(ends[0], ends[1]), new Position(ends[2], ends[3])];
  }
}
class Diagnostic {
  constructor(range, message) {
    Object.assign(this, { range, message });
  }
}
class WorkspaceEdit {
  edits = [];
  replace(uri, range, newText) {
    this.edits.push({ range, newText });
  }
}
class CodeActionKind {
  static Empty = new CodeActionKind("");
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}

const text = fs.readFileSync(source, 'utf8');
const document = {
  uri: Uri.parse(pathToFileURL(source).toString()),
  languageId: 'cpp',
  version: 1,
  isClosed: false,
  getText: () => text,
};
const commands = new Map();
const providers = new Map();
const applied = new EventEmitter();
const published = new EventEmitter();
const disposable = { dispose() {} };
const settings = {
  loomp: { form: null, 'extra-arg': [], server: { path: loomp, arguments: ['--debounce=0'] } },
};

const vscode = anything({
  version: '1.82.0',
  EventEmitter,
  Uri,
  Position,
  Range,
  Diagnostic,
  ViewColumn: { Beside: -2 },
  CodeActionKind,
  WorkspaceEdit,
  Disposable: class {
    constructor(dispose) {
      this.dispose = dispose;
    }
    static from = (...all) => ({ dispose: () => all.forEach((each) => each.dispose()) });
  },
  CancellationTokenSource: class {
    token = { isCancellationRequested: false, onCancellationRequested: () => disposable };
    cancel() {}
    dispose() {}
  },
  commands: anything({
    registerCommand(name, action) {
      commands.set(name, action);
      return { dispose: () => commands.delete(name) };
    },
  }),
  env: anything({ appName: 'stand-in', language: 'en' }),
  languages: anything({
    createDiagnosticCollection: () => ({
      ...disposable,
      clear() {},
      delete() {},
      set: (_, diagnostics) => published.fire(diagnostics),
    }),
    match: (selector, { languageId }) =>
      [selector].flat().some(({ language }) => language === languageId) ? 10 : 0,
  }),
  workspace: anything({
    textDocuments: [document],
    workspaceFolders: undefined,
    notebookDocuments: [],
    getConfiguration(section = '') {
      const names = section.split('.').filter((name) => name);
      const found = names.reduce((value, name) => value?.[name], settings);
      return { ...found, get: (key, otherwise) => found?.[key] ?? otherwise };
    },
    registerTextDocumentContentProvider(scheme, provider) {
      providers.set(scheme, provider);
      return disposable;
    },
    async openTextDocument(uri) {
      return { uri, text: await providers.get(uri.scheme).provideTextDocumentContent(uri) };
    },
    async applyEdit(edit) {
      applied.fire(edit);
      return true;
    },
  }),
  window: anything({
    activeTextEditor: { document, selection: { active: new Position(12, 4) } },
    visibleTextEditors: [],
    createOutputChannel: () => anything({ append() {}, appendLine() {}, dispose() {}, show() {} }),
    showTextDocument: async ({ uri, text: shown }) => {
      console.log(`a document '${uri.path}'`);
      fs.writeFileSync(output, shown);
    },
    showErrorMessage: async (message) => console.log(`an error: ${message}`),
    showWarningMessage: async (message) => console.log(`a warning: ${message}`),
    showInformationMessage: async (message) => console.log(`a message: ${message}`),
    withProgress: async (_, task) =>
      task({ report() {} }, new vscode.CancellationTokenSource().token),
    tabGroups: { all: [], onDidChangeTabs: () => disposable },
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const next = (emitter) => new Promise((done) => emitter.event(done));

async function run() {
  const subscriptions = [];
  const first = next(published);
  await require(extension).activate({ subscriptions });
  for (const { message } of await first)
    console.log(`a diagnostic: ${message}`);
  await commands.get('loomp.explainLoop')();
  const edit = next(applied);
  await commands.get('loomp.parallelizeFile')();
  for (const { range, newText } of (await edit).edits)
    console.log(`an edit in line ${range.start.line + 1}: ${newText.trim()}`);
  // From a lens, at a place without a loop.
  await commands.get('loomp.explain')({ uri: document.uri.toString(), line: 0, character: 0 });
  await commands.get('loomp.restart')();
  settings.loomp.server.path = '/nowhere/loomp';
  await commands.get('loomp.restart')();
  subscriptions.forEach((each) => each.dispose());
  process.exit(0);
}

setTimeout(() => {
  console.error('what should come does not come');
  process.exit(1);
}, 60000).unref();
run().catch((error) => {
  console.error(error);
  process.exit(1);
});
