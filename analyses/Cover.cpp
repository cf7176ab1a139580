//===- Cover.cpp - one read and the writes before it ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++) {
//       for (int k = 0; k < 4; k++)
//         w[k] = a[i + k];              writes w[k] for all k in 0..3
//       b[i] = w[0] + w[3];             reads w[0] and w[3]: both covered
//     }
//
// Theorem: let R be the set of elements that a read touches, over the values of all symbols that
// its guards admit. Let W be the set that a write touches for the same values of the symbols that
// both share, over a choice of the indices of those loops around the write that do not stand around
// the read in the same iteration. The read is covered if R is a subset of the union of all W that
//   1. run before it: the write stands earlier in the text of the innermost common loop, or runs in
//      an earlier iteration of some common loop;
//   2. are certain: every condition of the write is a constraint that is part of W, or holds for
//      the read as well because it is the same evaluation of it; the loops whose indices are chosen
//      are counted loops that nothing leaves early; and nothing else that varies in them takes
//      part, for its value cannot be chosen.
// Constraints of the read that cannot be expressed are left out, which makes R larger. A write with
// a constraint that cannot be expressed is left out. What isl cannot decide is not covered.
//
//===----------------------------------------------------------------------===//

#include "analyses/Cover.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

Cover::Column Cover::universal(std::vector<std::pair<SymbolId, int>> product) {
  for (auto &[symbol, copy] : product)
    if (!M.varies(symbol, L))
      copy = 0;
  std::sort(product.begin(), product.end());
  auto [place, isNew] =
      Universals.try_emplace(std::move(product), static_cast<unsigned>(Universals.size()) + Free);
  return {false, place->second};
}

std::optional<Cover::Row> Cover::rowOf(const Polynomial &value, bool isEquality, int copy) {
  if (!value.isValid())
    return std::nullopt;
  Row row{.isEquality = isEquality};
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty()) {
      row.constant = coefficient;
      continue;
    }
    std::vector<std::pair<SymbolId, int>> product;
    for (SymbolId symbol : monomial)
      product.emplace_back(symbol, copy);
    row.coefficients.emplace_back(universal(std::move(product)), coefficient);
  }
  return row;
}

void Cover::setPoints(const Path &path, int guard, int copy) {
  Read = path;
  ReadCopy = copy;
  std::vector<SymbolId> mentioned;
  std::set<SymbolId> seen;
  auto mention = [&](const Polynomial &value) {
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        if (seen.insert(symbol).second)
          mentioned.push_back(symbol);
  };
  auto constrain = [&](const Polynomial &value, bool isEquality) {
    if (auto row = rowOf(value, isEquality, copy)) {
      mention(value);
      Points.push_back(std::move(*row));
    }
  };
  for (; guard >= 0; guard = M.guards[guard].parent)
    if (const auto &constraint = M.guards[guard].constraint)
      constrain(constraint->value, constraint->isEquality);
  for (const Component &component : path.components) {
    FreeIndices.emplace_back();
    if (component.kind != Component::Kind::Index)
      continue;
    if (component.index && component.index->isValid()) {
      mention(*component.index);
      if (component.extent && !component.isFlat) {
        constrain(*component.index, false);
        constrain(Polynomial(*component.extent - 1) - *component.index, false);
      }
      continue;
    }
    Column column{false, static_cast<unsigned>(Universals.size()) + Free++};
    FreeIndices.back() = column;
    if (component.extent && !component.isFlat) {
      Points.push_back({{{column, 1}}, 0, false});
      Points.push_back({{{column, -1}}, *component.extent - 1, false});
    }
  }
  // What is known of the symbols themselves.
  for (size_t i = 0; i < mentioned.size() && i < 64; ++i) {
    const Symbol &symbol = M.symbols[mentioned[i]];
    Polynomial value = Polynomial::symbol(mentioned[i]);
    if (symbol.low)
      constrain(value - Polynomial(*symbol.low), false);
    if (symbol.high)
      constrain(Polynomial(*symbol.high) - value, false);
    for (const Constraint &fact : symbol.facts)
      constrain(fact.value, fact.isEquality);
  }
}

bool Cover::restrictTo(const Access &write, int copy) {
  const auto &written = write.path.components;
  for (size_t i = 0; i < std::min(written.size(), Read.components.size()); ++i) {
    const Component &left = written[i], &right = Read.components[i];
    if (left.kind != right.kind || left.kind == Component::Kind::Unknown)
      break;
    if (left.kind == Component::Kind::Field && left.field != right.field) {
      const RecordDecl *parent = left.field->getParent();
      if (parent == right.field->getParent() && !parent->isUnion())
        return false;
      break;
    }
    if (left.kind != Component::Kind::Index)
      continue;
    if (left.isFlat || right.isFlat || left.extent != right.extent)
      break;
    if (!left.index || !right.index)
      continue;
    auto row = rowOf(*left.index, true, copy), other = rowOf(*right.index, true, ReadCopy);
    if (!row || !other)
      continue;
    row->constant -= other->constant;
    for (auto &[column, coefficient] : other->coefficients)
      row->coefficients.emplace_back(column, -coefficient);
    Points.push_back(std::move(*row));
  }
  for (int guard = write.guard; guard >= 0; guard = M.guards[guard].parent)
    if (const auto &constraint = M.guards[guard].constraint)
      if (auto row = rowOf(constraint->value, constraint->isEquality, copy))
        Points.push_back(std::move(*row));
  return true;
}

