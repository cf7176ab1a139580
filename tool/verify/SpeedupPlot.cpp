//===- SpeedupPlot.cpp - speedup over threads, as a picture ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Both axes are linear, so that the ideal is a straight line and what is lost is the distance from
// it. The background is painted: the picture looks the same on a dark page. Series differ in shape
// and not in colour alone, and title and description say in words what is to be seen.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/SpeedupPlot.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

#include <algorithm>
#include <cmath>

using namespace llvm;

namespace loomp {

namespace {
struct Point {
  unsigned threads = 0;
  double speedup = 0;
  double low = 0, high = 0; ///< of the slowest and the fastest run
};
} // namespace

static std::vector<Point> pointsOf(const VerifyReport &report) {
  std::vector<Point> points;
  double serial = median(report.serial.seconds);
  for (const TimedRuns &runs : report.runs) {
    if (runs.seconds.empty())
      continue;
    auto [fastest, slowest] = std::minmax_element(runs.seconds.begin(), runs.seconds.end());
    if (*fastest > 0)
      points.push_back({runs.threads, speedup(report, runs), serial / *slowest, serial / *fastest});
  }
  llvm::sort(points, [](const Point &a, const Point &b) { return a.threads < b.threads; });
  return points;
}

//===----------------------------------------------------------------------===//
// Terminal
//
//   speedup, | is the ideal
//    1 |##########|                              0.99
//    2 |###################|                     1.95
//    4 |################################      |  3.31
//===----------------------------------------------------------------------===//

static constexpr unsigned SketchWidth = 40;

/// A bar of `length` columns, in eighths of a column where there are characters for that.
static std::string bar(double length, bool unicode) {
  static constexpr StringLiteral eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  unsigned parts = unsigned(std::max(0.0, std::round(length * 8)));
  std::string result;
  for (unsigned i = 0; i < (unicode ? parts / 8 : unsigned(std::lround(length))); ++i)
    result += unicode ? "█" : "#";
  return unicode ? result + eighths[parts % 8].str() : result;
}

void printSketch(const VerifyReport &report, bool unicode, raw_ostream &out) {
  std::vector<Point> points = pointsOf(report);
  if (points.size() < 2)
    return;
  double most = points.back().threads;
  for (const Point &point : points)
    most = std::max(most, point.speedup);
  StringRef mark = unicode ? "│" : "|";
  out << "speedup by threads; " << mark << " is the ideal\n";
  for (const Point &point : points) {
    double scale = SketchWidth / most;
    std::string drawn = bar(point.speedup * scale, unicode);
    unsigned columns = unicode ? unsigned(std::ceil(std::round(point.speedup * scale * 8) / 8))
                               : unsigned(std::lround(point.speedup * scale));
    unsigned ideal = unsigned(std::lround(point.threads * scale));
    out << formatv("{0,6} {1}", point.threads, drawn);
    // The mark is covered by a bar that is longer.
    if (columns <= ideal) {
      out.indent(ideal - columns) << mark;
      columns = ideal + 1;
    }
    out.indent(SketchWidth + 2 - std::min(columns, SketchWidth + 1))
        << formatv("{0:f2}\n", point.speedup);
  }
}

//===----------------------------------------------------------------------===//
// SVG
//===----------------------------------------------------------------------===//

namespace {
/// The drawing area, and where values lie in it.
class Frame {
public:
  static constexpr double Width = 640, Height = 440;
  static constexpr double Left = 64, Right = 150, Top = 56, Bottom = 56;

  Frame(double mostThreads, double mostSpeedup)
      : mostThreads(mostThreads), mostSpeedup(mostSpeedup) {}
  double x(double threads) const { return Left + threads / mostThreads * (Width - Left - Right); }
  double y(double speedup) const {
    return Height - Bottom - speedup / mostSpeedup * (Height - Top - Bottom);
  }

  double mostThreads, mostSpeedup;
};
} // namespace

static std::string escaped(StringRef text) {
  std::string result;
  for (char c : text)
    switch (c) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    default:
      // Control characters are no characters of XML.
      result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    }
  return result;
}

/// 1, 2 or 5 times a power of ten, so that at most about eight of them make `most`.
static double tickStep(double most) {
  double step = std::pow(10, std::floor(std::log10(most / 8)));
  for (double factor : {1.0, 2.0, 5.0, 10.0})
    if (most / (step * factor) <= 8.5)
      return step * factor;
  return step * 10;
}

static std::string labelOf(double value) {
  return value == std::round(value) ? std::to_string(long(value)) : formatv("{0:f1}", value).str();
}

