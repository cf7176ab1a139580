//===- Race.cpp - look for data races with ThreadSanitizer and Archer -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// ThreadSanitizer sees every access of the program but not how OpenMP's runtime orders threads;
// Archer, a tool that the runtime loads, tells it. Without Archer every barrier looks like a race,
// so a run that OpenMP took part in counts only if the runtime reports that it started the tool.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Race.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

using namespace llvm;

namespace loomp {

//===----------------------------------------------------------------------===//
// Reading the reports
//
//   WARNING: ThreadSanitizer: data race (pid=1)
//     Write of size 8 at 0x7ffc by thread T1:
//       #0 main.omp_outlined_debug__ /home/ann/pi.cpp:6:25 (program+0xea811) (BuildId: ...)
//     Previous write of size 8 at 0x7ffc by main thread:
//       #0 ...
//   SUMMARY: ...
//===----------------------------------------------------------------------===//

/// `    #0 function path:line:column (module+offset) ...`
static std::optional<RacePlace> parseFrame(StringRef frame) {
  frame = frame.ltrim();
  if (!frame.consume_front("#"))
    return std::nullopt;
  // The path is what stands before the last ` (module+0x`; it starts at the last ` /`.
  StringRef text = frame.take_front(std::min(frame.size(), frame.find("+0x")));
  text = text.take_front(std::min(text.size(), text.rfind(" (")));
  size_t start = text.find(" /");
  if (start == StringRef::npos)
    return std::nullopt;
  RacePlace place;
  StringRef path = text.drop_front(start + 1).rtrim();
  unsigned numbers[2] = {0, 0}, count = 0;
  while (count < 2) {
    auto [head, tail] = path.rsplit(':');
    unsigned number;
    if (tail.empty() || tail.getAsInteger(10, number))
      break;
    numbers[count++] = number;
    path = head;
  }
  place.file = path.str();
  place.line = count == 2 ? numbers[1] : numbers[0];
  place.column = count == 2 ? numbers[0] : 0;
  return place;
}

/// `  Previous atomic write of size 8 at 0x... by thread T1:` gives `atomic write`.
static std::string parseAccess(StringRef line) {
  line = line.ltrim();
  line.consume_front("Previous ");
  if (!line.contains(" of size ") || !line.contains(" at 0x") || !line.rtrim().ends_with(":"))
    return "";
  std::string kind = line.take_front(line.find(" of size ")).lower();
  return kind;
}

std::vector<DataRace> parseRaceReports(StringRef log, function_ref<bool(StringRef)> isUserFile) {
  struct Access {
    std::string kind;
    std::optional<RacePlace> innermost; ///< in a user file
    std::optional<RacePlace> withLine;  ///< the innermost that has a line number
    bool isPrecise() const { return innermost && innermost->line != 0; }
  };
  std::vector<DataRace> races;
  using Line = std::pair<std::string, unsigned>;
  std::set<std::pair<Line, Line>> seen;
  std::vector<Access> accesses;
  bool inReport = false, inStack = false;

  auto finishReport = [&] {
    if (!inReport || accesses.empty())
      return;
    if (accesses.size() == 1)
      accesses.push_back(accesses[0]);
    // The optimizer may leave an access without a line; its partner then speaks for both.
    auto placeOf = [&](const Access &mine, const Access &other) {
      if (mine.isPrecise())
        return *mine.innermost;
      if (other.isPrecise())
        return *other.innermost;
      return mine.withLine ? *mine.withLine : other.withLine.value_or(RacePlace());
    };
    DataRace race;
    race.place = placeOf(accesses[0], accesses[1]);
    race.previous = placeOf(accesses[1], accesses[0]);
    race.access = accesses[0].kind;
    race.previousAccess = accesses[1].kind;
    Line first(race.place.file, race.place.line), second(race.previous.file, race.previous.line);
    if (seen.insert(std::minmax(first, second)).second)
      races.push_back(race);
  };

  while (!log.empty()) {
    StringRef line;
    std::tie(line, log) = log.split('\n');
    if (line.starts_with("WARNING: ThreadSanitizer: ")) {
      finishReport();
      inReport = true;
      inStack = false;
      accesses.clear();
    } else if (line.starts_with("SUMMARY: ThreadSanitizer:") || line.starts_with("=====")) {
      finishReport();
      inReport = false;
    } else if (!inReport) {
      continue;
    } else if (std::string kind = parseAccess(line); !kind.empty()) {
      accesses.push_back({kind, std::nullopt, std::nullopt});
      inStack = true;
    } else if (line.trim().empty()) {
      inStack = false;
    } else if (inStack) {
      std::optional<RacePlace> frame = parseFrame(line);
      Access &access = accesses.back();
      if (!frame || !isUserFile(frame->file))
        continue;
      if (!access.innermost)
        access.innermost = frame;
      if (!access.withLine && frame->line != 0)
        access.withLine = frame;
    }
  }
  finishReport();
  return races;
}

std::vector<unsigned> originalLines(StringRef original, StringRef rewritten) {
  SmallVector<StringRef> before, after;
  original.split(before, '\n');
  rewritten.split(after, '\n');
  // At a difference, skip as few lines of both as make them agree again.
  constexpr size_t MaxSkip = 400;
  std::vector<unsigned> result;
  size_t b = 0, a = 0;
  while (a < after.size()) {
    if (b < before.size() && before[b] == after[a]) {
      result.push_back(unsigned(++b));
      ++a;
      continue;
    }
    size_t skipBefore = 0, skipAfter = 1;
    bool found = false;
    for (size_t skip = 1; skip <= MaxSkip && !found; ++skip)
      for (size_t s = 0; s <= skip && !found; ++s)
        if (b + s < before.size() && a + skip - s < after.size() &&
            before[b + s] == after[a + skip - s] && !before[b + s].trim().empty()) {
          skipBefore = s;
          skipAfter = skip - s;
          found = true;
        }
    for (size_t i = 0; i < skipAfter; ++i, ++a)
      result.push_back(unsigned(std::min(b + std::min(i, skipBefore), before.size() - 1)) + 1);
    b += skipBefore;
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Running the program
//===----------------------------------------------------------------------===//

std::string clangForRaces(const std::string &compiler) {
  for (const std::string &name : {compiler, std::string("clang++-22"), std::string("clang++")})
    if (sys::path::filename(name).contains("clang"))
      if (std::string path = findCompiler(compilerForLanguage(name, true)); !path.empty())
        return path;
  return "";
}

std::string findArcher(const std::string &clang, const std::string &folder, SignalWatch &watch) {
  ProcessRequest request;
  request.program = clang;
  request.command = {clang, "-print-file-name=libarcher.so"};
  request.output = folder + "/archer-path";
  request.timeLimit = 60;
  if (!runProcess(request, watch).succeeded())
    return "";
  std::string path = StringRef(readFile(request.output)).trim().str();
  // Clang gives the bare name back for what it does not find.
  return sys::path::is_absolute(path) && sys::fs::exists(path) ? path : "";
}

/// Beside the compiler itself rather than beside a link to it.
static std::string symbolizerFor(const std::string &clang) {
  SmallString<256> path;
  if (sys::fs::real_path(clang, path))
    return "";
  sys::path::remove_filename(path);
  sys::path::append(path, "llvm-symbolizer");
  return sys::fs::can_execute(path) ? path.str().str() : "";
}

RaceRun runForRaces(const RaceRequest &request, SignalWatch &watch) {
  std::string logPath = request.folder + "/tsan", toolLog = request.folder + "/openmp-tool";
  for (const std::string &old : filesOf(request.folder, "tsan."))
    sys::fs::remove(old);
  sys::fs::remove(toolLog);
  const char *own = std::getenv("TSAN_OPTIONS");
  std::string options = own ? std::string(own) + ":" : "";
  options += "ignore_noninstrumented_modules=1:history_size=7:exitcode=0:halt_on_error=0:"
             "report_thread_leaks=0:report_signal_unsafe=0:color=never:log_path=" +
             logPath;
  std::string symbolizer = symbolizerFor(request.clang);
  if (!symbolizer.empty())
    options += ":external_symbolizer_path=" + symbolizer;

  ProcessRequest process;
  process.program = request.program.path;
  process.command = request.program.command;
  process.workingDirectory = request.program.workingDirectory;
  process.environment = {{"TSAN_OPTIONS", options},
                         {"OMP_TOOL", "enabled"},
                         {"OMP_TOOL_LIBRARIES", request.archer},
                         {"OMP_TOOL_VERBOSE_INIT", toolLog},
                         {"OMP_NUM_THREADS", std::to_string(request.threads)},
                         {"OMP_DYNAMIC", "false"}};
  process.input = request.input;
  process.errors = request.folder + "/race-errors";
  process.timeLimit = request.timeLimit;
  process.memoryLimit = request.memoryLimit;
  process.guard = request.guard;
  ProcessResult ended = runProcess(process, watch);

  RaceRun run;
  run.interrupted = ended.end == ProcessResult::End::Interrupted;
  for (const std::string &log : filesOf(request.folder, "tsan."))
    run.log += readFile(log);

  std::string tool = readFile(toolLog), errors = readFile(process.errors);
  run.sawParallel = !tool.empty();
  // Its own failures go to the log or, before the log is open, to stderr.
  for (StringRef text : {StringRef(run.log), StringRef(errors)}) {
    size_t fatal = text.find("FATAL: ThreadSanitizer");
    if (fatal != StringRef::npos)
      run.problem = text.drop_front(fatal).split('\n').first.str();
  }
  if (!run.problem.empty())
    return run;
  if (ended.end != ProcessResult::End::Exited && !run.interrupted)
    run.problem = "under ThreadSanitizer the program " + describeEnd(ended, request.timeLimit);
  else if (run.sawParallel && !StringRef(tool).contains("Tool was started"))
    run.problem = "the OpenMP runtime did not start '" + request.archer +
                  "', without which reports are false";
  return run;
}

} // namespace loomp
