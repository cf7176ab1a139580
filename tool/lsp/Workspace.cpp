//===- Workspace.cpp - the files that an editor has open ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Workspace.h"
#include "analyses/HeaderName.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

/// One reads headers while another answers for a file whose headers are known.
static constexpr unsigned threadCount = 2;
/// Between two looks at the disk.
static constexpr std::chrono::seconds lookInterval{2};

static Error failure(lsp::ErrorCode code, StringRef why) {
  return make_error<lsp::LSPError>(why.str(), code);
}

Workspace::Workspace(Settings settings, std::chrono::milliseconds debounce, bool looksAtDisk,
                     Listener listener)
    : TheSettings(std::move(settings)), Debounce(debounce), LooksAtDisk(looksAtDisk),
      TheListener(std::move(listener)) {
  for (unsigned i = 0; i < threadCount; ++i)
    Threads.emplace_back([this] { work(); });
}

Workspace::~Workspace() {
  {
    std::lock_guard lock(Mutex);
    IsEnding = true;
  }
  Changed.notify_all();
  for (std::thread &thread : Threads)
    thread.join();
  for (auto &[path, document] : Documents)
    for (auto &[request, answer] : document.waiting)
      answer(failure(lsp::ErrorCode::RequestFailed, "the server ends"));
}

//===----------------------------------------------------------------------===//
// What the editor does
//===----------------------------------------------------------------------===//

void Workspace::makeDirty(Document &document, Clock::duration delay) {
  document.isDirty = true;
  document.due = Clock::now() + (document.waiting.empty() ? delay : Clock::duration::zero());
  Changed.notify_all();
}

void Workspace::open(const std::string &path, std::string text, int64_t version) {
  std::lock_guard lock(Mutex);
  Document &document = Documents[path];
  document.text = std::move(text);
  document.version = version;
  document.stamp = ++LastStamp;
  makeDirty(document, Clock::duration::zero());
  analyzeIncluding(path);
}

bool Workspace::change(const std::string &path,
                       ArrayRef<lsp::TextDocumentContentChangeEvent> changes, int64_t version,
                       PositionEncoding encoding) {
  std::lock_guard lock(Mutex);
  auto found = Documents.find(path);
  if (found == Documents.end() || !applyChanges(found->second.text, changes, encoding))
    return false;
  found->second.version = version;
  found->second.stamp = ++LastStamp;
  makeDirty(found->second, Debounce);
  analyzeIncluding(path);
  return true;
}

void Workspace::save(const std::string &path) {
  std::lock_guard lock(Mutex);
  // What it includes may have changed on the disk.
  if (auto found = Documents.find(path); found != Documents.end())
    makeDirty(found->second, Clock::duration::zero());
  analyzeIncluding(path);
}

/// Other documents may include this one, if it is a header by its name.
void Workspace::analyzeIncluding(const std::string &path) {
  if (!isHeaderName(path))
    return;
  for (auto &[other, document] : Documents)
    if (other != path)
      makeDirty(document, Debounce);
}

bool Workspace::close(const std::string &path) {
  std::vector<std::pair<std::string, Answer>> waiting;
  {
    std::lock_guard lock(Mutex);
    auto found = Documents.find(path);
    if (found == Documents.end())
      return false;
    waiting = std::move(found->second.waiting);
    Documents.erase(found);
    analyzeIncluding(path);
  }
  for (auto &[request, answer] : waiting)
    answer(failure(lsp::ErrorCode::ContentModified, "the document was closed"));
  return true;
}

void Workspace::configure(std::vector<std::pair<std::string, std::string>> options,
                          std::chrono::milliseconds debounce) {
  {
    std::lock_guard lock(Mutex);
    TheSettings.options = std::move(options);
    Debounce = debounce;
  }
  analyzeAll();
}

void Workspace::analyzeAll() {
  std::lock_guard lock(Mutex);
  for (auto &[path, document] : Documents)
    makeDirty(document, Clock::duration::zero());
}

void Workspace::whenAnalyzed(const std::string &path, std::string request, Answer answer) {
  SharedAnalysis analysis;
  {
    std::lock_guard lock(Mutex);
    auto found = Documents.find(path);
    if (found != Documents.end()) {
      Document &document = found->second;
      if (document.isDirty || document.isRunning || !document.analysis) {
        document.waiting.emplace_back(std::move(request), std::move(answer));
        document.due = Clock::now();
        Changed.notify_all();
        return;
      }
      analysis = document.analysis;
    }
  }
  if (analysis)
    answer(std::move(analysis));
  else
    answer(failure(lsp::ErrorCode::InvalidParams, "the document is not open"));
}