static void printAxes(const Frame &frame, ArrayRef<Point> points, raw_ostream &out) {
  double left = frame.x(0), bottom = frame.y(0), right = frame.x(frame.mostThreads);
  double step = tickStep(frame.mostSpeedup);
  out << "  <g stroke=\"#d9dde3\" stroke-width=\"1\">\n";
  for (double tick = step; tick <= frame.mostSpeedup * 1.0001; tick += step)
    out << formatv("    <path d=\"M{0:f1} {1:f1}H{2:f1}\"/>\n", left, frame.y(tick), right);
  out << "  </g>\n  <g fill=\"#444c56\" font-size=\"12\">\n";
  for (double tick = 0; tick <= frame.mostSpeedup * 1.0001; tick += step)
    out << formatv("    <text x=\"{0:f1}\" y=\"{1:f1}\" text-anchor=\"end\">{2}</text>\n", left - 8,
                   frame.y(tick) + 4, labelOf(tick));
  double lastLabel = -100;
  for (const Point &point : points) {
    // Labels that would touch are left out, the points are not.
    if (frame.x(point.threads) - lastLabel < 24)
      continue;
    lastLabel = frame.x(point.threads);
    out << formatv("    <text x=\"{0:f1}\" y=\"{1:f1}\" text-anchor=\"middle\">{2}</text>\n",
                   lastLabel, bottom + 18, point.threads);
  }
  out << formatv("    <text x=\"{0:f1}\" y=\"{1:f1}\" text-anchor=\"middle\">threads</text>\n",
                 (left + right) / 2, bottom + 40)
      << formatv("    <text transform=\"translate({0:f1} {1:f1}) rotate(-90)\" "
                 "text-anchor=\"middle\">speedup over the serial program</text>\n",
                 left - 40, (bottom + Frame::Top) / 2)
      << "  </g>\n"
      << formatv("  <path d=\"M{0:f1} {1:f1}V{2:f1}H{3:f1}\" fill=\"none\" stroke=\"#444c56\"/>\n",
                 left, Frame::Top, bottom, right);
}

static void printCurves(const Frame &frame, const VerifyReport &report, raw_ostream &out) {
  // The ideal line ends where the picture does.
  double end = std::min(frame.mostThreads, frame.mostSpeedup);
  out << formatv("  <path d=\"M{0:f1} {1:f1}L{2:f1} {3:f1}\" fill=\"none\" stroke=\"#6e7781\" "
                 "stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/>\n",
                 frame.x(0), frame.y(0), frame.x(end), frame.y(end))
      << formatv(
             "  <text x=\"{0:f1}\" y=\"{1:f1}\" fill=\"#57606a\" font-size=\"12\">ideal</text>\n",
             frame.x(end) + 8, frame.y(end) + 4);
  std::optional<AmdahlFit> fit = fitOf(report);
  if (!fit)
    return;
  constexpr unsigned Segments = 60;
  double serial = median(report.serial.seconds), last = 0;
  out << "  <path d=\"";
  for (unsigned i = 0; i <= Segments; ++i) {
    double threads = 1 + (frame.mostThreads - 1) * i / Segments;
    last = serial / fit->timeWith(threads);
    out << formatv("{0}{1:f1} {2:f1}", i ? "L" : "M", frame.x(threads), frame.y(last));
  }
  // Below the label of the ideal where both would be in one place.
  double labelY = frame.y(last) + 4;
  if (std::fabs(labelY - frame.y(end) - 4) < 30)
    labelY = frame.y(end) + 34;
  out << "\" fill=\"none\" stroke=\"#b35900\" stroke-width=\"2\"/>\n"
      << formatv("  <text x=\"{0:f1}\" y=\"{1:f1}\" fill=\"#8f4700\" font-size=\"12\">Amdahl's law,"
                 "<tspan x=\"{0:f1}\" dy=\"15\">{2} serial</tspan></text>\n",
                 frame.x(frame.mostThreads) + 8, labelY, percent(fit->serialFraction));
}

static void printPoints(const Frame &frame, ArrayRef<Point> points, raw_ostream &out) {
  out << "  <g stroke=\"#0b5cad\" stroke-width=\"1.5\">\n";
  for (const Point &point : points) {
    double x = frame.x(point.threads), low = frame.y(point.low), high = frame.y(point.high);
    out << formatv("    <path d=\"M{0:f1} {1:f1}V{2:f1}M{3:f1} {1:f1}H{4:f1}M{3:f1} "
                   "{2:f1}H{4:f1}\"/>\n",
                   x, low, high, x - 5, x + 5)
        << formatv("    <circle cx=\"{0:f1}\" cy=\"{1:f1}\" r=\"4\" fill=\"#0b5cad\">"
                   "<title>{2}: {3:f2} ({4:f2} to {5:f2})</title></circle>\n",
                   x, frame.y(point.speedup), threadCount(point.threads), point.speedup, point.low,
                   point.high);
  }
  out << "  </g>\n";
}

void printSvg(const VerifyReport &report, raw_ostream &out) {
  std::vector<Point> points = pointsOf(report);
  double threads = 1, most = 1;
  for (const Point &point : points) {
    threads = std::max(threads, double(point.threads));
    most = std::max({most, point.high, double(point.threads)});
  }
  Frame frame(threads * 1.04, most * 1.04);
  std::string title =
      "Speedup of " + escaped(json::fixUTF8(report.program)) + " by number of threads";
  out << formatv("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
                 "height=\"{1}\" role=\"img\" aria-labelledby=\"title description\" "
                 "font-family=\"system-ui, sans-serif\">\n",
                 unsigned(Frame::Width), unsigned(Frame::Height))
      << "  <title id=\"title\">" << title << "</title>\n  <desc id=\"description\">";
  for (const Point &point : points)
    out << formatv("{0}: {1:f2} times as fast as the serial program. ", threadCount(point.threads),
                   point.speedup);
  out << "Bars reach from the slowest to the fastest run.</desc>\n"
      << "  <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
      << formatv("  <text x=\"{0:f1}\" y=\"28\" fill=\"#1f2328\" font-size=\"16\" "
                 "font-weight=\"600\">{1}</text>\n",
                 frame.x(0), title);
  printAxes(frame, points, out);
  printCurves(frame, report, out);
  printPoints(frame, points, out);
  out << "</svg>\n";
}

} // namespace loomp
