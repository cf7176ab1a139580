//===- main.cpp - loomp from the command line to the exit status ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Exit status: 0 ran, 1 findings that the options name (for verify: a wrong or slower result),
// 2 could not run. Findings go to stdout, everything about the run itself to stderr.
//
//===----------------------------------------------------------------------===//

#include "tool/AnalyzeFiles.h"
#include "tool/Baseline.h"
#include "tool/Diff.h"
#include "tool/ExportFixes.h"
#include "tool/Options.h"
#include "tool/Printable.h"
#include "tool/Report.h"
#include "tool/Review.h"
#include "tool/VerifiedFix.h"
#include "tool/WriteFile.h"
#include "tool/lsp/Server.h"

#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"

#include <csignal>
#include <unistd.h>

using namespace llvm;
using namespace loomp;

enum ExitStatus { Ran = 0, Found = 1, CouldNotRun = 2 };

static void endOnCrash();
static bool wantsColor(ColorMode mode, bool isTerminal);
static int run(const Options &options, Databases &databases);
static void reportFindings(Report &report, const Options &options, Baseline &baseline);
static int rollBack(Report &report, const Options &options, const UserFlags &flags);
static int fixFiles(const Report &report, const Options &options);
static VerifyOptions verifyOptions(const Options &options, const UserFlags &flags);
static int verifyFiles(const Report &report, const Options &options, const UserFlags &flags);
static int explainLoop(const Report &report, const Options &options);
static void printErrors(const Report &report);
static void explainBuild(const Report &report);

int main(int argc, const char **argv) {
  // A stream that is closed must not lend its number to a file that is written.
  sys::Process::FixupStandardFileDescriptors();
  std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error to report, not a death
  std::signal(SIGXFSZ, SIG_IGN); // and so is the largest file that the user allows
  endOnCrash();
  CrashRecoveryContext::Enable();

  // 1. What is wanted?
  ArrayRef<const char *> arguments = ArrayRef(argv, argc).drop_front();
  CommandLine line = parseCommandLine(arguments);
  bool isServer = line.options.command == Command::Server; // asks for each file that it serves
  Databases databases;
  bool mayRun = line.error.empty() || line.lacksFiles;
  if (mayRun && line.answer.empty() && !isServer) {
    // Of a whole project, the one above the current folder counts.
    std::string first = line.options.files.empty() ? ".loomp.yaml" : line.options.files.front();
    Configuration configuration = loadConfiguration(line.options.configFile, first);
    if (configuration.error.empty() && !configuration.file.empty())
      line = parseCommandLine(arguments, configuration);
    if (!configuration.error.empty())
      line.error = configuration.error;
    else if (line.error.empty() && line.options.dumpConfig)
      line.answer = dumpConfiguration(line.options);
    else if (line.error.empty())
      line.error = chooseFiles(line.options, databases);
  }
  int status = Ran;
  if (!line.error.empty()) {
    errs() << (StringRef(line.error).contains(": error: ") ? "" : "loomp: error: ")
           << printable(line.error) << '\n';
    printError(outs(), line.options, "", line.error);
    status = CouldNotRun;
  } else if (!line.answer.empty() || line.options.dumpConfig) {
    outs() << line.answer;
  } else {
    status = isServer ? serve(line.options) : run(line.options, databases);
  }

  // 7. Output that nobody received is a run that did not happen.
  outs().flush();
  if (outs().has_error()) {
    errs() << "loomp: error: cannot write to stdout: " << describe(outs().error()) << '\n';
    outs().clear_error();
    return CouldNotRun;
  }
  return status;
}

/// Files are analysed in other processes; a crash of this one is no status that a run may end with.
static void endOnCrash() {
  auto end = [](int) {
    static constexpr char message[] = "loomp: error: internal error: crashed\n";
    (void)!::write(STDERR_FILENO, message, sizeof message - 1);
    ::_exit(CouldNotRun);
  };
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
    std::signal(signal, end);
}

/// Says an error that keeps the run from ending well, in every format.
static int fail(const Options &options, const std::string &file, const std::string &message) {
  errs() << printableName(file) << ": error: " << printable(message) << '\n';
  printError(outs(), options, file, message);
  return CouldNotRun;
}

