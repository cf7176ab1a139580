//===- SarifRules.cpp - the findings of a log, explained ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/SarifRules.h"

#include "llvm/Support/Path.h"

using namespace llvm;

/// All pages of the catalog, one after the other: each opens with a line `# SLUG`.
extern const char loompCatalog[];

namespace loomp {

static std::string pageOf(StringRef slug);
static std::string withFullLinks(StringRef page);

SarifRules sarifRules(const std::vector<Diagnostic> &diagnostics) {
  std::map<std::string, std::string> summaries;
#define FINDING(slug, summary) summaries[slug] = summary;
#define REASON(slug, summary) summaries[slug] = summary;
#include "analyses/Registry.def"
  SarifRules rules;
  for (const Diagnostic &diagnostic : diagnostics)
    if (rules.index.emplace(diagnostic.slug, rules.rows.size()).second)
      rules.rows.emplace_back(diagnostic.slug, summaries[diagnostic.slug]);
  return rules;
}

void writeDriver(json::OStream &json, const SarifRules &rules) {
  json.attribute("name", "loomp");
  json.attribute("version", LOOMP_VERSION);
  json.attribute("semanticVersion", LOOMP_VERSION);
  json.attribute("informationUri", LOOMP_DOCUMENTATION_URL);
  json.attributeArray("rules", [&] {
    for (const auto &[slug, summary] : rules.rows)
      json.object([&] {
        bool isRace =
            StringRef(slug).starts_with("race-") || StringRef(slug).starts_with("missing-");
        bool isOffer =
            slug == "parallel-loop" || slug == "parallel-sections" || slug == "task-recursion";
        json.attribute("id", slug);
        json.attributeObject("shortDescription", [&] { json.attribute("text", summary); });
        json.attributeObject("defaultConfiguration", [&] {
          json.attribute("level", isRace ? "error" : isOffer ? "note" : "none");
        });
        json.attribute("helpUri", LOOMP_DOCUMENTATION_URL "catalog/" + slug + ".md");
        std::string page = withFullLinks(pageOf(slug));
        json.attributeObject("help", [&] {
          json.attribute("text", page);
          json.attribute("markdown", page);
        });
      });
  });
}

static std::string pageOf(StringRef slug) {
  std::string title = ("# " + slug + "\n").str();
  StringRef catalog(loompCatalog);
  size_t begin = catalog.starts_with(title) ? 0 : catalog.find("\n" + title);
  if (begin == StringRef::npos)
    return "";
  StringRef page = catalog.drop_front(begin).ltrim('\n');
  // The next page begins with a title, too; within a page titles are deeper.
  size_t end = page.find("\n# ");
  return page.take_front(end).rtrim().str();
}

/// Links lead from page to page of the documentation; in a log they have to name all of the way.
static std::string withFullLinks(StringRef page) {
  std::string result;
  bool isCode = false; // where a lambda looks like a link
  while (!page.empty()) {
    auto [line, rest] = page.split('\n');
    page = rest;
    isCode ^= line.starts_with("```");
    for (size_t at; !isCode && (at = line.find("](")) != StringRef::npos;) {
      result += line.take_front(at + 2);
      line = line.drop_front(at + 2);
      StringRef target = line.take_until([](char c) { return c == ')'; });
      if (target.contains("://") || target.starts_with("#"))
        continue;
      SmallString<256> path("catalog");
      sys::path::append(path, target);
      sys::path::remove_dots(path, /*remove_dot_dot=*/true, sys::path::Style::posix);
      result += (LOOMP_DOCUMENTATION_URL + path).str();
      line = line.drop_front(target.size());
    }
    result += line;
    result += '\n';
  }
  return result;
}

} // namespace loomp
