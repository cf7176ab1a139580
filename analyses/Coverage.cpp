//===- Coverage.cpp - is what an iteration reads its own? -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: what a read sees was written in the same iteration if each scalar that it reads is
// covered by writes that certainly come before it (Cover.cpp). A read of a whole object is one of
// each of its scalars; a write of a whole object sets them all. An object is dead after a loop if
// each later read of memory that may be its own is covered by writes after the loop.
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"

#include "analyses/Cover.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// The loops around an access and inside `loop`, from the outermost.
static std::vector<LoopId> chainOf(const Model &model, LoopId innermost, LoopId loop) {
  std::vector<LoopId> chain;
  for (LoopId each = innermost; each != loop && each != NoLoop; each = model.loops[each].parent)
    chain.push_back(each);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// The type of what stands at the first `count` components; null if it is not known.
static QualType typeAt(const ASTContext &context, const Model &model, const Path &path,
                       size_t count) {
  const ValueDecl *declaration = model.objects[path.object].declaration;
  if (!declaration)
    return {};
  QualType type = declaration->getType().getNonReferenceType();
  for (size_t i = 0; i < count; ++i) {
    const Component &component = path.components[i];
    if (component.kind == Component::Kind::Field) {
      type = component.field->getType();
    } else if (component.kind == Component::Kind::Index) {
      const auto *record =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
      if (const auto *array = context.getAsArrayType(type))
        type = array->getElementType();
      else if (record && record->getQualifiedNameAsString() == "std::array")
        type = record->getTemplateArgs()[0].getAsType();
      else
        return {};
    } else {
      return {};
    }
  }
  return type;
}

/// Can a write to `written` set the whole scalar at `scalar`, as far as their types tell?
static bool maySet(const ASTContext &context, const Model &model, const Path &written,
                   const Path &scalar) {
  if (written.object != scalar.object || written.type.isNull() || written.type->isAnyComplexType())
    return false;
  if (!written.type->isRecordType() && !written.type->isArrayType())
    return written.components.size() == scalar.components.size() &&
           context.hasSameUnqualifiedType(written.type, scalar.type);
  // An assignment through a base class sets a part only.
  QualType declared = typeAt(context, model, written, written.components.size());
  return !declared.isNull() && context.hasSameUnqualifiedType(declared, written.type) &&
         !(written.type->isRecordType() && written.type->getAsRecordDecl()->isUnion());
}

/// Splits `path`, which stands for all of an object of `type`, into its scalars. False if there are
/// too many or they are not known.
static bool expand(const ASTContext &context, Path path, QualType type,
                   std::vector<Path> &scalars) {
  if (type.isNull() || scalars.size() > 32 || path.components.size() > 8)
    return false;
  if (const auto *array = context.getAsConstantArrayType(type)) {
    path.components.push_back(
        {.kind = Component::Kind::Index,
         .extent = static_cast<Coefficient>(array->getSize().getZExtValue())});
    return expand(context, std::move(path), array->getElementType(), scalars);
  }
  if (type->isArrayType())
    return false;
  const RecordDecl *record = type->getAsRecordDecl();
  if (!record) {
    path.type = type;
    scalars.push_back(std::move(path));
    return true;
  }
  record = record->getDefinition();
  if (!record || record->isUnion())
    return false;
  const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (specialization && specialization->getQualifiedNameAsString() == "std::array") {
    path.components.push_back(
        {.kind = Component::Kind::Index,
         .extent = static_cast<Coefficient>(
             specialization->getTemplateArgs()[1].getAsIntegral().getExtValue())});
    return expand(context, std::move(path), specialization->getTemplateArgs()[0].getAsType(),
                  scalars);
  }
  if (const auto *derived = dyn_cast<CXXRecordDecl>(record)) {
    if (derived->getNumVBases() > 0 || derived->isDynamicClass())
      return false;
    for (const CXXBaseSpecifier &base : derived->bases())
      if (!expand(context, path, base.getType(), scalars))
        return false;
  }
  for (const FieldDecl *field : record->fields()) {
    if (field->isUnnamedBitField())
      continue;
    Path part = path;
    part.components.push_back({.kind = Component::Kind::Field, .field = field});
    if (!expand(context, std::move(part), field->getType(), scalars))
      return false;
  }
  return true;
}

/// What the path stands for, as scalars.
static std::optional<std::vector<Path>> scalarsOf(const ASTContext &context, const Model &model,
                                                  const Path &path) {
  Path whole = path;
  if (!whole.components.empty() && whole.components.back().kind == Component::Kind::Unknown)
    whole.components.pop_back();
  for (const Component &component : whole.components)
    if (component.kind == Component::Kind::Unknown || component.kind == Component::Kind::Buffer ||
        component.kind == Component::Kind::Size)
      return whole.components.size() == path.components.size()
                 ? std::optional(std::vector<Path>{whole})
                 : std::nullopt;
  bool isScalar = !path.type.isNull() && !path.type->isRecordType() && !path.type->isArrayType();
  if (isScalar && whole.components.size() == path.components.size())
    return std::vector<Path>{whole};
  std::vector<Path> scalars;
  if (!expand(context, whole, typeAt(context, model, whole, whole.components.size()), scalars))
    return std::nullopt;
  return scalars;
}

/// `where`: asks only for those elements that this write may touch, in an earlier iteration if
/// `isEarlier`.
static bool isScalarCovered(const ASTContext &context, const Model &model,
                            const IntegerSolver &solver, LoopId loop, const Path &path, size_t read,
                            size_t firstWrite, const Access *where = nullptr,
                            bool isEarlier = false) {
  const Access &access = model.accesses[read];
  std::vector<LoopId> readChain = chainOf(model, access.loop, loop);
  Cover cover(model, solver, loop);
  cover.setPoints(path, access.guard, 0);
  if (where && !cover.restrictTo(*where, 1))
    return true;
  if (isEarlier)
    cover.addOrder(1, 0);
  size_t end = loop == NoLoop ? model.accesses.size() : model.loops[loop].accessEnd;
  for (size_t i = firstWrite; i < end; ++i) {
    const Access &write = model.accesses[i];
    if (!write.isWrite || !maySet(context, model, write.path, path))
      continue;
    std::vector<LoopId> chain = chainOf(model, write.loop, loop);
    size_t common = 0;
    while (common < chain.size() && common < readChain.size() && chain[common] == readChain[common])
      ++common;
    for (size_t shared = 0; shared < common; ++shared)
      cover.addWrite(write, chain, shared, true, readChain, access.guard, 0);
    if (i < read)
      cover.addWrite(write, chain, common, false, readChain, access.guard, 0);
  }
  return cover.holds();
}

bool isCovered(const ASTContext &context, const Model &model, const IntegerSolver &solver,
               LoopId loop, size_t read, size_t firstWrite) {
  const Path &path = model.accesses[read].path;
  // Another object in each iteration of a loop inside is not what the writes before it had.
  if (LoopId own = model.objects[path.object].loop; own != loop && model.isInside(own, loop))
    return false;
  auto scalars = scalarsOf(context, model, path);
  return scalars && std::all_of(scalars->begin(), scalars->end(), [&](const Path &scalar) {
           return isScalarCovered(context, model, solver, loop, scalar, read, firstWrite);
         });
}

bool isCoveredOrOld(const ASTContext &context, const Model &model, const IntegerSolver &solver,
                    LoopId loop, size_t read, bool asksEarlierOnly) {
  const Path &path = model.accesses[read].path;
  const Loop &judged = model.loops[loop];
  auto scalars = scalarsOf(context, model, path);
  if (!scalars)
    return false;
  for (const Path &scalar : *scalars)
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
      const Access &write = model.accesses[i];
      if (write.isWrite && write.path.object == path.object &&
          !isScalarCovered(context, model, solver, loop, scalar, read, judged.accessBegin, &write,
                           asksEarlierOnly))
        return false;
    }
  return true;
}

