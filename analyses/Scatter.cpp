//===- Scatter.cpp - index arrays that the program checks itself ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let the loop carry no dependence on the supposition that no two elements of some arrays
// are equal (PairSystem.cpp), and let it read of each only elements c .. n, and change none. Then
// it carries none wherever the elements c .. n of each are all different, which can be found out in
// front of the loop. That it changes none may rest on the array being another object than those it
// writes; then the program must check this, too.
//
//   for (i = 0; i < n; i++) a[to[i]] = b[i];           a copy of to[0 .. n), sorted, repeats
//   nothing
//
// Theorem: the same where the loop does change such an array, but no read that a subscript comes
// from can find what the loop wrote: each is made once in an iteration, all writes that may follow
// it in the same iteration stand behind it, and none of another iteration meets it. Then it finds
// what stood there in front of the loop, of which the check speaks: `a[to[i]] = b[i]; to[i] = i;`.
//
// The same of the supposition that no element is less than the one before, of which the program
// asks std::is_sorted: rows that begin where the one before ends. The loop leaves such an array
// alone.
//
//   for (i = 0; i < n; i++)
//     for (k = row[i]; k < row[i + 1]; k++)
//       a[k] = 0;
//
// Not handled: such rows of every other element; C, which has no sort that a reader would expect
// here; arrays read by parts.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/Ranges.h"

#include <algorithm>

using namespace clang;

namespace loomp {

using Pairs = std::set<std::pair<ObjectId, ObjectId>>;

/// Does the read find what stood there in front of the loop, whatever this access writes?
static bool isReadBefore(const Model &model, const IntegerSolver &solver, LoopId loop, size_t read,
                         size_t write) {
  return model.accesses[read].loop == loop && read < write && !model.hasJumps &&
         !model.accesses[read].isWrite && !carriedDependence(model, solver, loop, write, read) &&
         !carriedDependence(model, solver, loop, read, write);
}

/// Does the read of an element find what stood there in front of the loop, provided that some
/// objects, which are filed in pairs, have nothing in common? `mayChange`: also where the loop
/// changes its array later.
static bool findsOld(const Model &model, const IntegerSolver &solver, LoopId loop, size_t read,
                     Pairs &apart, bool mayChange) {
  const Path &element = model.accesses[read].path;
  if (model.isInside(model.objects[element.object].loop, loop))
    return false;
  for (size_t i = 0; i + 1 < element.components.size(); ++i)
    if (element.components[i].index && model.varies(*element.components[i].index, loop))
      return false;
  const Loop &judged = model.loops[loop];
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Path &written = model.accesses[i].path;
    if (!model.accesses[i].isWrite || !model.mayOverlap(written, element))
      continue;
    if (written.object == element.object) {
      if (mayChange && isReadBefore(model, solver, loop, read, i))
        continue;
      return false;
    }
    apart.insert(std::minmax(written.object, element.object));
  }
  return true;
}

/// The arrays whose elements stand in subscripts of the access, or, `fromBounds`, bound a loop
/// inside that it is in, each with the access that read it.
static void collectArrays(const Model &model, const IntegerSolver &solver, LoopId loop,
                          const Access &access, std::map<std::string, size_t> &arrays, Pairs &apart,
                          bool fromBounds) {
  auto add = [&](const Polynomial &value) {
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial) {
        const auto &read = model.symbols[symbol].read;
        auto load = model.loadedBy.find(symbol);
        if (read && load != model.loadedBy.end() &&
            (!model.isInside(read->changesIn, loop) ||
             findsOld(model, solver, loop, load->second, apart, !fromBounds)))
          arrays.try_emplace(read->array, load->second);
      }
  };
  for (const Component &component : access.path.components)
    if (component.index)
      add(*component.index);
  int outside = model.loops[loop].guardInside;
  for (int guard = access.guard; fromBounds && guard > outside; guard = model.guards[guard].parent)
    if (const auto &constraint = model.guards[guard].constraint)
      add(constraint->value);
}

/// Are all elements of the array that the analysis knows of read in the loop, and what they were in
/// front of it?
static bool isReadInsideOnly(const Model &model, const IntegerSolver &solver, LoopId id,
                             const std::string &array, Pairs &apart, bool mayChange) {
  const Loop &loop = model.loops[id];
  for (SymbolId symbol = 0; symbol < model.symbols.size(); ++symbol)
    if (const auto &read = model.symbols[symbol].read; read && read->array == array) {
      auto load = model.loadedBy.find(symbol);
      if (load == model.loadedBy.end() || load->second < loop.accessBegin ||
          load->second >= loop.accessEnd ||
          (model.isInside(read->changesIn, id) &&
           !findsOld(model, solver, id, load->second, apart, mayChange)))
        return false;
    }
  return true;
}

