//===- RowRanges.cpp - rows that have storage of their own ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What a loop touches of rows that are vectors, or that stand behind an array of pointers, is no
// range. But it is one in each row, and a walk through the rows tells whether any of them meets
// what else the loop touches:
//
//   std::vector<std::vector<int>> &w, const int *b
//   for (int i = 0; i < n; ++i)             of none of the rows w[0 .. n), the elements overlap b
//     for (int j = 0; j < m; ++j) w[i][j] += b[j];
//
// Theorem: let the loop neither change where the rows are, nor what owns them, nor which storage
// each has. Then, of a row r, it touches elements that the row has in front of the loop: of a
// container none beyond its size, behind a pointer none outside of the extremes of the subscript
// over all iterations. If these elements of no row r in [low, high) overlap a range, where [low,
// high) holds the numbers of all rows that the loop touches, then nothing that it touches in any
// row does.
//
// The walk must read no row that is not there. A container knows how many it has, as does a
// declared array. Of others the loop must certainly reach the first and the last one that the walk
// reads, if it runs at all, and then all between them are there, too.
//
// A row that is the same one in all iterations is a container like any other: it has a name.
//
// Not handled: rows of rows of which more than one number varies; rows that must not meet each
// other, for which looking at each row once is not enough.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryParts.h"
#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/Provenance.h"
#include "analyses/Ranges.h"

#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace loomp {

namespace {
/// Where the loop finds its rows.
struct RowPlace {
  Path path;               ///< of one row's container, or of the pointer to it
  size_t index = 0;        ///< the component that is the number of the row
  bool isPointer = false;  ///< it is a pointer that leads to the elements
  std::string members;     ///< what leads from an element of the array of rows to that
  std::string storage;     ///< of a container, what returns its elements
  std::vector<Touch> rows; ///< the places of all rows that are touched
};
} // namespace

/// The component of the place that is the number of a row; members of the row may follow.
static std::optional<size_t> numberOfRow(const Path &place) {
  size_t count = place.components.size();
  while (count > 0 && place.components[count - 1].kind == Component::Kind::Field)
    --count;
  if (count == 0 || count - 1 != elementsBegin(place))
    return std::nullopt;
  const Component &number = place.components[count - 1];
  bool isKnown = number.kind == Component::Kind::Index && number.index && !number.isFlat;
  return isKnown ? std::optional(count - 1) : std::nullopt;
}

/// Does the path lead to the place, and perhaps further?
static bool startsWith(Path path, const Path &place) {
  if (path.components.size() < place.components.size())
    return false;
  path.components.resize(place.components.size());
  return isSamePlace(path, place);
}

/// `.cells` of `rows[i].cells`.
static std::optional<std::string> membersOf(const Model &model, const Path &place, size_t index) {
  std::string text;
  QualType type = model.typeAt(place, index + 1);
  for (size_t i = index + 1; i < place.components.size(); ++i) {
    const FieldDecl *field = place.components[i].field;
    if (!field->getDeclName() || !isAccessible(model, *field) || type.isNull() ||
        !namesMember(type, *field) || field->getType()->isReferenceType())
      return std::nullopt;
    text += "." + field->getNameAsString();
    type = field->getType();
  }
  return text;
}

/// Do the two lead the same way, but for the numbers of elements?
static bool isAlike(const Path &a, const Path &b) {
  return a.object == b.object && a.components.size() == b.components.size() &&
         std::equal(a.components.begin(), a.components.end(), b.components.begin(),
                    [](const Component &x, const Component &y) {
                      return x.kind == y.kind && x.field == y.field;
                    });
}

/// The rows, all found in one array, in which the accesses (all to one piece) stand.
static std::optional<RowPlace> placeOfRows(const Model &model, LoopId loop,
                                           const std::vector<size_t> &accesses) {
  RowPlace result;
  const Path &sample = model.accesses[accesses.front()].path;
  auto loaded = model.loadedFrom.find(sample.object);
  auto buffer = innermostBuffer(sample);
  result.isPointer = loaded != model.loadedFrom.end() && !buffer &&
                     model.loadedAt.at(sample.object) >= model.loops[loop].accessBegin;
  if (!result.isPointer && !buffer)
    return std::nullopt;
  for (size_t each : accesses) {
    Path path = model.accesses[each].path;
    if (!isPlainValue(model, path))
      return std::nullopt;
    if (result.isPointer)
      path = loaded->second;
    else
      path.components.resize(*buffer);
    if (!result.rows.empty() && !isAlike(path, result.rows.front().path))
      return std::nullopt;
    result.rows.push_back({std::move(path), model.accesses[each].guard, !result.isPointer});
  }
  result.path = result.rows.front().path;
  auto index = numberOfRow(result.path);
  auto members = index ? membersOf(model, result.path, *index) : std::nullopt;
  QualType type = model.typeAt(result.path, result.path.components.size());
  if (!members || type.isNull())
    return std::nullopt;
  result.index = *index;
  result.members = *members;
  if (result.isPointer) {
    // A node that points to one of its own class leads to a neighbour: no check would ever hold.
    QualType around = model.typeAt(result.path, result.index + 1);
    bool isNode =
        type->isPointerType() && !around.isNull() &&
        model.function->getASTContext().hasSameUnqualifiedType(type->getPointeeType(), around);
    return type->isPointerType() && !type->isVoidPointerType() && !isNode ? std::optional(result)
                                                                          : std::nullopt;
  }
  // The text calls functions of the class that the row is declared with.
  QualType owner = sample.components[*buffer].owner;
  auto member = owner.isNull() ? std::nullopt : bufferMember(owner);
  if (!member || !model.function->getASTContext().hasSameUnqualifiedType(owner, type) ||
      !hasPublicSize(owner))
    return std::nullopt;
  for (Touch &row : result.rows)
    row.path.type = owner;
  result.path.type = owner;
  result.storage = "." + *member + "()";
  return result;
}