/// Does every iteration certainly write this scalar, which another iteration (`guard`) touches?
static bool isWrittenByEach(const ASTContext &context, const Model &model,
                            const IntegerSolver &solver, LoopId loop, const Path &path, int guard,
                            bool asksLaterOnly = false) {
  const Loop &judged = model.loops[loop];
  Cover cover(model, solver, loop);
  cover.setPoints(path, guard, 1);
  if (asksLaterOnly)
    cover.addOrder(1, 2);
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &write = model.accesses[i];
    if (!write.isWrite || !maySet(context, model, write.path, path))
      continue;
    cover.addWrite(write, chainOf(model, write.loop, loop), 0, false, {}, judged.guardInside, 2);
  }
  return cover.holds();
}

bool isRewrittenByEach(const ASTContext &context, const Model &model, const IntegerSolver &solver,
                       LoopId loop, ObjectId object) {
  const Loop &judged = model.loops[loop];
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &write = model.accesses[i];
    if (!write.isWrite || write.path.object != object)
      continue;
    auto scalars = scalarsOf(context, model, write.path);
    if (!scalars)
      return false;
    for (const Path &scalar : *scalars)
      if (!isWrittenByEach(context, model, solver, loop, scalar, write.guard, true))
        return false;
  }
  return true;
}

