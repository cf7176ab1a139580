//===- Server.h - findings in editors -------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_SERVER_H
#define LOOMP_TOOL_LSP_SERVER_H

namespace loomp {

struct Options;

/// Serves one client by the Language Server Protocol, on stdin and stdout, until it says `exit` or
/// its end of the pipe closes. Returns the exit status: 0 if it had said `shutdown` before.
int serve(const Options &options);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_SERVER_H