/// Does the loop leave the rows where they are, and each with the storage that it has?
static bool keepsRows(const Model &model, LoopId loop, const RowPlace &place) {
  if (place.index > 0) {
    Path owner = place.path;
    owner.components.resize(place.index - 1);
    if (!keepsStorage(model, loop, owner))
      return false;
  }
  if (!place.isPointer)
    return keepsStorage(model, loop, place.path);
  const Loop &judged = model.loops[loop];
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
    if (model.accesses[i].isWrite)
      for (const Touch &row : place.rows)
        if (model.mayOverlap(model.accesses[i].path, row.path))
          return false;
  return true;
}

/// Does every iteration of the judged loop reach the access? `assumed` gets what must not be
/// negative for that.
static bool isReached(const Model &model, LoopId loop, const Access &access,
                      std::vector<Polynomial> &assumed) {
  int guard = access.guard;
  for (LoopId each = access.loop; each != NoLoop; each = model.loops[each].parent) {
    const Loop &around = model.loops[each];
    auto step = around.step ? around.step->asConstant() : std::nullopt;
    // Where the bound is no value of the index, it counts less far.
    bool isUnit =
        around.isCanonical && step && (*step == 1 || *step == -1) && around.trip && around.last;
    if (!isUnit || guard != around.guardInside ||
        *around.last - around.lower !=
            (*around.trip - Polynomial(1)) * Polynomial(around.direction))
      return false;
    if (each == loop)
      return true;
    if (!around.provenNonEmpty) {
      if (model.varies(*around.trip, loop))
        return false;
      assumed.push_back(*around.trip - Polynomial(1));
    }
    guard = around.guardBefore;
  }
  return false;
}

/// Is every one of the places certainly read, so that all between them are there, too?
static bool readsAll(const Model &model, LoopId loop, const std::vector<Touch> &rows,
                     std::vector<Polynomial> &assumed) {
  const Loop &judged = model.loops[loop];
  for (size_t i = judged.effectBegin; i < judged.effectEnd; ++i)
    if (model.effects[i].reason == "early-exit" || model.effects[i].reason == "may-throw")
      return false;
  return llvm::all_of(rows, [&](const Touch &row) {
    // What else a value depends on may never take it to its extremes; and a stride skips some.
    for (const Component &component : row.path.components)
      if (component.index)
        for (const auto &[monomial, coefficient] : component.index->terms())
          for (SymbolId symbol : monomial)
            if (model.varies(symbol, loop) &&
                (model.symbols[symbol].kind != SymbolKind::Index || monomial.size() > 1 ||
                 (coefficient != 1 && coefficient != -1)))
              return false;
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
      std::vector<Polynomial> needed = assumed;
      if (startsWith(model.accesses[i].path, row.path) &&
          isReached(model, loop, model.accesses[i], needed)) {
        assumed = std::move(needed);
        return true;
      }
    }
    return false;
  });
}

std::optional<std::string> rowAtEntry(const Model &model, LoopId loop, const Path &row,
                                      const ASTContext &context, bool &dereferences) {
  auto index = numberOfRow(row);
  auto members = index && *index > 0 ? membersOf(model, row, *index) : std::nullopt;
  if (!members || model.varies(*row.components[*index].index, loop))
    return std::nullopt;
  Path element = row;
  element.components.resize(*index + 1);
  auto rows = storageAtEntry(model, loop, element, context);
  if (!rows || !keepsStorage(model, loop, rows->owner))
    return std::nullopt;
  const Loop &judged = model.loops[loop];
  bool isReached = false;
  for (size_t i = judged.accessBegin; i < judged.accessEnd && !isReached; ++i) {
    const Access &access = model.accesses[i];
    isReached = (access.guard == judged.guardInside || access.guard == judged.guardBefore) &&
                startsWith(access.path, row);
  }
  auto number = isReached ? elementNumberAtEntry(model, loop, *row.components[*index].index,
                                                 context, &dereferences)
                          : std::nullopt;
  if (!number)
    return std::nullopt;
  dereferences = true;
  // A smart pointer to one object has no subscripts.
  bool hasSubscripts = llvm::StringRef(rows->pointer).ends_with(".data()");
  return (hasSubscripts ? rows->container : rows->pointer) + "[" + *number + "]" + *members;
}

