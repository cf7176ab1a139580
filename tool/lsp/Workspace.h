//===- Workspace.h - the files that an editor has open --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A document that was changed is analysed by one of a few threads as soon as nothing has changed
// for a while, or as soon as someone asks. Whoever asks for an analysis gets that of the newest
// text: what was asked waits until there is one.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_WORKSPACE_H
#define LOOMP_TOOL_LSP_WORKSPACE_H

#include "tool/lsp/FileAnalysis.h"

#include "llvm/ADT/FunctionExtras.h"
#include "llvm/Support/Error.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace loomp {

using SharedAnalysis = std::shared_ptr<const FileAnalysis>;

class Workspace {
public:
  using Answer = llvm::unique_function<void(llvm::Expected<SharedAnalysis>)>;

  /// What is called from any thread, for one document by one thread at a time.
  struct Listener {
    std::function<void(const std::string &path)> begins;
    /// Without an analysis if the document was closed meanwhile.
    std::function<void(const std::string &path, SharedAnalysis)> ends;
  };

  /// `looksAtDisk`: nobody says which files change on the disk, so it looks itself.
  Workspace(Settings settings, std::chrono::milliseconds debounce, bool looksAtDisk,
            Listener listener);
  /// Waits for analyses that run. What was asked and not answered gets an error.
  ~Workspace();

  void open(const std::string &path, std::string text, int64_t version);
  /// Returns false if the document is not open or the changes make no sense.
  bool change(const std::string &path,
              llvm::ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> changes, int64_t version,
              PositionEncoding encoding);
  void save(const std::string &path);
  bool close(const std::string &path);

  /// Everything is analysed again with these options of the editor's.
  void configure(std::vector<std::pair<std::string, std::string>> options,
                 std::chrono::milliseconds debounce);
  /// Files have changed of which this knows nothing.
  void analyzeAll();

  /// Calls `answer` once, from any thread. `request` names it for `cancel`.
  void whenAnalyzed(const std::string &path, std::string request, Answer answer);
  void cancel(const std::string &request);

private:
  using Clock = std::chrono::steady_clock;

  struct Document {
    std::string text;
    int64_t version = 0, stamp = 1;
    bool isDirty = true, isRunning = false;
    Clock::time_point due; ///< when it is analysed, if it is dirty
    SharedAnalysis analysis;
    std::shared_ptr<FileMemory> memory = std::make_shared<FileMemory>();
    std::shared_ptr<const SeenFiles> seen;               ///< by the analysis; null: there is none
    std::vector<std::pair<std::string, Answer>> waiting; ///< with the names of the requests
  };

  void work();
  void runOne(std::unique_lock<std::mutex> &lock, const std::string &path, Databases &databases);
  void lookAtDisk(std::unique_lock<std::mutex> &lock);
  void makeDirty(Document &document, Clock::duration delay);
  void analyzeIncluding(const std::string &path);

  Settings TheSettings;
  std::chrono::milliseconds Debounce;
  bool LooksAtDisk;
  Listener TheListener;

  std::mutex Mutex; ///< of all below, and of the settings
  std::condition_variable Changed;
  bool IsEnding = false;
  int64_t LastStamp = 0;
  Clock::time_point LastLook;                ///< at the disk
  std::map<std::string, Document> Documents; ///< by absolute path
  std::vector<std::thread> Threads;
};

} // namespace loomp

#endif // LOOMP_TOOL_LSP_WORKSPACE_H