bool isFilledByEach(const ASTContext &context, const Model &model, const IntegerSolver &solver,
                    LoopId loop, ObjectId object) {
  const ValueDecl *declaration = model.objects[object].declaration;
  std::vector<Path> scalars;
  if (!declaration || !expand(context, Path{object, {}, declaration->getType()},
                              declaration->getType().getNonReferenceType(), scalars))
    return false;
  return std::all_of(scalars.begin(), scalars.end(), [&](const Path &scalar) {
    return isWrittenByEach(context, model, solver, loop, scalar, model.loops[loop].guardBefore);
  });
}

bool isReadLater(const ASTContext &context, const Model &model, const IntegerSolver &solver,
                 LoopId loop, ObjectId id, bool isOwnNew) {
  const Loop &judged = model.loops[loop];
  const Object &object = model.objects[id];
  // The innermost loop around both that leads from the end of the judged loop back to the place:
  // the object must be the same in its next iteration.
  auto leadsBack = [&](LoopId place) {
    for (LoopId around = judged.parent; around != NoLoop; around = model.loops[around].parent)
      if (model.isInside(place, around) && !model.isInside(object.loop, around))
        return true;
    return false;
  };
  for (size_t i = 0; i < model.accesses.size(); ++i) {
    const Access &access = model.accesses[i];
    bool isOwn = i >= judged.accessBegin && i < judged.accessEnd;
    if (access.isWrite || !model.mayOverlap(access.path.object, id))
      continue;
    if (isOwn) {
      if (!isOwnNew && leadsBack(loop) &&
          !isCovered(context, model, solver, loop, i, judged.accessBegin))
        return true;
      continue;
    }
    bool isAfter = i >= judged.accessEnd, comesAgain = leadsBack(access.loop);
    if (!isAfter && !comesAgain)
      continue;
    // A loop around the read alone, or what stands between: either may write it anew.
    bool isNew = false;
    for (LoopId around = access.loop; around != NoLoop && !isNew;
         around = model.loops[around].parent) {
      if (model.isInside(loop, around))
        break;
      isNew = isCovered(context, model, solver, around, i, model.loops[around].accessBegin);
    }
    LoopId common = access.loop;
    while (common != NoLoop && !model.isInside(loop, common))
      common = model.loops[common].parent;
    if (!isNew && isAfter)
      isNew = isCovered(context, model, solver, common, i, judged.accessEnd);
    else if (!isNew && common != NoLoop)
      isNew = isCovered(context, model, solver, common, i, model.loops[common].accessBegin);
    if (!isNew)
      return true;
  }
  // Code that is not seen reads what it can reach.
  for (size_t i = 0; i < model.effects.size() && object.reachable; ++i) {
    const Effect &effect = model.effects[i];
    if ((i >= judged.effectEnd || (i < judged.effectBegin && leadsBack(effect.loop))) &&
        effect.reason != "early-exit" && effect.reason != "may-throw")
      return true;
  }
  return false;
}

/// Is the variable named in the statement, but for the part? A local class may name it anywhere.
static bool isNamedBeside(const Stmt *statement, const Stmt *part, const ValueDecl *variable) {
  if (!statement || statement == part)
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return reference->getDecl()->getCanonicalDecl() == variable;
  if (const auto *declarations = dyn_cast<DeclStmt>(statement))
    for (const Decl *declaration : declarations->decls())
      if (isa<TagDecl>(declaration))
        return true;
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement);
      lambda && isNamedBeside(lambda->getBody(), part, variable))
    return true;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return isNamedBeside(child, part, variable); });
}

bool isStaticOfLoop(const Model &model, LoopId loop, ObjectId id) {
  const Loop &judged = model.loops[loop];
  // What is named, but not accessed, is handed out or used later: `return t;`, `[] { use(t); }`.
  if (model.objects[id].isOwnStatic &&
      isNamedBeside(model.function->getBody(), judged.statement, model.objects[id].declaration))
    return false;
  for (size_t i = 0; i < model.accesses.size(); ++i)
    if (model.accesses[i].path.object == id && (i < judged.accessBegin || i >= judged.accessEnd))
      return false;
  return model.objects[id].isOwnStatic;
}

} // namespace loomp
