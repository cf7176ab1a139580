//===- client.ts - a client made of Microsoft's library of the protocol ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: client.js LOOMP SOURCE MESSAGES FIXED. Uses all that the server can do with the source,
// writes what became of the source to FIXED, and all messages of the server to MESSAGES: as
// constants in TypeScript, each with the type that the protocol gives it. So a compiler for
// TypeScript says whether the server speaks the protocol: nothing is missing, nothing is of another
// type, nothing is there that the protocol does not know.
//
//===----------------------------------------------------------------------===//

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';

/** A message of the server, and the method that it belongs to. */
interface Recorded {
  method: string;
  part: 'params' | 'result' | 'error';
  value: unknown;
}

const [loomp, source, messagesFile, fixedFile] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
];
const recorded: Recorded[] = [];
const uri = pathToFileURL(resolve(source)).toString();
const server = spawn(loomp, ['lsp', '--debounce=0'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = connect();

/** All that an editor might be able to do, so that the server does all that it can. */
const capabilities: lsp.ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    hover: { contentFormat: ['markdown'] },
  },
  window: { workDoneProgress: true },
};

async function run(): Promise<void> {
  let text = readFileSync(source, 'utf8');
  let settings: Record<string, unknown> = { inlayHints: true };
  const edits: lsp.WorkspaceEdit[] = [];
  const published = new Queue<lsp.PublishDiagnosticsParams>();
  const refreshed = new Queue<void>();
  const shown = new Queue<lsp.ShowMessageParams>();

  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) =>
    published.push(params),
  );
  connection.onNotification(lsp.ShowMessageNotification.type, (params) => shown.push(params));
  connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  connection.onRequest(lsp.RegistrationRequest.type, () => {});
  connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => {});
  connection.onRequest(lsp.InlayHintRefreshRequest.type, () => {});
  connection.onRequest(lsp.CodeLensRefreshRequest.type, () => refreshed.push());
  connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: true };
  });
  connection.listen();

  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
  });
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  const item = { uri, languageId: 'cpp', version: 1, text };
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: item,
  });
  const { diagnostics } = await published.next();

  const textDocument = { uri };
  const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument,
    range: all,
    context: { diagnostics },
  });
  check('each finding has an action', actions !== null && actions.length > diagnostics.length);
  const hints = await connection.sendRequest(lsp.InlayHintRequest.type, {
    textDocument,
    range: all,
  });
  check('hints', hints !== null && hints.length > 0);
  const lenses = await connection.sendRequest(lsp.CodeLensRequest.type, { textDocument });
  check('lenses', lenses !== null && lenses.length > 0);
  for (const { range } of diagnostics) {
    const hover = await connection.sendRequest(lsp.HoverRequest.type, {
      textDocument,
      position: range.start,
    });
    check('each finding has a hover', hover !== null);
  }
  const nothing = { textDocument, position: { line: 0, character: 0 } };
  check('no hover', (await connection.sendRequest(lsp.HoverRequest.type, nothing)) === null);

  const loop = lenses!.find(({ command }) => command?.command === 'loomp.explain')!.command!;
  const [place] = loop.arguments as [{ line: number }];
  const inside = { ...place, line: place.line + 1 }; // in the body, which has no loop
  const explanation = await execute('loomp.explain', loop.arguments!);
  check('an explanation is shown', (await shown.next()).message === explanation);
  check('from anywhere in the loop', (await execute('loomp.explain', [inside])) === explanation);
  await shown.next();
  for (const [command, args] of [
    ['loomp.explain', [{ uri, line: 0, character: 0 }]],
    ['loomp.unheardOf', []],
  ] as const)
    check('an error', await execute(command, [...args]).then(() => false, () => true));

  const fix = lenses!.find(({ command }) => command?.command === 'loomp.apply')!.command!;
  await execute(fix.command, fix.arguments!);
  await execute('loomp.fixAll', [{ uri }]);
  // Nothing but the settings changes: the editor is told to ask again.
  settings = { form: 'simd' };
  await connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {
    settings: null,
  });
  await refreshed.next();
  settings = { form: 'nonsense' };
  await connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {
    settings: null,
  });
  const { message } = await shown.next();
  const blame = "settings of the editor: error: invalid value 'nonsense' for 'form'";
  check(message, message.startsWith(blame));
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  const status = await new Promise((done) => server.on('exit', done));
  check('the end', status === 0);

  check('two edits', edits.length === 2);
  for (const change of edits[1]!.documentChanges!)
    if (lsp.TextDocumentEdit.is(change)) {
      const document = lsp.TextDocument.create(uri, 'cpp', 1, text);
      text = lsp.TextDocument.applyEdits(document, change.edits);
    }
  writeFileSync(fixedFile, text);
  writeFileSync(messagesFile, recorded.map(asConstant).join('\n') + '\n' + allMethods());
}