void Cover::addOrder(int earlier, int later) {
  const Loop &judged = M.loops[L];
  auto before = rowOf(judged.iteration, false, earlier),
       after = rowOf(judged.iteration, false, later);
  if (!before || !after)
    return;
  after->constant -= before->constant + 1;
  for (auto &[column, coefficient] : before->coefficients)
    after->coefficients.emplace_back(column, -coefficient);
  Points.push_back(std::move(*after));
  // Both are iterations of the loop.
  for (int guard = judged.guardInside; guard >= 0; guard = M.guards[guard].parent)
    if (const auto &constraint = M.guards[guard].constraint)
      for (int copy : {earlier, later})
        if (auto row = rowOf(constraint->value, constraint->isEquality, copy))
          Points.push_back(std::move(*row));
}

/// The column of a symbol in a write; absent if its value is neither shared nor to be chosen.
std::optional<Cover::Column> Cover::columnOf(SymbolId symbol, Choice &choice) {
  if (auto other = choice.replaced.find(symbol); other != choice.replaced.end())
    return universal({{other->second, choice.copy}});
  const Symbol &described = M.symbols[symbol];
  // A quotient is what its facts say, whoever computed it.
  bool isDetermined = described.kind == SymbolKind::Derived && !described.facts.empty();
  bool isInner = choice.outermost != NoLoop && M.isInside(described.loop, choice.outermost);
  if (!isInner && (!isDetermined || Universals.count({{symbol, choice.copy}})))
    return universal({{symbol, choice.copy}});
  auto [place, isNew] = choice.columns.try_emplace(symbol);
  if (!isNew)
    return place->second;
  bool isIndex = false;
  for (LoopId loop : choice.loops)
    isIndex |= described.kind == SymbolKind::Index && M.loops[loop].indexSymbol == symbol &&
               described.loop == loop;
  if (!isIndex && !isDetermined) {
    choice.columns.erase(symbol);
    return std::nullopt;
  }
  Column column{true, choice.count++};
  place->second = column;
  return column;
}

std::optional<Cover::Row> Cover::rowOf(const Polynomial &value, bool isEquality, Choice &choice) {
  if (!value.isValid())
    return std::nullopt;
  Row row{.isEquality = isEquality};
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty()) {
      row.constant = coefficient;
      continue;
    }
    std::vector<std::pair<SymbolId, int>> product;
    std::optional<Column> single;
    for (SymbolId symbol : monomial) {
      single = columnOf(symbol, choice);
      if (!single || (single->chosen && monomial.size() > 1))
        return std::nullopt;
      auto other = choice.replaced.find(symbol);
      product.emplace_back(other == choice.replaced.end() ? symbol : other->second, choice.copy);
    }
    row.coefficients.emplace_back(monomial.size() > 1 ? universal(std::move(product)) : *single,
                                  coefficient);
  }
  return row;
}

bool Cover::addRow(const Polynomial &value, bool isEquality, Choice &choice) {
  auto row = rowOf(value, isEquality, choice);
  if (!row)
    return false;
  choice.rows.push_back(std::move(*row));
  return true;
}

/// All that is known of a symbol whose value is chosen must be asked of the choice.
bool Cover::addFacts(SymbolId symbol, Choice &choice) {
  const Symbol &described = M.symbols[symbol];
  Polynomial value = Polynomial::symbol(symbol);
  bool known = true;
  if (described.low)
    known &= addRow(value - Polynomial(*described.low), false, choice);
  if (described.high)
    known &= addRow(Polynomial(*described.high) - value, false, choice);
  for (const Constraint &fact : described.facts)
    known &= addRow(fact.value, fact.isEquality, choice);
  return known;
}

/// The conditions of the write that do not hold for the read anyway.
bool Cover::addConditions(const Access &write, int readGuard, Choice &choice) {
  std::set<int> common;
  for (int guard = readGuard; guard >= 0; guard = M.guards[guard].parent)
    common.insert(guard);
  for (int guard = write.guard; guard >= 0 && !common.count(guard);
       guard = M.guards[guard].parent) {
    const auto &constraint = M.guards[guard].constraint;
    if (!constraint || !addRow(constraint->value, constraint->isEquality, choice))
      return false;
  }
  return true;
}