/// How many different values the elements of the array can have, if that is known: what their type
/// holds, or what is a subscript of a declared array.
static Coefficient differentValues(const Model &model, const std::string &array,
                                   const Access &access) {
  Coefficient count = Coefficient(1) << 64;
  for (const Component &component : access.path.components)
    if (component.index && component.index->terms().size() <= 2)
      for (const auto &[monomial, coefficient] : component.index->terms()) {
        if (monomial.size() != 1)
          continue;
        const Symbol &symbol = model.symbols[monomial.front()];
        if (!symbol.read || symbol.read->array != array)
          continue;
        if (symbol.low && symbol.high)
          count = std::min(count, *symbol.high - *symbol.low + 1);
        bool isOnly = component.index->terms().size() == 1 || component.index->constantTerm() != 0;
        if (component.extent && isOnly)
          count = std::min(count, *component.extent);
      }
  return count;
}

/// All places of one array that the loop reads, from one of them.
static std::vector<size_t> readsOf(const Model &model, const Loop &loop, const Path &sample) {
  std::vector<size_t> reads;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    bool isSame = !access.isWrite && access.path.object == sample.object &&
                  access.path.components.size() == sample.components.size() &&
                  access.path.components.back().kind == Component::Kind::Index;
    for (size_t c = 0; isSame && c < sample.components.size(); ++c)
      isSame = access.path.components[c].kind == sample.components[c].kind &&
               access.path.components[c].field == sample.components[c].field;
    if (isSame)
      reads.push_back(i);
  }
  return reads;
}

/// Does each iteration read the element? It does where nothing decides that, and in the bound of a
/// loop inside that it gets to: the first test evaluates both sides of a comparison.
static bool isReadByEach(const ASTContext &context, const Model &model, LoopId loop,
                         const Access &access) {
  const Loop &judged = model.loops[loop];
  if (access.guard == judged.guardInside)
    return true;
  if (access.loop == NoLoop || !access.expression || model.loops[access.loop].parent != loop)
    return false;
  const Loop &inner = model.loops[access.loop];
  const auto *header = dyn_cast_or_null<ForStmt>(inner.statement);
  const auto *test =
      header && header->getCond() ? dyn_cast<BinaryOperator>(header->getCond()) : nullptr;
  return test && test->isComparisonOp() && inner.boundExpression &&
         inner.guardBefore == judged.guardInside &&
         isa<ArraySubscriptExpr>(inner.boundExpression->IgnoreParenImpCasts()) &&
         context.getSourceManager().isPointWithin(access.expression->getBeginLoc(),
                                                  inner.boundExpression->getBeginLoc(),
                                                  inner.boundExpression->getEndLoc());
}

/// Are the elements that each iteration reads, and those of all iterations, without a gap? They
/// move on by a stride, and there is one for each remainder.
static bool readWithoutGap(const Model &model, LoopId loop, const std::vector<Touch> &touches) {
  if (llvm::any_of(touches, [](const Touch &touch) { return !touch.path.components.back().index; }))
    return false;
  Coefficient stride = 0;
  std::set<Coefficient> remainders;
  const Polynomial &first = *touches.front().path.components.back().index;
  for (const Touch &touch : touches) {
    const Polynomial &index = *touch.path.components.back().index;
    auto offset = (index - first).asConstant();
    Coefficient own = 0;
    for (const auto &[monomial, coefficient] : index.terms())
      if (llvm::any_of(monomial, [&](SymbolId symbol) { return model.varies(symbol, loop); })) {
        if (own != 0 || monomial.size() > 1)
          return false;
        own = coefficient < 0 ? -coefficient : coefficient;
      }
    if (!offset || own == 0 || (stride != 0 && own != stride))
      return false;
    stride = own;
    remainders.insert((*offset % stride + stride) % stride);
  }
  return Coefficient(remainders.size()) == stride;
}

/// The last identifier of `g.first.data()` that is no function: `first`.
static std::string baseName(llvm::StringRef pointer) {
  pointer.consume_back(".data()");
  pointer.consume_back("()");
  size_t begin =
      pointer.find_last_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  return pointer.substr(begin == llvm::StringRef::npos ? 0 : begin + 1).rtrim('_').str();
}