static int run(const Options &options, Databases &databases) {
  Baseline baseline;
  if (options.writeBaseline && options.baselineFile.empty()) // a file of defaults may name one
    return fail(options, "loomp", "'--write-baseline' needs '--baseline'");
  if (!options.baselineFile.empty())
    if (std::string error = readBaseline(options.baselineFile, options.writeBaseline, baseline);
        !error.empty())
      return fail(options, options.baselineFile, error);

  // 2. Parse and analyse every file. From here on there are no ASTs, only plain results.
  UserFlags flags;
  bool colorErrors = wantsColor(options.color, errs().has_colors());
  Report report = analyzeFiles(options, databases, colorErrors, flags);
  printErrors(report);

  // 3. Leave out what the user does not want to hear of. Decide for all other loops together which
  //    of them are rewritten, and how.
  planReport(report, options);

  // 4. Report, rewrite, verify or explain.
  int status = Ran;
  switch (options.command) {
  case Command::Check:
    reportFindings(report, options, baseline);
    break;
  case Command::Fix:
    if (options.verified)
      status = rollBack(report, options, flags);
    if (status == Ran)
      status = fixFiles(report, options);
    break;
  case Command::Verify:
    status = verifyFiles(report, options, flags);
    break;
  case Command::Explain:
    status = explainLoop(report, options);
    break;
  case Command::Server:
  case Command::None:
    break;
  }

  // 5. A file that could not be analysed outranks findings in the others.
  if (status != Ran || !report.result.errors.empty())
    return status == Ran ? int(CouldNotRun) : status;

  // 6. Findings fail the run only if the user asked for it.
  return hasFailure(report, options) ? Found : Ran;
}

static bool wantsColor(ColorMode mode, bool isTerminal) {
  return mode == ColorMode::Always || (mode == ColorMode::Auto && isTerminal);
}

static void printErrors(const Report &report) {
  for (const InputError &error : report.result.errors)
    errs() << printableName(error.file) << ": error: " << printable(error.message) << '\n';
}

/// Leaves out what is known or not asked for, and prints the rest.
static void reportFindings(Report &report, const Options &options, Baseline &baseline) {
  if (options.writeBaseline) {
    std::string error;
    if (!report.result.errors.empty())
      error = "is left as it is: not every file could be analysed";
    if (error.empty()) {
      updateBaseline(baseline, report, options);
      error = writeBaseline(options.baselineFile, baseline);
    }
    if (!error.empty()) {
      errs() << printableName(options.baselineFile) << ": error: " << printable(error) << '\n';
      report.result.errors.push_back({options.baselineFile, error});
    } else if (!options.quiet) {
      errs() << formatv("{0}: {1} {2} written\n", printableName(options.baselineFile),
                        baseline.findings.size(),
                        baseline.findings.size() == 1 ? "finding" : "findings");
    }
  }
  if (!options.baselineFile.empty())
    leaveOutKnown(report, baseline, options.form);
  leaveOutOthers(report, options);

  switch (options.format) {
  case OutputFormat::Text:
    if (!report.result.loops.empty() || report.result.errors.empty())
      printText(outs(), report, options, wantsColor(options.color, outs().has_colors()));
    break;
  case OutputFormat::Json:
    printJson(outs(), report);
    break;
  case OutputFormat::Sarif:
    printSarif(outs(), report, options);
    break;
  case OutputFormat::GitHub:
    printGitHub(outs(), report, options);
    break;
  }
}

/// Leaves only those rewrites selected that pass.
static int rollBack(Report &report, const Options &options, const UserFlags &flags) {
  if (!report.result.errors.empty())
    return fail(options, "loomp", "'--verified' needs the whole program: nothing is changed");
  std::string problem = keepVerified(report, options, verifyOptions(options, flags));
  if (!problem.empty())
    return fail(options, "loomp", problem);
  printMeasured(errs(), report, options.quiet);
  return Ran;
}

/// Is the loop one of those that the form is for?
static bool isCandidateFor(Form form, const LoopResult &loop) {
  bool isFunction = loop.kind == LoopKind::Function;
  if (form == Form::Tasks)
    return isFunction || !loop.asTasks.empty() || !loop.graph.empty();
  return !isFunction && (form == Form::Sections) == (loop.kind == LoopKind::Statements);
}

