//===- Build.cpp - compile and link one version of the program ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The compiler runs inside a mirror of the file system (SourceMirror.h), in the user's folder, with
// the user's spelling of the paths: `__FILE__`, relative flags and messages come out as always.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Build.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace loomp {

using Failure = BuildResult::Failure;

// Longer than any file takes that people wait for.
static constexpr double CompileTimeLimit = 1800;

namespace {
struct Workplace {
  const BuildRequest &request;
  SignalWatch &watch;
  std::string mirror;           ///< its root
  std::string workingDirectory; ///< the user's
};
} // namespace

static BuildResult runCompiler(const Workplace &place, std::vector<std::string> command,
                               Failure failure, const std::string &what);
static std::vector<std::string> mapIncludes(const Workplace &place, std::vector<std::string> flags);
static std::string originalInDependencies(const Workplace &place, const std::string &dependencies);

static std::vector<std::string> words(StringRef text) {
  SmallVector<StringRef> parts;
  SplitString(text, parts);
  return std::vector<std::string>(parts.begin(), parts.end());
}

static std::vector<std::string> kindFlags(BuildKind kind) {
  switch (kind) {
  case BuildKind::Serial:
    return {};
  case BuildKind::Parallel:
    return {"-fopenmp"};
  case BuildKind::RaceCheck:
    return {"-fopenmp", "-fsanitize=thread", "-g"};
  }
  return {};
}

template <typename Range> static void append(std::vector<std::string> &to, const Range &from) {
  to.insert(to.end(), from.begin(), from.end());
}

BuildResult buildProgram(const BuildRequest &request, SignalWatch &watch) {
  Workplace place{request, watch, request.folder + "/root", physicalWorkingDirectory()};
  BuildResult result;
  result.failure = Failure::Setup;
  std::error_code error = sys::fs::create_directories(place.mirror);
  if (!error)
    error = mirrorSources(place.mirror, request.contents, place.workingDirectory);
  if (error) {
    result.message = "cannot copy the sources: " + error.message();
    return result;
  }

  bool cxxProgram = any_of(request.sources, [&](const std::string &source) {
    return isCxxSource(source, request.flags);
  });
  std::string driver = findCompiler(compilerForLanguage(request.compiler, cxxProgram));
  std::vector<std::string> objects;
  for (const std::string &source : request.sources) {
    bool cxx = isCxxSource(source, request.flags);
    std::string name = compilerForLanguage(request.compiler, cxx);
    std::string compiler = findCompiler(name);
    if (compiler.empty()) {
      result.message = "cannot find the compiler '" + name + "'";
      return result;
    }
    std::string stem = request.folder + "/" + std::to_string(objects.size());
    std::string dependencies = stem + ".d", object = stem + ".o";
    // An absolute path, or one that climbs, would leave the mirror.
    std::string input = source;
    if (sys::path::is_absolute(source) || source.find("..") != std::string::npos)
      input = place.mirror + absolutePath(source, place.workingDirectory);

    std::vector<std::string> command = {compiler};
    append(command, mapIncludes(place, selectFlags(request.flags, request.kind, cxx, false)));
    append(command, words(request.optimization));
    append(command, kindFlags(request.kind));
    // `-w`: a warning about the pragmas that the serial program ignores is no news.
    append(command, std::vector<std::string>{"-w", "-ffile-prefix-map=" + place.mirror + "=", "-MD",
                                             "-MF", dependencies, "-c", input, "-o", object});
    result = runCompiler(place, command, Failure::Compile, "'" + source + "' does not compile");
    if (result.failure != Failure::None)
      return result;
    std::string reached = originalInDependencies(place, dependencies);
    if (!reached.empty()) {
      result.failure = Failure::Setup;
      result.message = "cannot build a changed copy: '" + source + "' reaches the original '" +
                       reached + "' through a symbolic link or an absolute path";
      return result;
    }
    objects.push_back(object);
  }

  std::string executable = request.folder + "/program";
  auto linkCommand = [&](const std::vector<std::string> &extra) {
    std::vector<std::string> command = {driver};
    append(command, objects);
    append(command, words(request.optimization));
    append(command, kindFlags(request.kind));
    append(command, extra);
    append(command, selectFlags(request.flags, request.kind, cxxProgram, true));
    append(command, std::vector<std::string>{"-w", "-lm", "-o", executable});
    return command;
  };
  result = runCompiler(place, linkCommand({}), Failure::Link, "the program does not link");
  // A serial program may still ask OpenMP's library for the time.
  if (result.failure == Failure::Link && request.kind == BuildKind::Serial &&
      StringRef(result.diagnostics).contains("omp_"))
    result =
        runCompiler(place, linkCommand({"-fopenmp"}), Failure::Link, "the program does not link");
  if (result.failure == Failure::None)
    result.executable = executable;
  return result;
}