void Workspace::cancel(const std::string &request) {
  std::vector<std::pair<std::string, Answer>> cancelled;
  {
    std::lock_guard lock(Mutex);
    for (auto &[path, document] : Documents)
      for (auto each = document.waiting.begin(); each != document.waiting.end();)
        if (each->first == request) {
          cancelled.push_back(std::move(*each));
          each = document.waiting.erase(each);
        } else {
          ++each;
        }
  }
  for (auto &[name, answer] : cancelled)
    answer(failure(lsp::ErrorCode::RequestCancelled, "cancelled"));
}

//===----------------------------------------------------------------------===//
// What the threads do
//===----------------------------------------------------------------------===//

void Workspace::work() {
  Databases databases;
  std::unique_lock lock(Mutex);
  while (!IsEnding) {
    // The document that has waited longest of those that are due.
    auto first = Documents.end();
    for (auto each = Documents.begin(); each != Documents.end(); ++each)
      if (each->second.isDirty && !each->second.isRunning &&
          (first == Documents.end() || each->second.due < first->second.due))
        first = each;
    if (first == Documents.end()) {
      if (!LooksAtDisk || Documents.empty())
        Changed.wait(lock);
      else if (Changed.wait_for(lock, lookInterval) == std::cv_status::timeout)
        lookAtDisk(lock);
    } else if (Clock::time_point due = first->second.due; Clock::now() < due) {
      Changed.wait_until(lock, due);
    } else {
      runOne(lock, first->first, databases);
    }
  }
}

/// Makes documents dirty that would be read otherwise now than when they were analysed: a header
/// has changed, or there is one where there was none. The lock is held before and after, and not
/// meanwhile.
void Workspace::lookAtDisk(std::unique_lock<std::mutex> &lock) {
  if (Clock::now() - LastLook < lookInterval)
    return; // another thread has
  LastLook = Clock::now();
  std::map<std::string, std::shared_ptr<const SeenFiles>> seen;
  for (const auto &[path, document] : Documents)
    seen[path] = document.seen;
  lock.unlock();

  // Open documents hide what the disk has there, however an include spells their path.
  auto isOpen = [&](StringRef path) {
    SmallString<256> plain(path);
    sys::path::remove_dots(plain, /*remove_dot_dot=*/true);
    return seen.count(plain.str().str()) > 0;
  };
  IntrusiveRefCntPtr<vfs::FileSystem> disk = vfs::getRealFileSystem();
  std::vector<std::string> changed;
  for (const auto &[path, files] : seen)
    if (files && !files->isAsSeen(*disk, isOpen))
      changed.push_back(path);

  lock.lock();
  for (const std::string &path : changed)
    if (auto found = Documents.find(path);
        found != Documents.end() && found->second.seen == seen[path] && !found->second.isDirty)
      makeDirty(found->second, Clock::duration::zero());
}

/// Analyses the document as it is now. The lock is held before and after, and not meanwhile.
void Workspace::runOne(std::unique_lock<std::mutex> &lock, const std::string &path,
                       Databases &databases) {
  const std::string name = path; // the document may be closed
  UnsavedTexts unsaved;
  for (const auto &[other, document] : Documents)
    unsaved[other] = {document.text, document.stamp};
  Document &document = Documents[name];
  document.isDirty = false;
  document.isRunning = true;
  const std::string text = document.text;
  const int64_t version = document.version;
  const std::shared_ptr<FileMemory> memory = document.memory;
  const Settings settings = TheSettings;
  lock.unlock();

  TheListener.begins(name);
  forgetChanged(databases);
  auto analysis = std::make_shared<const FileAnalysis>(
      analyzeText(name, version, text, unsaved, settings, databases, *memory));

  auto seen = std::make_shared<const SeenFiles>(std::exchange(memory->seen, {}));

  lock.lock();
  auto found = Documents.find(name);
  bool isOpen = found != Documents.end() && found->second.memory == memory;
  std::vector<std::pair<std::string, Answer>> waiting;
  if (isOpen) {
    found->second.isRunning = false;
    found->second.analysis = analysis;
    found->second.seen = seen;
    if (!found->second.isDirty)
      waiting = std::exchange(found->second.waiting, {});
  }
  Changed.notify_all();
  // Under the lock: what is said of a document after it was closed would stay in the editor.
  TheListener.ends(name, isOpen ? analysis : nullptr);
  lock.unlock();
  for (auto &[request, answer] : waiting)
    answer(SharedAnalysis(analysis));
  lock.lock();
}

} // namespace loomp
