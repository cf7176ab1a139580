//===- Verify.cpp - build both programs, run both, compare ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The serial program is the judge, so it is judged first: it must end by itself and print the same
// twice. Serial and parallel runs take turns, so that a machine that gets slower does so for all.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Verify.h"

#include "tool/verify/Build.h"
#include "tool/verify/Process.h"
#include "tool/verify/Race.h"
#include "tool/verify/SourceMirror.h"
#include "tool/verify/VerifyReport.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <thread>

using namespace llvm;

namespace loomp {

// ThreadSanitizer makes programs 5 to 15 times slower.
static constexpr unsigned RaceTimeFactor = 15;

namespace {
/// One line on a terminal that is written over and over.
class Progress {
public:
  explicit Progress(bool enabled) : enabled(enabled) {}
  ~Progress() { say(""); }
  void say(const Twine &text) const {
    if (enabled)
      errs() << "\r\033[K" << text;
  }

private:
  bool enabled;
};

/// What all steps need.
struct Session {
  const std::vector<VerifyFile> &files;
  const std::map<std::string, std::string> &headers;
  const VerifyOptions &options;
  SignalWatch &watch;
  Progress &progress;
  std::string folder;
  std::string workingDirectory;
  std::string input; ///< the file that stands in for standard input
};
} // namespace

static void runVerification(Session &session, VerifyReport &report);
static bool buildVersion(Session &session, BuildKind kind, std::string &executable,
                         VerifyReport &report);
static bool runPrograms(Session &session, const std::string &serial, const std::string &rewritten,
                        VerifyReport &report);
static bool prepareRaceCheck(Session &session, std::string &clang, std::string &archer,
                             VerifyReport &report);
static bool checkRaces(Session &session, const std::string &clang, const std::string &archer,
                       VerifyReport &report);

int verify(const std::vector<VerifyFile> &files,
           const std::map<std::string, std::string> &rewrittenHeaders,
           const VerifyOptions &options) {
  VerifyReport report;
  report.compiler = options.compiler;
  report.optimization = options.optimization;
  int signal = 0;

  bool changed = !rewrittenHeaders.empty() || any_of(files, [](const VerifyFile &file) {
    return file.original != file.rewritten;
  });
  if (!changed) {
    report.verdict = VerifyVerdict::Equal;
    report.message = "nothing was rewritten; nothing to verify";
  } else {
    SignalWatch watch; // outlives the folder: no signal can come between
    TemporaryFolder folder;
    Progress progress(options.progress);
    Session session = {files, rewrittenHeaders, options, watch, progress, folder.path(), "", ""};
    if (folder.path().empty())
      report.message = "cannot create a temporary folder: " + folder.error();
    else
      runVerification(session, report);
    signal = watch.received();
  }
  if (signal) {
    // All is cleaned up; end as a program ends that does not know the signal.
    std::signal(signal, SIG_DFL);
    raise(signal);
  }

  if (!report.diagnostics.empty())
    errs() << report.diagnostics;
  if (options.json)
    printVerifyJson(report, outs());
  else if (exitStatus(report.verdict) == 2)
    errs() << "loomp: error: " << report.message << '\n';
  else
    printVerifyText(report, options.color, outs());
  outs().flush();
  return exitStatus(report.verdict);
}

/// Leaves a verdict and a message in `report`, unless a signal came.
static void runVerification(Session &session, VerifyReport &report) {
  session.workingDirectory = physicalWorkingDirectory();
  std::string serial, rewritten, clang, archer;

  // 1. What can fail at once.
  if (session.options.race && !prepareRaceCheck(session, clang, archer, report))
    return;
  // 2. Both programs.
  if (!buildVersion(session, BuildKind::Serial, serial, report) ||
      !buildVersion(session, BuildKind::Parallel, rewritten, report))
    return;
  // 3. Their common input.
  session.progress.say("reading standard input...");
  session.input = saveStandardInput(session.folder + "/input", session.watch);
  if (session.input.empty()) {
    report.message = "cannot copy standard input into '" + session.folder + "'";
    return;
  }
  // 4. Their output and times.
  if (!runPrograms(session, serial, rewritten, report))
    return;
  // 5. Races.
  if (session.options.race && !checkRaces(session, clang, archer, report))
    return;
  judge(report);
}

//===----------------------------------------------------------------------===//
// Building
//===----------------------------------------------------------------------===//

/// Files as the compiler shall see them, under every name that leads to them.
static FileContents contentsOf(const Session &session, bool rewritten) {
  FileContents contents;
  auto add = [&](StringRef path, const std::string &content) {
    contents[absolutePath(path, session.workingDirectory)] = content;
    SmallString<256> physical;
    if (!sys::fs::real_path(path, physical))
      contents[physical.str().str()] = content;
  };
  for (const VerifyFile &file : session.files)
    add(file.path, rewritten ? file.rewritten : file.original);
  if (rewritten)
    for (const auto &[path, content] : session.headers)
      add(path, content);
  return contents;
}

static bool buildVersion(Session &session, BuildKind kind, std::string &executable,
                         VerifyReport &report) {
  StringRef name = kind == BuildKind::Serial     ? "serial"
                   : kind == BuildKind::Parallel ? "rewritten"
                                                 : "race-check";
  BuildRequest request;
  request.kind = kind;
  request.compiler = session.options.compiler;
  request.optimization = session.options.optimization;
  if (kind == BuildKind::RaceCheck) {
    request.compiler = clangForRaces(session.options.compiler);
    request.optimization = "-O1";
  }
  request.flags = session.options.compileFlags;
  for (const VerifyFile &file : session.files)
    request.sources.push_back(file.path);
  request.contents = contentsOf(session, kind != BuildKind::Serial);
  request.folder = session.folder + "/" + name.str();
  request.beforeCommand = [&] { session.progress.say("building the " + name + " program..."); };
  BuildResult result = buildProgram(request, session.watch);
  executable = result.executable;
  if (result.failure == BuildResult::Failure::None)
    return true;

  report.diagnostics = result.diagnostics;
  report.message = "the " + name.str() + " program cannot be built: " + result.message;
  // What the serial program needs is known to be there; a rewritten one that does not link finds
  // no OpenMP library, and that is not the fault of the rewrite.
  bool rewriteIsWrong =
      kind == BuildKind::Parallel && result.failure == BuildResult::Failure::Compile;
  report.verdict = rewriteIsWrong ? VerifyVerdict::DoesNotCompile : VerifyVerdict::CouldNotRun;
  return false;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

namespace {
struct Outcome {
  ProcessResult process;
  std::unique_ptr<MemoryBuffer> output;
  std::string lastWords; ///< the last line on stderr
  StringRef text() const { return output ? output->getBuffer() : ""; }
};
} // namespace

/// Every version runs under the same name, for it may print it: the one a user would build.
static std::vector<std::string> programCommand(const Session &session) {
  std::vector<std::string> command = {"./" + sys::path::stem(session.files.front().path).str()};
  command.insert(command.end(), session.options.programArguments.begin(),
                 session.options.programArguments.end());
  return command;
}

static Outcome runOnce(Session &session, const std::string &executable, unsigned threads,
                       const Twine &outputName) {
  ProcessRequest request;
  request.program = executable;
  request.command = programCommand(session);
  request.environment = {{"OMP_NUM_THREADS", std::to_string(threads)}, {"OMP_DYNAMIC", "false"}};
  request.input = session.input;
  request.output = (session.folder + "/" + outputName).str();
  request.errors = session.folder + "/errors";
  request.timeLimit = session.options.timeoutSeconds;
  Outcome outcome;
  outcome.process = runProcess(request, session.watch);
  if (ErrorOr<std::unique_ptr<MemoryBuffer>> buffer =
          MemoryBuffer::getFile(request.output, /*IsText=*/false, /*RequiresNullTerminator=*/false))
    outcome.output = std::move(*buffer);
  if (ErrorOr<std::unique_ptr<MemoryBuffer>> errors = MemoryBuffer::getFile(request.errors)) {
    StringRef text = (*errors)->getBuffer().rtrim();
    outcome.lastWords = printableLine(text.substr(text.rfind('\n') + 1), 1, 200);
  }
  return outcome;
}

static std::vector<unsigned> threadCounts(const VerifyOptions &options) {
  if (!options.threads.empty())
    return options.threads;
  unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  std::vector<unsigned> counts;
  for (unsigned threads = 1; threads < cores; threads *= 2)
    counts.push_back(threads);
  counts.push_back(cores);
  return counts;
}

/// Enters one run of the rewritten program into `runs`.
static void judgeRun(const Session &session, const Outcome &expected, const Outcome &actual,
                     TimedRuns &runs) {
  const ProcessResult &process = actual.process;
  double limit = session.options.timeoutSeconds;
  if (process.end != ProcessResult::End::Exited) {
    runs.failure = describeEnd(process, limit);
    runs.lastWords = actual.lastWords;
    return;
  }
  runs.seconds.push_back(process.wallSeconds);
  runs.cpuSeconds.push_back(process.cpuSeconds);
  if (process.code != expected.process.code) {
    runs.lastWords = actual.lastWords;
    runs.failure = describeEnd(process, limit) + ", the serial one with status " +
                   std::to_string(expected.process.code);
  }
  // A looser tolerance than the default is wanted for every number, counts too.
  ComparisonOptions comparison;
  comparison.exactIntegers = session.options.tolerance <= comparison.tolerance;
  comparison.tolerance = session.options.tolerance;
  runs.difference = compareOutput(expected.text(), actual.text(), comparison);
}

static bool runPrograms(Session &session, const std::string &serial, const std::string &rewritten,
                        VerifyReport &report) {
  for (unsigned threads : threadCounts(session.options)) {
    report.runs.emplace_back();
    report.runs.back().threads = threads;
  }
  unsigned repeat = std::max(1u, session.options.repeat);
  auto fail = [&](const std::string &message) {
    report.verdict = VerifyVerdict::CouldNotRun;
    report.message = message;
    return false;
  };

  // The first serial run warms up the machine and says what the output is.
  session.progress.say("running the serial program...");
  Outcome expected = runOnce(session, serial, 1, "expected");
  if (expected.process.end == ProcessResult::End::Interrupted)
    return false;
  for (unsigned round = 1; round <= repeat; ++round) {
    auto say = [&](const Twine &what) {
      session.progress.say("running " + what + " " + Twine(round) + "/" + Twine(repeat) + "...");
    };
    say("serial");
    Outcome again = round == 1 && expected.process.end != ProcessResult::End::Exited
                        ? std::move(expected)
                        : runOnce(session, serial, 1, "serial-again");
    if (again.process.end == ProcessResult::End::Interrupted)
      return false;
    if (again.process.end != ProcessResult::End::Exited)
      return fail("the serial program " +
                  describeEnd(again.process, session.options.timeoutSeconds) +
                  (again.lastWords.empty() ? "" : ": " + again.lastWords));
    report.serialStatus = again.process.code;
    report.serialPrints = !again.text().empty();
    TimedRuns itself;
    judgeRun(session, expected, again, itself);
    if (itself.difference)
      return fail("the serial program's output is not deterministic: line " +
                  std::to_string(itself.difference->line) + " is '" +
                  printableLine(itself.difference->expected, itself.difference->column, 60) +
                  "', and in the next run '" +
                  printableLine(itself.difference->actual, itself.difference->column, 60) + "'");
    if (!itself.isEqual())
      return fail("the serial program's exit status is not deterministic");
    report.serial.seconds.push_back(again.process.wallSeconds);
    report.serial.cpuSeconds.push_back(again.process.cpuSeconds);

    for (TimedRuns &runs : report.runs) {
      // One wrong run decides; more of them, each up to the time limit, would tell nothing new.
      if (!runs.isEqual())
        continue;
      say(Twine(runs.threads) + (runs.threads == 1 ? " thread" : " threads"));
      Outcome actual = runOnce(session, rewritten, runs.threads, "actual");
      if (actual.process.end == ProcessResult::End::Interrupted)
        return false;
      judgeRun(session, expected, actual, runs);
    }
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Races
//===----------------------------------------------------------------------===//

static bool prepareRaceCheck(Session &session, std::string &clang, std::string &archer,
                             VerifyReport &report) {
  clang = clangForRaces(session.options.compiler);
  if (!clang.empty())
    archer = findArcher(clang, session.folder, session.watch);
  if (!archer.empty())
    return true;
  report.verdict = VerifyVerdict::CouldNotRun;
  report.message = clang.empty() ? "'--race' needs Clang: cannot find 'clang++-22' or 'clang++'"
                                 : "'--race' needs Archer: '" + clang +
                                       "' has no 'libarcher.so' (Debian: libomp-22-dev)";
  return false;
}

/// Takes a race from the rewritten file to the lines of the file that the user has.
static void mapToOriginal(const Session &session, RacePlace &place, std::string *sourceLine) {
  auto map = [&](StringRef name, StringRef original, StringRef rewritten) {
    SmallVector<StringRef> lines;
    rewritten.split(lines, '\n');
    if (place.line && place.line <= lines.size()) {
      if (sourceLine)
        *sourceLine = lines[place.line - 1].str();
      place.line = originalLines(original, rewritten)[place.line - 1];
    }
    place.file = name.str();
  };
  if (!place.file.empty())
    place.file = absolutePath(place.file, session.workingDirectory);
  auto names = [&](StringRef path) {
    SmallString<256> physical;
    return absolutePath(path, session.workingDirectory) == place.file ||
           (!sys::fs::real_path(path, physical) && physical == place.file);
  };
  for (const VerifyFile &file : session.files)
    if (names(file.path))
      return map(file.path, file.original, file.rewritten);
  for (const auto &[path, content] : session.headers) {
    if (!names(path))
      continue;
    ErrorOr<std::unique_ptr<MemoryBuffer>> original = MemoryBuffer::getFile(path);
    StringRef name = path;
    name.consume_front(session.workingDirectory + "/");
    return map(name, original ? (*original)->getBuffer() : content, content);
  }
}

static bool checkRaces(Session &session, const std::string &clang, const std::string &archer,
                       VerifyReport &report) {
  std::string executable;
  if (!buildVersion(session, BuildKind::RaceCheck, executable, report))
    return false;

  RaceRequest request;
  request.executable = executable;
  request.command = programCommand(session);
  request.input = session.input;
  request.archer = archer;
  request.clang = clang;
  request.folder = session.folder;
  request.timeLimit = double(session.options.timeoutSeconds) * RaceTimeFactor;
  request.threads = 2;
  for (const TimedRuns &runs : report.runs)
    request.threads = std::max(request.threads, runs.threads);
  session.progress.say("looking for races with " + Twine(request.threads) + " threads...");
  RaceRun run = runForRaces(request, session.watch);
  if (run.interrupted)
    return false;

  // Every file that is not the system's is the user's.
  std::vector<DataRace> races = parseRaceReports(run.log, [](StringRef path) {
    return !holds("/usr/include", path) && !holds("/usr/lib", path) && !path.contains("/sysdeps/");
  });
  if (!run.problem.empty() && (races.empty() || StringRef(run.problem).contains("runtime did"))) {
    report.verdict = VerifyVerdict::CouldNotRun;
    report.message = "cannot check for races: " + run.problem;
    return false;
  }
  for (DataRace &race : races) {
    mapToOriginal(session, race.place, &race.sourceLine);
    mapToOriginal(session, race.previous, nullptr);
  }
  if (!run.sawParallel)
    report.raceNote = "no parallel region was reached";
  report.raceThreads = request.threads;
  report.races = std::move(races);
  return true;
}

} // namespace loomp
