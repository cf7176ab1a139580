//===- TaskGraph.cpp - tasks that wait for each other ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     double s = sum(a);         double s, t;
//     double t = sum(b);         #pragma omp parallel
//     scale(c, s);          →    #pragma omp single
//     scale(d, s + t);           {
//                                  #pragma omp task depend(out : s)
//                                  s = sum(a);
//                                  #pragma omp task depend(out : t)
//                                  t = sum(b);
//                                  #pragma omp task depend(in : s)
//                                  scale(c, s);
//                                  #pragma omp task depend(in : s, t)
//                                  scale(d, s + t);
//                                }
//
// The text is that of sections (Sections.cpp), with these directives in it. Where no variable can
// be named that a task leaves to others, such as what a pointer leads to, an element of `char
// done[]` stands for it, of which only the address counts.
//
// All variables are shared: the region is the first to enclose the tasks, in which nothing is
// declared but tokens, and OpenMP shares with a task what its team shares.
//
//===----------------------------------------------------------------------===//

#include "rewriters/TaskGraph.h"
#include "rewriters/Pragma.h"

#include "llvm/ADT/STLExtras.h"

namespace loomp {

Tokens tokensOf(const LoopResult &statements, const SourceText &source,
                std::set<std::string> &taken) {
  Tokens tokens;
  for (const DependentTask &task : statements.graph)
    for (unsigned earlier : task.after)
      tokens.ofTask[earlier];
  if (tokens.ofTask.empty())
    return tokens;
  std::string name = freshName(source, "done", taken);
  unsigned number = 0;
  for (auto &[task, item] : tokens.ofTask)
    item = name + "[" + std::to_string(number++) + "]";
  // To g++ a clause is no use of a variable.
  tokens.declaration = {"char " + name + "[" + std::to_string(number) + "];",
                        "(void)" + name + ";"};
  return tokens;
}

std::vector<std::string> graphDirectives(const LoopResult &statements, const Tokens &tokens,
                                         const std::map<std::string, std::string> &values) {
  auto spelled = [&](const std::vector<std::string> &names) {
    std::vector<std::string> texts;
    for (const std::string &name : names)
      texts.push_back(values.count(name) ? values.at(name) : name);
    return texts;
  };
  std::vector<std::string> directives;
  for (unsigned i = 0; i < statements.graph.size(); ++i) {
    const DependentTask &task = statements.graph[i];
    std::vector<std::string> in = spelled(task.in), out = spelled(task.out);
    for (unsigned earlier : task.after)
      if (tokens.ofTask.count(earlier))
        in.push_back(tokens.ofTask.at(earlier));
    if (tokens.ofTask.count(i))
      out.push_back(tokens.ofTask.at(i));
    directives.push_back(dependentTaskDirective(in, out, spelled(task.inout)));
  }
  return directives;
}

std::string graphSummary(const LoopResult &statements) {
  Tokens tokens;
  for (const DependentTask &task : statements.graph)
    for (unsigned earlier : task.after)
      tokens.ofTask.try_emplace(earlier, "done[" + std::to_string(tokens.ofTask.size()) + "]");
  std::vector<std::string> directives = graphDirectives(statements, tokens);
  auto waits =
      llvm::find_if(directives, [](llvm::StringRef each) { return each.contains("(in :"); });
  return waits == directives.end() ? directives.front() : *waits;
}

} // namespace loomp
