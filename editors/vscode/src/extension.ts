//===- extension.ts - loomp in Visual Studio Code --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Starts `loomp lsp` beside whatever else serves C and C++. The library of the protocol does most
// of it: diagnostics, quick fixes, lenses, hints. What it cannot know is here: what to do with an
// explanation, and commands for the file or the loop at the cursor.
//
//===----------------------------------------------------------------------===//

import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
} from 'vscode-languageclient/node';

/** What the commands of the server take: a place in a document, counted as the protocol does. */
interface Place {
  uri: string;
  line: number;
  character: number;
}

const explanationScheme = 'loomp-explanation';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const connection = new Connection();
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    connection,
    vscode.workspace.registerTextDocumentContentProvider(explanationScheme, connection),
    register('loomp.parallelizeFile', () => connection.parallelizeFile()),
    register('loomp.explainLoop', () => connection.explainLoop()),
    register('loomp.restart', () => connection.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('loomp.server'))
        void connection.restart();
    }),
  );
  await connection.restart();
}

/** The running server, if there is one, and the documents that hold its explanations. */
class Connection implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private client: LanguageClient | undefined;
  private readonly explanations = new Map<string, string>();
  private readonly explanationChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.explanationChanged.event;

  async restart(): Promise<void> {
    const before = this.client;
    this.client = undefined;
    if (before?.isRunning())
      await before.stop();
    const client = new LanguageClient('loomp', 'loomp', serverOptions(), this.clientOptions());
    try {
      await client.start();
      this.client = client;
    } catch {
      const { command } = serverOptions();
      void vscode.window.showErrorMessage(
        `cannot run '${command} lsp': see the setting 'loomp.server.path'`,
      );
    }
  }

  async parallelizeFile(): Promise<void> {
    const place = placeOfCursor();
    if (place)
      await this.execute('loomp.fixAll', place);
  }

  async explainLoop(): Promise<void> {
    const place = placeOfCursor();
    if (place)
      await this.showExplanation(place);
  }

  /** Called by the editor for a document that `showExplanation` opens. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.explanations.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.explanationChanged.dispose();
    void this.client?.dispose();
  }

  private async showExplanation(place: Place): Promise<void> {
    const text = await this.execute('loomp.explain', place);
    if (typeof text !== 'string')
      return;
    const name = path.posix.basename(vscode.Uri.parse(place.uri).path);
    const uri = vscode.Uri.from({
      scheme: explanationScheme,
      path: `/${name}, line ${place.line + 1}`,
      query: place.uri, // two files may have one name
    });
    this.explanations.set(uri.toString(), text);
    this.explanationChanged.fire(uri); // it may be open, with what was true before
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  /** The result of a command of the server; says what is wrong if there is none. */
  private async execute(command: string, place: Place): Promise<unknown> {
    try {
      const params = { command, arguments: [place] };
      return await this.client?.sendRequest(ExecuteCommandRequest.type, params);
    } catch (error) {
      void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private clientOptions(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'c' },
        { scheme: 'file', language: 'cpp' },
      ],
      initializationOptions: { explain: 'result' }, // rather than as a message
      synchronize: { configurationSection: 'loomp' },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        // From a lens or a code action.
        executeCommand: async (command, args: unknown[], next) =>
          command === 'loomp.explain'
            ? this.showExplanation(args[0] as Place)
            : next(command, args),
      },
    };
  }
}

function serverOptions(): Extract<ServerOptions, { command: string }> {
  const settings = vscode.workspace.getConfiguration('loomp.server');
  return {
    command: settings.get<string>('path', 'loomp'),
    args: ['lsp', ...settings.get<string[]>('arguments', [])],
  };
}

function placeOfCursor(): Place | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor)
    return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}
