//===- Bench.cpp - where versions of one program are built and run --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Bench.h"
#include "rewriters/Pragma.h"

#include "tool/verify/ProcessTree.h"
#include "tool/verify/Project.h"
#include "tool/verify/SourceMirror.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <thread>

using namespace llvm;

namespace loomp {

// ThreadSanitizer makes programs 5 to 15 times slower.
static constexpr unsigned RaceTimeFactor = 15;
// Of the machine's memory a program may use four fifths: it is stopped before the machine is.
static constexpr uint64_t MemoryParts = 5, MemoryPartsUsed = 4;

Bench::Bench(const VerifyOptions &options, ProgressLine &progress)
    : options(options), progress(progress), workingDirectory(physicalWorkingDirectory()) {
  if (folder.path().empty()) {
    failure = "cannot create a temporary folder: " + folder.error();
    return;
  }
  memoryLimit = options.memoryMegabytes ? uint64_t(options.memoryMegabytes) << 20
                                        : usableMemoryBytes() / MemoryParts * MemoryPartsUsed;
  if (options.runIn != RunIn::Here)
    guard.protect(workingDirectory, folder.path());
  progress.say("reading standard input...");
  input = saveStandardInput(folder.path() + "/input", watch);
  if (input.empty())
    failure = "cannot copy standard input into '" + folder.path() + "'";
  else if (options.buildCommand.empty() && options.runIn != RunIn::Here)
    prepareRunFolder();
}

void Bench::prepareRunFolder() {
  progress.say("copying the folder...");
  FileTree tree(folder.path() + "/files");
  failure = tree.copy(workingDirectory, folder.path(), options.runIn == RunIn::Empty);
  if (!failure.empty())
    failure += "; '--run-in=empty' runs the programs in a folder without files, '--run-in=here' in "
               "this one, where they may change yours";
  runFolder = tree.workingDirectory();
  trees.emplace(runFolder, tree);
}

//===----------------------------------------------------------------------===//
// Building
//===----------------------------------------------------------------------===//

static std::string physicalPath(StringRef path) {
  SmallString<256> physical;
  if (sys::fs::real_path(path, physical))
    return path.str();
  return physical.str().str();
}

/// Files as the compiler shall see them, under every name that leads to them.
static FileContents contentsOf(const ProgramSources &sources, bool rewritten,
                               StringRef workingDirectory) {
  FileContents contents;
  auto add = [&](StringRef path, const std::string &content) {
    contents[absolutePath(path, workingDirectory)] = content;
    SmallString<256> physical;
    if (!sys::fs::real_path(path, physical))
      contents[physical.str().str()] = content;
  };
  for (const VerifyFile &file : sources.files)
    add(file.path, rewritten ? file.rewritten : file.original);
  if (rewritten)
    for (const auto &[path, content] : sources.headers)
      add(path, content);
  return contents;
}

static Program startOf(const std::string &tree, const std::string &command) {
  return {"/bin/sh", {"sh", "-c", command}, tree};
}

/// Every version runs under the same name, for it may print it: the one a user would build.
static Program startOf(const std::string &executable, const ProgramSources &sources,
                       const VerifyOptions &options) {
  Program program;
  program.path = executable;
  program.command = {"./" + sys::path::stem(sources.files.front().path).str()};
  program.command.insert(program.command.end(), options.programArguments.begin(),
                         options.programArguments.end());
  return program;
}

BuildResult Bench::build(const ProgramSources &sources, BuildKind kind, const std::string &compiler,
                         StringRef name) {
  if (!options.buildCommand.empty())
    return buildInCopy(sources, kind, compiler, name);
  BuildRequest request;
  request.kind = kind;
  request.compiler = compiler;
  request.optimization = kind == BuildKind::RaceCheck ? "-O1" : options.optimization;
  request.flags = options.compileFlags;
  for (const VerifyFile &file : sources.files)
    request.sources.push_back(file.path);
  request.contents = contentsOf(sources, kind != BuildKind::Serial, workingDirectory);
  request.folder = folder.path() + "/" + name.str();
  sys::fs::remove_directories(request.folder); // an earlier version of that name
  request.beforeCommand = [&] { progress.say("building the " + name + " program..."); };
  BuildResult result = buildProgram(request, watch);
  result.program = startOf(result.executable, sources, options);
  result.program.workingDirectory = runFolder;
  return result;
}

BuildResult Bench::buildInCopy(const ProgramSources &sources, BuildKind kind,
                               const std::string &compiler, StringRef name) {
  ProjectRequest request;
  request.kind = kind;
  // The build knows its compiler, unless the user or the kind asks for another.
  if (kind == BuildKind::RaceCheck || options.compilerIsGiven)
    request.compiler = compiler;
  request.command = options.buildCommand;
  for (const VerifyFile &file : sources.files)
    request.contents[physicalPath(file.path)] =
        kind == BuildKind::Serial ? file.original : file.rewritten;
  for (const auto &[path, content] : sources.headers)
    if (kind != BuildKind::Serial)
      request.contents[physicalPath(path)] = content;
  request.folder = folder.path() + "/" + name.str();
  request.benchFolder = folder.path();
  request.beforeCommand = [&] { progress.say("building the " + name + " program..."); };
  BuildResult result = buildProject(request, watch);
  result.program = startOf(result.executable, options.runCommand);
  if (result.failure == BuildResult::Failure::None && options.runIn != RunIn::Here)
    adoptTree(result, request.folder + "/files");
  if (result.failure == BuildResult::Failure::None)
    checkOpenMP(kind, result);
  return result;
}

/// What was built is what each run starts from.
void Bench::adoptTree(BuildResult &result, const std::string &place) {
  const std::string &tree = result.program.workingDirectory;
  trees.erase(tree);
  removeTree(place);
  FileTree files(place);
  result.message = files.adopt(tree);
  if (!result.message.empty())
    result.failure = BuildResult::Failure::Setup;
  else
    trees.emplace(tree, files);
}

/// A build that goes its own way verifies nothing: the first of each kind is looked at.
void Bench::checkOpenMP(BuildKind kind, BuildResult &result) {
  if (kind == BuildKind::Serial || !checkedKinds.insert(kind).second)
    return;
  progress.say("looking for OpenMP...");
  std::vector<std::string> loaded =
      loadedOpenMP(result.program, input, folder.path(), options.timeoutSeconds, watch);
  takeChanges(result.program, "openmp-check");
  result.failure = BuildResult::Failure::Setup;
  if (loaded.empty())
    result.message = "what '--run' starts loads no OpenMP library, so nothing of it would run in "
                     "parallel; the build must honour CFLAGS, CXXFLAGS and LDFLAGS, which get "
                     "'-fopenmp'";
  else if (kind == BuildKind::RaceCheck && loaded != std::vector<std::string>{"libomp"})
    result.message = "what '--run' starts loads '" + loaded.back() +
                     "', whose synchronization "
                     "ThreadSanitizer cannot see; the build must honour CC and CXX, which name "
                     "Clang";
  else
    result.failure = BuildResult::Failure::None;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

WrittenFiles Bench::takeChanges(const Program &program, const Twine &name) {
  auto tree = trees.find(program.workingDirectory);
  return tree == trees.end() ? WrittenFiles() : tree->second.takeChanges(name.str());
}

Outcome Bench::run(const Program &program, unsigned threads, const Twine &outputName) {
  ProcessRequest request;
  request.program = program.path;
  request.command = program.command;
  request.workingDirectory = program.workingDirectory;
  request.environment = {{"OMP_NUM_THREADS", std::to_string(threads)}, {"OMP_DYNAMIC", "false"}};
  request.input = input;
  request.output = (folder.path() + "/" + outputName).str();
  request.errors = folder.path() + "/errors";
  request.timeLimit = options.timeoutSeconds;
  request.memoryLimit = memoryLimit;
  request.guard = guard.descriptor();
  Outcome outcome;
  outcome.process = runProcess(request, watch);
  outcome.files = takeChanges(program, outputName);
  if (ErrorOr<std::unique_ptr<MemoryBuffer>> buffer =
          MemoryBuffer::getFile(request.output, /*IsText=*/false, /*RequiresNullTerminator=*/false))
    outcome.output = std::move(*buffer);
  if (ErrorOr<std::unique_ptr<MemoryBuffer>> errors = MemoryBuffer::getFile(request.errors)) {
    StringRef text = (*errors)->getBuffer().rtrim();
    outcome.lastWords = printableLine(text.substr(text.rfind('\n') + 1), 1, 200);
  }
  return outcome;
}

std::vector<unsigned> threadCounts(const VerifyOptions &options) {
  if (!options.threads.empty())
    return options.threads;
  unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  std::vector<unsigned> counts;
  for (unsigned threads = 1; threads < cores; threads *= 2)
    counts.push_back(threads);
  counts.push_back(cores);
  return counts;
}

ComparisonOptions Bench::comparison() const {
  // A looser tolerance than the default is wanted for every number, counts too.
  ComparisonOptions comparison;
  comparison.exactIntegers = options.tolerance <= comparison.tolerance;
  comparison.tolerance = options.tolerance;
  return comparison;
}

//===----------------------------------------------------------------------===//
// Races
//===----------------------------------------------------------------------===//

std::string Bench::prepareRaceCheck() {
  raceClang = clangForRaces(options.compiler);
  if (raceClang.empty())
    return "needs Clang: cannot find 'clang++-22' or 'clang++'";
  archer = findArcher(raceClang, folder.path(), watch);
  if (archer.empty())
    return "needs Archer: '" + raceClang + "' has no 'libarcher.so' (Debian: libomp-22-dev)";
  return "";
}

/// Takes a race from the rewritten file to the lines of the file that the user has.
static void mapToOriginal(const ProgramSources &sources, StringRef workingDirectory,
                          RacePlace &place, std::string *sourceLine) {
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
    place.file = absolutePath(place.file, workingDirectory);
  auto names = [&](StringRef path) {
    SmallString<256> physical;
    return absolutePath(path, workingDirectory) == place.file ||
           (!sys::fs::real_path(path, physical) && physical == place.file);
  };
  for (const VerifyFile &file : sources.files)
    if (names(file.path))
      return map(file.path, file.original, file.rewritten);
  for (const auto &[path, content] : sources.headers) {
    if (!names(path))
      continue;
    ErrorOr<std::unique_ptr<MemoryBuffer>> original = MemoryBuffer::getFile(path);
    StringRef name = path;
    if (name.consume_front(workingDirectory))
      name.consume_front("/");
    return map(name, original ? (*original)->getBuffer() : content, content);
  }
}

RaceCheck Bench::checkRaces(const ProgramSources &given, unsigned threads) {
  RaceCheck check;
  ProgramSources sources = given;
  for (VerifyFile &file : sources.files)
    file.rewritten = spreadIterations(file.original, file.rewritten);
  BuildResult built = build(sources, BuildKind::RaceCheck, raceClang, "race-check");
  if (built.failure != BuildResult::Failure::None) {
    check.problem = "the race-check program cannot be built: " + built.message;
    check.diagnostics = built.diagnostics;
    return check;
  }
  RaceRequest request;
  request.program = built.program;
  request.input = input;
  request.archer = archer;
  request.clang = raceClang;
  request.folder = folder.path();
  request.timeLimit = double(options.timeoutSeconds) * RaceTimeFactor;
  request.guard = guard.descriptor();
  request.memoryLimit = memoryLimit;
  request.threads = check.threads = std::max(2u, threads);
  progress.say("looking for races with " + Twine(request.threads) + " threads...");
  RaceRun run = runForRaces(request, watch);
  takeChanges(request.program, "race-check");

  // Every file that is not the system's is the user's.
  check.races = parseRaceReports(run.log, [](StringRef path) {
    return !holds("/usr/include", path) && !holds("/usr/lib", path) && !path.contains("/sysdeps/");
  });
  if (!run.problem.empty() &&
      (check.races.empty() || StringRef(run.problem).contains("runtime did")))
    check.problem = "cannot check for races: " + run.problem;
  for (DataRace &race : check.races) {
    mapToOriginal(sources, workingDirectory, race.place, &race.sourceLine);
    mapToOriginal(sources, workingDirectory, race.previous, nullptr);
  }
  if (!run.sawParallel)
    check.note = "no parallel region was reached";
  return check;
}

} // namespace loomp