/// The write touches the element that is read, or all of an object that it is a part of.
bool Cover::addLocation(const Path &path, Choice &choice) {
  if (path.components.size() > Read.components.size())
    return false;
  for (size_t i = 0; i < path.components.size(); ++i) {
    const Component &written = path.components[i], &read = Read.components[i];
    if (written.kind != read.kind || written.kind == Component::Kind::Unknown)
      return false;
    if (written.kind == Component::Kind::Field &&
        (written.field != read.field || written.field->getParent()->isUnion()))
      return false;
    if (written.kind != Component::Kind::Index)
      continue;
    // Elements that are counted in different ways may differ where their numbers agree.
    if (written.isFlat || read.isFlat || written.extent != read.extent || !written.index)
      return false;
    auto left = rowOf(*written.index, true, choice);
    if (!left)
      return false;
    if (FreeIndices[i]) {
      left->coefficients.emplace_back(*FreeIndices[i], -1);
    } else {
      auto right = rowOf(*read.index, true, ReadCopy);
      if (!right)
        return false;
      left->constant -= right->constant;
      for (auto &[column, coefficient] : right->coefficients)
        left->coefficients.emplace_back(column, -coefficient);
    }
    choice.rows.push_back(std::move(*left));
  }
  return true;
}

bool Cover::tryWrite(const Access &write, size_t shared, bool earlier,
                     const std::vector<LoopId> &readChain, int readGuard, Choice choice) {
  // In an earlier iteration, what was tested in front of the loop is all they have in common.
  if (earlier)
    readGuard = M.loops[readChain[shared]].guardBefore;
  if (!addConditions(write, readGuard, choice) || !addLocation(write.path, choice))
    return false;
  if (earlier) {
    // The iteration of the write is before that of the read.
    const Polynomial &iteration = M.loops[readChain[shared]].iteration;
    auto own = rowOf(iteration, false, choice);
    auto other = rowOf(iteration, false, ReadCopy);
    if (!own || !other)
      return false;
    other->constant -= own->constant + 1;
    for (auto &[column, coefficient] : own->coefficients)
      other->coefficients.emplace_back(column, -coefficient);
    choice.rows.push_back(std::move(*other));
  }
  // Facts may mention further symbols, which are chosen along with the first.
  std::set<SymbolId> done;
  for (bool grew = true; grew;) {
    grew = false;
    std::map<SymbolId, Column> columns = choice.columns;
    for (const auto &[symbol, column] : columns)
      if (done.insert(symbol).second) {
        grew = true;
        if (!addFacts(symbol, choice))
          return false;
      }
  }
  Writes.push_back(std::move(choice));
  return true;
}

void Cover::addWrite(const Access &write, const std::vector<LoopId> &chain, size_t shared,
                     bool earlier, const std::vector<LoopId> &readChain, int readGuard, int copy) {
  Choice choice{.copy = copy};
  if (shared < chain.size()) {
    choice.outermost = chain[shared];
    choice.loops.assign(chain.begin() + static_cast<long>(shared), chain.end());
  }
  for (LoopId loop : choice.loops) {
    if (!M.loops[loop].isCanonical)
      return;
    for (size_t i = M.loops[loop].effectBegin; i < M.loops[loop].effectEnd; ++i)
      if (M.effects[i].reason == "early-exit" || M.effects[i].reason == "may-throw")
        return;
  }
  if (tryWrite(write, shared, earlier, readChain, readGuard, choice))
    return;
  // Products of chosen indices are beyond linear systems. Take the iterations in which the loops
  // around the write have the indices of those around the read: often it is these.
  if (earlier)
    return;
  for (size_t i = shared; i < chain.size(); ++i) {
    if (i >= readChain.size())
      return;
    const Loop &own = M.loops[chain[i]], &other = M.loops[readChain[i]];
    if (own.indexValue.asSymbol() != own.indexSymbol ||
        other.indexValue.asSymbol() != other.indexSymbol)
      return;
    choice.replaced[own.indexSymbol] = other.indexSymbol;
  }
  tryWrite(write, shared, false, readChain, readGuard, choice);
}

LinearSystem::Row Cover::finished(const Row &row, unsigned universals) {
  LinearSystem::Row result{.constant = row.constant, .isEquality = row.isEquality};
  std::map<unsigned, Coefficient> sums;
  for (const auto &[column, coefficient] : row.coefficients)
    sums[column.chosen ? universals + column.number : column.number] += coefficient;
  for (const auto &[column, coefficient] : sums)
    if (coefficient != 0)
      result.coefficients.emplace_back(column, coefficient);
  return result;
}

bool Cover::holds() const {
  unsigned universals = static_cast<unsigned>(Universals.size()) + Free;
  auto systemOf = [&](const std::vector<Row> &rows, unsigned chosen) {
    LinearSystem system;
    for (unsigned i = 0; i < universals + chosen; ++i)
      system.addUnknown();
    for (const Row &row : rows)
      system.add(finished(row, universals));
    return system;
  };
  std::vector<LinearSystem> covers;
  for (const Choice &choice : Writes)
    covers.push_back(systemOf(choice.rows, choice.count));
  return areCovered(systemOf(Points, 0), covers, Solver) == Answer::Yes;
}

} // namespace loomp