std::optional<DisjointRows> Judgement::checkEitherRows(const std::vector<size_t> &a,
                                                       const std::vector<size_t> &b,
                                                       std::vector<Polynomial> &assumed,
                                                       ValueLimits &limits) const {
  for (bool swaps : {false, true}) {
    std::vector<Polynomial> needed = assumed;
    ValueLimits bounded = limits;
    if (auto check = checkRows(swaps ? b : a, swaps ? a : b, needed, bounded)) {
      assumed = std::move(needed);
      limits = std::move(bounded);
      return check;
    }
  }
  return std::nullopt;
}

/// A check that nothing which is accessed in `rows` overlaps the others.
std::optional<DisjointRows> Judgement::checkRows(const std::vector<size_t> &rows,
                                                 const std::vector<size_t> &others,
                                                 std::vector<Polynomial> &assumed,
                                                 ValueLimits &limits) const {
  auto place = placeOfRows(M, L, rows);
  if (!place || isEarlyStandard(J.context) || !keepsRows(M, L, *place))
    return std::nullopt;
  auto numbers = touchedRange(M, J.solver, L, place->rows, J.context, &assumed, &limits);
  auto isNamePart = [](char c) {
    return llvm::isAlnum(c) || llvm::StringRef("_.:->()").contains(c);
  };
  if (!numbers || !llvm::all_of(numbers->pointer, isNamePart) || numbers->pointer.front() == '(')
    return std::nullopt;
  DisjointRows check;
  check.row = freshName(J.context, "row");
  check.result = freshName(J.context, "rowsApart");
  check.low = numbers->low;
  check.high = numbers->high;

  llvm::StringRef array = numbers->pointer;
  bool isContainer = array.consume_back(".data()");
  const Component &number = place->path.components[place->index];
  QualType owner = place->index > 0 ? place->path.components[place->index - 1].owner : QualType();
  // A pointer that the loop does not read need not have a value, but in a vector.
  bool haveValues = !place->isPointer || (isPlainVector(owner) && place->members.empty());
  if (haveValues && isContainer && hasPublicSize(owner))
    check.size = array.str() + ".size()";
  else if (haveValues && place->index == 0 && number.extent)
    check.size = toString(*number.extent);
  bool throwsOut = llvm::any_of(Out.assumptions,
                                [](const Assumption &each) { return each.kind == "in-bounds"; });
  // Else the loop must run for certain.
  bool mayBeFewer = !check.size.empty();
  if (!mayBeFewer && (throwsOut || numbers->isUpperBound || !readsAll(M, L, place->rows, assumed)))
    return std::nullopt;
  if (numbers->isUpperBound)
    check.size = "";
  unsigned declared = 0, reached = 0;
  if (!llvm::StringRef(check.size).getAsInteger(10, declared) &&
      !llvm::StringRef(check.high).getAsInteger(10, reached) && reached <= declared)
    check.size = "";
  if (mayBeFewer && !llvm::all_of(check.low, llvm::isDigit)) {
    std::string first = "(long long)(" + check.low + ")"; // it may be formed without a sign
    check.low = first + " > 0 ? " + first + " : 0";
  }

  std::string row = array.str() + "[" + check.row + "]" + place->members;
  std::vector<Touch> inside = touchesOf(M, rows), outside = touchesOf(M, others);
  ElementRange &own = check.each.first;
  if (place->isPointer) {
    PointerText pointer{row, Polynomial(), numbers->dereferences};
    auto range = touchedRange(M, J.solver, L, inside, J.context, &assumed, &limits, &pointer);
    if (!range)
      return std::nullopt;
    own = *range;
  } else {
    own = {.pointer = row + place->storage,
           .low = "0",
           .high = row + ".size()",
           .dereferences = numbers->dereferences,
           .isUpperBound = true};
  }
  own.dereferences |= !mayBeFewer;
  std::vector<Polynomial> assumedBefore = assumed;
  ValueLimits limitsBefore = limits;
  auto other = touchedRange(M, J.solver, L, outside, J.context, &assumed, &limits);
  bool isPlain =
      llvm::all_of(outside, [&](const Touch &touch) { return isPlainValue(M, touch.path); });
  if (!other && isPlain && isPlainVector(place->path.type)) {
    // Wherever in its object the pointer leads: see Provenance.cpp.
    assumed = std::move(assumedBefore);
    limits = std::move(limitsBefore);
    other = pointerTo(M, L, outside, J.context);
    own.high = row + ".capacity()";
  }
  if (!other)
    return std::nullopt;
  check.each.second = *other;
  return check;
}

} // namespace loomp
