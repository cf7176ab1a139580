//===- messages.ts - the types of messages ---------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Goes in front of the messages that client.ts writes.
//
//===----------------------------------------------------------------------===//

import type * as lsp from 'vscode-languageserver-protocol';

type ParamsOf<T> =
  T extends lsp.ProtocolRequestType<infer P, any, any, any, any>
    ? P
    : T extends lsp.ProtocolNotificationType<infer P, any>
      ? P
      : T extends lsp.ProtocolRequestType0<any, any, any, any>
        ? Record<string, never> // an object without fields
        : never;
type ResultOf<T> =
  T extends lsp.ProtocolRequestType<any, infer R, any, any, any>
    ? R
    : T extends lsp.ProtocolRequestType0<any, any, any, any>
      ? null
      : never;
interface ProgressOf {
  token: lsp.ProgressToken;
  value: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd;
}
interface ErrorOf {
  code: number;
  message: string;
}

