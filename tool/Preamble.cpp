//===- Preamble.cpp - what the includes of a file compile to --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Preamble.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PreprocessorOptions.h"

using namespace llvm;

namespace loomp {

namespace {

/// Asks while the headers are in memory as a whole.
struct FactsOfHeaders : clang::PreambleCallbacks {
  void AfterExecute(clang::CompilerInstance &compiler) override {
    facts = factsOfHeaders(compiler.getASTContext());
  }
  HeaderFacts facts;
};

} // namespace

IntrusiveRefCntPtr<clang::FileManager>
Preamble::use(clang::CompilerInvocation &invocation, clang::FileManager &files,
              const std::shared_ptr<clang::PCHContainerOperations> &operations,
              clang::DiagnosticConsumer &consumer) {
  IntrusiveRefCntPtr<vfs::FileSystem> system = files.getVirtualFileSystemPtr();
  const clang::FrontendInputFile &input = invocation.getFrontendOpts().Inputs.front();
  auto text = system->getBufferForFile(input.getFile());
  if (!text)
    return makeIntrusiveRefCnt<clang::FileManager>(files.getFileSystemOpts(), system);
  Text = std::move(*text);
  clang::PreambleBounds bounds =
      clang::ComputePreambleBounds(invocation.getLangOpts(), *Text, /*MaxLines=*/0);
  std::vector<std::string> flags = invocation.getCC1CommandLine();
  if (Built && (flags != Flags || !Built->CanReuse(invocation, *Text, bounds, *system)))
    Built.reset();
  if (!Built)
    Headers.reset();
  if (!Built && bounds.Size > 0) {
    // It must not end the parse that it is for, which shares the consumer.
    auto diagnostics = clang::CompilerInstance::createDiagnostics(
        *system, invocation.getDiagnosticOpts(), &consumer, /*ShouldOwnClient=*/false);
    FactsOfHeaders callbacks;
    auto built = clang::PrecompiledPreamble::Build(invocation, Text.get(), bounds, diagnostics,
                                                   system, operations, /*StoreInMemory=*/true,
                                                   /*StoragePath=*/"", callbacks);
    if (diagnostics->hasErrorOccurred())
      return nullptr;
    if (built) {
      Built.emplace(std::move(*built));
      Flags = std::move(flags);
      Headers = callbacks.facts;
    }
  }
  if (Built) {
    Built->AddImplicitPreamble(invocation, system, Text.get());
    invocation.getPreprocessorOpts().RetainRemappedFileBuffers = true;
  }
  return makeIntrusiveRefCnt<clang::FileManager>(files.getFileSystemOpts(), system);
}

} // namespace loomp
