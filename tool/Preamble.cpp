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
    isUnfit = compiler.getPreprocessor().getCounterValue() != 0;
    const clang::SourceManager &sources = compiler.getSourceManager();
    for (auto file = sources.fileinfo_begin(); file != sources.fileinfo_end(); ++file)
      if (std::optional<StringRef> text = file->second->getBufferDataIfLoaded())
        isUnfit |= text->contains("push_macro");
  }
  HeaderFacts facts;
  bool isUnfit = false; ///< a precompiled header keeps neither counters nor stacks of macros
};

} // namespace

IntrusiveRefCntPtr<clang::FileManager>
Preamble::use(clang::CompilerInvocation &invocation, clang::FileManager &files,
              const std::shared_ptr<clang::PCHContainerOperations> &operations) {
  Added = {};
  IntrusiveRefCntPtr<vfs::FileSystem> system = files.getVirtualFileSystemPtr();
  const clang::FrontendInputFile &input = invocation.getFrontendOpts().Inputs.front();
  auto text = system->getBufferForFile(input.getFile());
  if (!text)
    return makeIntrusiveRefCnt<clang::FileManager>(files.getFileSystemOpts(), system);
  Text = std::move(*text);
  clang::PreambleBounds bounds =
      clang::ComputePreambleBounds(invocation.getLangOpts(), *Text, /*MaxLines=*/0);
  // What the headers themselves make of their templates is made once. [temp.point]: a program is
  // ill-formed if it means something else where this is done at its end.
  invocation.getLangOpts().PCHInstantiateTemplates = true;
  std::vector<std::string> flags = invocation.getCC1CommandLine();
  SmallString<256> path(input.getFile()); // whose text is looked at by itself
  (void)system->makeAbsolute(path);
  auto isText = [&](StringRef other) { return other == path; };
  std::string includes = Text->getBuffer().take_front(bounds.Size).str();
  auto isAsBuilt = [&] {
    clang::PreambleBounds before = Built->getBounds();
    return flags == Flags && includes == Built->getContents() &&
           bounds.PreambleEndsAtStartOfLine == before.PreambleEndsAtStartOfLine &&
           Seen.isAsSeen(*system, isText);
  };
  if (Built && !isAsBuilt())
    Built.reset();
  if (!Built)
    Headers.reset();
  bool isUnfit = flags == Flags && includes == UnfitText;
  if (!Built && bounds.Size > 0 && !isUnfit) {
    clang::IgnoringDiagConsumer nobody;
    auto diagnostics = clang::CompilerInstance::createDiagnostics(
        *system, invocation.getDiagnosticOpts(), &nobody, /*ShouldOwnClient=*/false);
    FactsOfHeaders callbacks;
    Seen = {};
    auto built = clang::PrecompiledPreamble::Build(
        invocation, Text.get(), bounds, diagnostics, Seen.watch(system), operations,
        /*StoreInMemory=*/true, /*StoragePath=*/"", callbacks);
    Flags = std::move(flags);
    UnfitText.clear();
    if (built && !diagnostics->hasErrorOccurred() && !callbacks.isUnfit) {
      Built.emplace(std::move(*built));
      Headers = callbacks.facts;
    } else if (callbacks.isUnfit) {
      UnfitText = std::move(includes);
    }
  }
  if (Built) {
    Built->AddImplicitPreamble(invocation, system, Text.get());
    invocation.getPreprocessorOpts().RetainRemappedFileBuffers = true;
  }
  return makeIntrusiveRefCnt<clang::FileManager>(files.getFileSystemOpts(), system);
}

} // namespace loomp
