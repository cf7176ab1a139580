//===- GitHubReport.cpp - findings beside the lines of a pull request -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A runner of GitHub Actions turns lines such as
//
//     ::warning file=src/a.cpp,line=3,endLine=3,col=3,title=parallel-loop::loop is parallel
//
// into annotations, some ten of a kind for each step. So only what a reviewer can act upon is said:
// wrong directives, what fails the run, and the missed loops with the most to gain.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"
#include "tool/Paths.h"
#include "tool/Printable.h"
#include "tool/Review.h"

#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

/// What GitHub shows of the warnings of one step.
static constexpr unsigned shownWarnings = 10;

static std::string escaped(StringRef text, StringRef special);
static std::string nameOf(const std::string &root, StringRef file);
static std::string messageOf(const Diagnostic &diagnostic);

void printGitHub(raw_ostream &out, const Report &report, const Options &options) {
  Options ranked = options;
  ranked.sortByGain = true;
  std::string root = projectRoot();
  auto annotate = [&](StringRef level, const Position &position, StringRef title,
                      StringRef message) {
    out << "::" << level << ' ';
    if (!position.file.empty())
      out << "file=" << escaped(nameOf(root, position.file), "\r\n:,") << ',';
    // A column counts only if the annotation ends in the line in which it begins.
    if (position.line)
      out << formatv("line={0},endLine={0},col={1},", position.line, position.column);
    out << "title=" << escaped(title, "\r\n:,")
        << "::" << escaped(printable(message, "\r\n\t"), "\r\n") << '\n';
  };

  for (const InputError &error : report.result.errors)
    annotate("error", {isOfFile(error) ? error.file : ""}, "loomp", error.message);
  Shown shown = shownDiagnostics(report, ranked, shownWarnings);
  for (const Diagnostic &diagnostic : shown.diagnostics) {
    bool isFatal = diagnostic.finding || isFailure(report, diagnostic, options);
    if (isFatal || diagnostic.gain)
      annotate(isFatal ? "error" : "warning", diagnostic.position, diagnostic.slug,
               messageOf(diagnostic));
  }
  if (!options.quiet && report.result.errors.empty())
    printSummary(out, report, shown.furtherMissed);
}

/// As the runner wants it: `%` and the characters of `special` percent-encoded.
static std::string escaped(StringRef text, StringRef special) {
  std::string result;
  for (char c : text) {
    if (c == '%' || special.contains(c))
      result += formatv("%{0:X-2}", unsigned(static_cast<unsigned char>(c))).str();
    else
      result += c;
  }
  return result;
}

/// The runner looks for files from the root of the repository.
static std::string nameOf(const std::string &root, StringRef file) {
  std::string path = pathFrom(root, file);
  return path.empty() || StringRef(path).starts_with("..") ? realPath(file) : path;
}

/// An annotation shows one text: notes say in it of which line they speak.
static std::string messageOf(const Diagnostic &diagnostic) {
  std::string message = diagnostic.message;
  for (const Note &note : diagnostic.notes) {
    message += '\n';
    if (note.position.file != diagnostic.position.file)
      message += formatv("{0}:{1}: ", note.position.file, note.position.line);
    else if (note.position.line != diagnostic.position.line)
      message += formatv("line {0}: ", note.position.line);
    message += note.message;
  }
  return message;
}

} // namespace loomp