static int fixFiles(const Report &report, const Options &options) {
  std::vector<FileChange> changes;
  std::string diff;
  bool ofTasks = options.form == Form::Tasks, ofSections = options.form == Form::Sections;
  for (const std::string &file : report.files) {
    auto found = report.texts.find(file);
    if (found == report.texts.end())
      continue;
    const std::string &text = found->second;
    std::vector<Edit> edits = selectedEdits(report.result, report.plans, file);
    unsigned total = 0, rewritten = 0;
    for (size_t i = 0; i < report.plans.size(); ++i) {
      const LoopResult &loop = report.result.loops[i];
      if (loop.position.file != file || !isCandidateFor(options.form, loop))
        continue;
      ++total;
      rewritten += isRewritten(loop, report.plans[i]);
    }
    std::string what = (ofTasks || ofSections ? "candidate" : "loop") +
                       std::string(total == 1 ? "" : "s") +
                       (ofTasks      ? " for tasks"
                        : ofSections ? " for sections"
                                     : "");
    if (!options.quiet)
      errs() << formatv("{0}: {1} of {2} {3} {4}\n", printableName(file), rewritten, total, what,
                        options.diff || !options.exportFixes.empty() ? "to rewrite" : "rewritten");
    if (edits.empty())
      continue;
    changes.push_back({file, text, applyEdits(edits, text)});
    if (options.diff)
      diff += unifiedDiff(file, text, edits);
  }

  if (!options.exportFixes.empty()) {
    std::string yaml;
    raw_string_ostream out(yaml);
    printFixes(out, diagnosticsOf(report, options.form), options.files.front());
    out.flush();
    for (const auto &[file, text] : report.texts)
      if (sys::fs::equivalent(file, options.exportFixes))
        return fail(options, options.exportFixes, "cannot be written: it is one of the sources");
    if (std::string error = writeResult(options.exportFixes, yaml); !error.empty())
      return fail(options, options.exportFixes, error);
  } else if (options.diff) {
    outs() << diff;
  } else if (auto error = writeFiles(changes)) {
    return fail(options, error->file, error->message);
  }
  if (options.format == OutputFormat::Json)
    printJson(outs(), report);
  if (!changes.empty() && report.lacksOpenMP && !options.quiet)
    explainBuild(report);
  return Ran;
}

/// The rewritten program is still a serial one until its build enables OpenMP.
static void explainBuild(const Report &report) {
  bool isCxx = any_of(report.result.loops, [](const LoopResult &loop) { return loop.isCxx; });
  errs() << formatv("note: the rewritten code runs in parallel only if it is built with "
                    "'-fopenmp'; with CMake:\n"
                    "    find_package(OpenMP REQUIRED)\n"
                    "    target_link_libraries(<target> PRIVATE OpenMP::OpenMP_{0})\n",
                    isCxx ? "CXX" : "C");
}

static int verifyFiles(const Report &report, const Options &options, const UserFlags &flags) {
  if (!report.result.errors.empty()) {
    if (options.format == OutputFormat::Json)
      printJson(outs(), report);
    return CouldNotRun;
  }
  std::string error;
  ProgramSources sources = sourcesOf(report, report.plans, options, error);
  if (!error.empty())
    return fail(options, "loomp", error);
  outs().flush();
  return verify(sources, verifyOptions(options, flags));
}

/// The options that only a run of the program needs.
static VerifyOptions verifyOptions(const Options &options, const UserFlags &flags) {
  VerifyOptions result = options.verify;
  result.json = options.format == OutputFormat::Json;
  result.color = wantsColor(options.color, outs().has_colors());
  result.progress = !options.quiet && errs().is_displayed();
  result.compileFlags = options.flags ? *options.flags : flags;
  return result;
}

static int explainLoop(const Report &report, const Options &options) {
  // The loop that starts in the line, else the innermost one around it.
  const std::vector<LoopResult> &loops = report.result.loops;
  std::optional<size_t> found;
  bool startsThere = false;
  for (size_t i = 0; i < loops.size(); ++i) {
    const Position &position = loops[i].position;
    bool isAround = position.file == options.files.front() &&
                    position.line <= options.explainLine && options.explainLine <= loops[i].endLine;
    if (!isAround || startsThere)
      continue;
    found = i;
    startsThere = position.line == options.explainLine;
  }
  if (!report.result.errors.empty()) {
    if (options.format == OutputFormat::Json)
      printJson(outs(), report);
    return CouldNotRun;
  }
  if (!found)
    return fail(options, options.files.front(),
                formatv("no loop in line {0}", options.explainLine).str());
  if (options.format != OutputFormat::Json) {
    printExplanation(outs(), report, *found, wantsColor(options.color, outs().has_colors()));
    return Ran;
  }
  Report single;
  single.result.loops = {loops[*found]};
  single.plans = {report.plans[*found]};
  single.texts = report.texts;
  printJson(outs(), single);
  return Ran;
}