function execute(command: string, args: unknown[]): Promise<unknown> {
  const params = { command, arguments: args as lsp.LSPAny[] };
  return connection.sendRequest(lsp.ExecuteCommandRequest.type, params);
}

function check(what: string, condition: boolean): void {
  if (!condition)
    throw new Error(`failed: ${what}`);
}

/** What has come and nobody has waited for yet. */
class Queue<T> {
  private readonly values: T[] = [];
  private readonly waiting: ((value: T) => void)[] = [];

  push(value: T): void {
    const first = this.waiting.shift();
    if (first)
      first(value);
    else
      this.values.push(value);
  }

  async next(): Promise<T> {
    return this.values.length > 0
      ? this.values.shift()!
      : new Promise((done) => this.waiting.push(done));
  }
}

//===----------------------------------------------------------------------===//
// The record
//===----------------------------------------------------------------------===//

/** The library's connection, with an ear on both directions. */
function connect(): lsp.ProtocolConnection {
  const requests = new Map<number | string | null, string>();
  const reader = new lsp.StreamMessageReader(server.stdout);
  const writer = new lsp.StreamMessageWriter(server.stdin);
  const listen = reader.listen.bind(reader);
  reader.listen = (callback) =>
    listen((message) => {
      record(message, requests);
      callback(message);
    });
  const write = writer.write.bind(writer);
  writer.write = (message) => {
    if (lsp.Message.isRequest(message))
      requests.set(message.id, message.method);
    return write(message);
  };
  return lsp.createProtocolConnection(reader, writer);
}

function record(message: lsp.Message, requests: Map<number | string | null, string>): void {
  checkIntegers(message);
  if (lsp.Message.isResponse(message)) {
    const method = requests.get(message.id);
    check('an answer to a question', method !== undefined);
    checkFields(message, ['id', message.error ? 'error' : 'result']);
    const part = message.error ? 'error' : 'result';
    recorded.push({ method: method!, part, value: message[part] });
  } else {
    const isRequest = lsp.Message.isRequest(message);
    check('a request or notification', isRequest || lsp.Message.isNotification(message));
    const { method, params } = message as lsp.RequestMessage;
    checkFields(message, isRequest ? ['id', 'method', 'params'] : ['method', 'params']);
    check(`parameters of ${method}`, typeof params === 'object' && params !== null);
    recorded.push({ method, part: 'params', value: params });
  }
}

function checkFields(message: lsp.Message, names: string[]): void {
  const found = Object.keys(message).sort().join(' ');
  check(`'${found}' in a message`, found === [...names, 'jsonrpc'].sort().join(' '));
  check('the version', message.jsonrpc === '2.0');
}

/** TypeScript does not tell integers from other numbers. Codes of errors alone are negative. */
function checkIntegers(value: unknown, name = ''): void {
  if (typeof value === 'number')
    check(`${name} is ${value}`, Number.isInteger(value) && (value >= 0 || name === 'code'));
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value))
      checkIntegers(each, key);
}

/** By method, the name under which the library has its types. */
function typeNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(lsp)) {
    const method = (value as { type?: { method?: string } }).type?.method;
    if (method)
      names.set(method, name);
  }
  return names;
}

function asConstant({ method, part, value }: Recorded, index: number): string {
  const name = typeNames().get(method);
  const type =
    part === 'error'
      ? 'ErrorOf'
      : method === '$/progress'
        ? 'ProgressOf'
        : `${part === 'params' ? 'ParamsOf' : 'ResultOf'}<typeof lsp.${name}.type>`;
  return `const m${index}: ${type} = ${JSON.stringify(value)};`;
}

/** Which methods and parts there are, in a comment, for the test to compare. */
function allMethods(): string {
  const methods = new Set(recorded.map(({ method, part }) => `// ${method} ${part}`));
  return [...methods].sort().join('\n') + '\n';
}

run().catch((error) => {
  console.error(error);
  server.kill();
  process.exit(1);
});