static BuildResult runCompiler(const Workplace &place, std::vector<std::string> command,
                               Failure failure, const std::string &what) {
  if (place.request.beforeCommand)
    place.request.beforeCommand();
  ProcessRequest process;
  process.program = command.front();
  process.command = std::move(command);
  process.environment = {{"TMPDIR", place.request.folder}};
  process.workingDirectory = place.mirror + place.workingDirectory;
  process.errors = place.request.folder + "/diagnostics";
  process.timeLimit = CompileTimeLimit;
  ProcessResult ended = runProcess(process, place.watch);

  BuildResult result;
  if (ended.succeeded())
    return result;
  result.diagnostics = readFile(process.errors);
  for (size_t at; (at = result.diagnostics.find(place.mirror)) != std::string::npos;)
    result.diagnostics.erase(at, place.mirror.size());
  switch (ended.end) {
  case ProcessResult::End::Exited:
    result.failure = failure;
    result.message = what;
    break;
  case ProcessResult::End::Interrupted:
    result.failure = Failure::Interrupted;
    break;
  default:
    result.failure = Failure::Setup;
    result.message =
        "the compiler '" + process.program + "' " + describeEnd(ended, CompileTimeLimit);
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Compilers and flags
//===----------------------------------------------------------------------===//

std::string findCompiler(const std::string &name) {
  ErrorOr<std::string> found = sys::findProgramByName(name);
  if (!found || !sys::fs::can_execute(*found))
    return "";
  SmallString<256> path(*found);
  sys::fs::make_absolute(path);
  return path.str().str();
}

std::string compilerForLanguage(const std::string &name, bool cxx) {
  static constexpr std::pair<StringLiteral, StringLiteral> pairs[] = {
      {"clang++", "clang"}, {"g++", "gcc"},      {"icpx", "icx"},
      {"mpicxx", "mpicc"},  {"mpic++", "mpicc"}, {"c++", "cc"}};
  std::string folder = sys::path::parent_path(name).str();
  std::string base = sys::path::filename(name).str();
  for (const auto &[cxxName, cName] : pairs) {
    size_t at = base.find(cxxName.str());
    if (at == std::string::npos)
      continue;
    if (!cxx)
      base.replace(at, cxxName.size(), cName.str());
    return name.substr(0, name.size() - sys::path::filename(name).size()) + base;
  }
  for (const auto &[cxxName, cName] : pairs) {
    size_t at = base.find(cName.str());
    if (!cxx || at == std::string::npos)
      continue;
    base.replace(at, cName.size(), cxxName.str());
    return name.substr(0, name.size() - sys::path::filename(name).size()) + base;
  }
  return name;
}

bool isCxxSource(StringRef path, const std::vector<std::string> &flags) {
  StringRef language;
  for (size_t i = 0; i < flags.size(); ++i) {
    StringRef flag = flags[i];
    if (flag == "-x" && i + 1 < flags.size())
      language = flags[i + 1];
    else if (flag.consume_front("-x"))
      language = flag;
  }
  if (language == "c++" || language == "c")
    return language == "c++";
  return !path.ends_with(".c");
}

static bool isLinkInput(StringRef flag) {
  return flag.starts_with("-l") || flag.starts_with("-L") || flag.starts_with("-Wl,") ||
         (!flag.starts_with("-") &&
          (flag.ends_with(".o") || flag.ends_with(".a") || flag.contains(".so")));
}

std::vector<std::string> selectFlags(const std::vector<std::string> &flags, BuildKind kind,
                                     bool cxx, bool linking) {
  std::vector<std::string> result;
  bool hasStandard = false;
  for (size_t i = 0; i < flags.size(); ++i) {
    StringRef flag = flags[i];
    // What decides where the output goes is ours, and dependency files with it.
    if (flag == "-o" || flag == "-MF" || flag == "-MT" || flag == "-MQ" || flag == "-MJ" ||
        (linking && flag == "-x")) {
      ++i;
      continue;
    }
    if (flag == "-c" || flag == "-S" || flag == "-E" || flag == "-fsyntax-only" ||
        flag.starts_with("-M") || (linking && flag.starts_with("-x")))
      continue;
    // `-fopenmp-simd` starts no threads: it belongs to the serial program as well.
    bool openmp = flag.starts_with("-fopenmp") && flag != "-fopenmp-simd";
    if (openmp && kind != BuildKind::Parallel)
      continue;
    // Sanitizers exclude each other, and ThreadSanitizer a static program.
    if (kind == BuildKind::RaceCheck && (flag.starts_with("-fsanitize") || flag == "-static"))
      continue;
    if (flag.starts_with("-std=")) {
      bool cxxStandard = flag.contains("++");
      if (cxxStandard != cxx)
        continue;
      hasStandard = true;
    }
    if (flag == "-Xlinker" && !linking) {
      ++i;
      continue;
    }
    if (!linking && isLinkInput(flag))
      continue;
    result.push_back(flag.str());
  }
  // The same default as the analysis, with the system's extensions (M_PI).
  if (!hasStandard && !linking)
    result.push_back(cxx ? "-std=gnu++20" : "-std=gnu17");
  return result;
}

/// Sends absolute include folders that hold a changed file into the mirror.
static std::vector<std::string> mapIncludes(const Workplace &place,
                                            std::vector<std::string> flags) {
  static constexpr StringLiteral names[] = {"-isystem", "-iquote",  "-idirafter",
                                            "-include", "-imacros", "-I"};
  auto map = [&](StringRef path) -> std::string {
    if (!sys::path::is_absolute(path))
      return path.str();
    std::string absolute = absolutePath(path, place.workingDirectory);
    bool needed = any_of(place.request.contents,
                         [&](const auto &entry) { return holds(absolute, entry.first); });
    return needed ? place.mirror + absolute : path.str();
  };
  for (size_t i = 0; i < flags.size(); ++i) {
    for (StringRef name : names) {
      StringRef value = flags[i];
      if (!value.consume_front(name))
        continue;
      if (!value.empty())
        flags[i] = name.str() + map(value);
      else if (i + 1 < flags.size())
        flags[i + 1] = map(flags[i + 1]);
      break;
    }
  }
  return flags;
}

//===----------------------------------------------------------------------===//
// Did the compiler read an original where it should have read the copy?
//===----------------------------------------------------------------------===//

/// The prerequisites named in a make rule, with make's escapes undone.
static std::vector<std::string> prerequisites(StringRef rule) {
  std::vector<std::string> result;
  std::string word;
  auto finish = [&] {
    if (!word.empty() && word.back() != ':')
      result.push_back(word);
    word.clear();
  };
  for (size_t i = 0; i < rule.size(); ++i) {
    char c = rule[i], next = i + 1 < rule.size() ? rule[i + 1] : '\0';
    if (c == '\\' && (next == ' ' || next == '#')) {
      word += next;
      ++i;
    } else if (c == '$' && next == '$') {
      word += '$';
      ++i;
    } else if (isSpace(c) || (c == '\\' && (next == '\n' || next == '\r'))) {
      finish();
    } else {
      word += c;
    }
  }
  finish();
  return result;
}

static std::string originalInDependencies(const Workplace &place, const std::string &dependencies) {
  for (const std::string &name : prerequisites(readFile(dependencies))) {
    SmallString<256> path(name), physical;
    sys::path::make_absolute(place.mirror + place.workingDirectory, path);
    if (!sys::fs::real_path(path, physical) && place.request.contents.count(physical.str().str()))
      return physical.str().str();
  }
  return "";
}

} // namespace loomp