/// Adds checks under which the loop carries none of the dependences found; false if there are none.
bool Judgement::supposeInjective() {
  if (!J.context.getLangOpts().CPlusPlus17 || !Judged.isLexical || !Out.editable)
    return false;
  // Where an exception may end the loop, not all elements need be there to be sorted.
  if (llvm::any_of(Out.assumptions,
                   [](const Assumption &each) { return each.kind == "in-bounds"; }))
    return false;
  constexpr size_t most = 2;
  std::map<std::string, size_t> arrays;
  Pairs apart;
  // Of rows that begin where the one before ends it is enough that they do not fall.
  auto isCarried = [&](bool rising) {
    arrays.clear(), apart.clear();
    for (const Dependence &dependence : Carried)
      for (size_t each : {dependence.source, dependence.sink})
        collectArrays(M, J.solver, L, M.accesses[each], arrays, apart, rising);
    if (arrays.empty() || arrays.size() > most)
      return true;
    Supposition supposition;
    for (const auto &[array, access] : arrays)
      (rising ? supposition.rising : supposition.injective).insert(array);
    return llvm::any_of(Carried, [&](const Dependence &each) {
      return each.outOfBudget ||
             carriedDependence(M, J.solver, L, each.source, each.sink, supposition);
    });
  };
  bool rises = isCarried(false);
  auto step = Judged.step ? Judged.step->asConstant() : std::nullopt;
  bool isUnit = step && (*step == 1 || *step == -1);
  if (rises &&
      ((!Judged.provenNonEmpty && Out.nonEmptyCondition.empty()) || !isUnit || isCarried(true)))
    return false;
  std::vector<Assumption> checks;
  for (const auto &[array, access] : arrays) {
    const Path &sample = M.accesses[access].path;
    std::vector<size_t> reads = readsOf(M, Judged, sample);
    std::vector<Touch> touches;
    for (size_t each : reads)
      touches.push_back({M.accesses[each].path, M.accesses[each].guard});
    if (!isReadInsideOnly(M, J.solver, L, array, apart, !rises) || touches.empty() ||
        !sample.type->isIntegralOrEnumerationType())
      return false;
    // The range of an array within an object is told in objects.
    size_t depth = sample.components.size();
    if (depth != 1 && sample.components[depth - 2].kind != Component::Kind::Buffer)
      return false;
    auto range = touchedRange(M, J.solver, L, touches, J.context);
    if (!range || range->dereferences || range->pointer.front() == '&')
      return false;
    long long first = 0, size = 0;
    if (llvm::StringRef(range->low).getAsInteger(10, first) || first < 0)
      return false;
    // The program reads them all in front of the loop, so they must exist: the loop reads them for
    // certain, the first and the last one, or they are all that a container has.
    bool isWhole = llvm::StringRef(range->high).ends_with(".size()");
    if (rises && isWhole && first != 0)
      return false;
    if (!isWhole && (!isUnit || !readWithoutGap(M, L, touches)))
      return false;
    if (!isWhole && !llvm::all_of(reads, [&](size_t each) {
          return isReadByEach(J.context, M, L, M.accesses[each]);
        }))
      return false;
    // More elements than they have values are never all different.
    if (!rises && !llvm::StringRef(range->high).getAsInteger(10, size))
      for (const Dependence &dependence : Carried)
        for (size_t each : {dependence.source, dependence.sink})
          if (size - first > differentValues(M, array, M.accesses[each]))
            return false;
    std::string name = baseName(range->pointer);
    if (name.empty())
      return false;
    checks.push_back({.kind = "no-dependence",
                      .text = rises ? "no element of '" + name + "' is less than the one before"
                                    : "no two elements of '" + name + "' are equal",
                      .check = DistinctElements{
                          *range, rises ? "" : freshName(J.context, name + "Sorted"), rises}});
  }
  for (const Dependence &dependence : Carried)
    Out.dependences.push_back({.kind = dependence.kind(M),
                               .object = nameOf(M.accesses[dependence.source].path.object),
                               .distance = dependence.distance,
                               .removedBy = "run-time check"});
  MustDiffer.insert(apart.begin(), apart.end());
  for (Assumption &check : checks)
    Out.assumptions.push_back(std::move(check));
  return true;
}

} // namespace loomp
